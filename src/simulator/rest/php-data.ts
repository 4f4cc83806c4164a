/** PHP's data: nested keys in a query (`a[b][]=1`), and one array type for lists and maps. */
import type {JsonObject} from '../../model/parse/reading.js';

type Node = string | Map<string, Node>;

/** Reads a query string or a form body, with `a[b][]` and `a[0][x]`. A malformed escape stays as it is. */
export function parsePhpQuery(text: string): JsonObject {
  const root = new Map<string, Node>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const key = decode(cut < 0 ? pair : pair.slice(0, cut));
    put(root, keyPath(key), cut < 0 ? '' : decode(pair.slice(cut + 1)));
  }
  return Object.fromEntries([...root].map(([key, node]) => [key, plain(node)]));
}

/** How PHP writes a map as JSON: `[]` when it is empty, a list when the keys count from zero. */
export function phpMap(entries: Iterable<readonly [string, unknown]>): JsonObject | unknown[] {
  const list = [...entries];
  const counts = list.every(([key], index) => key === String(index));
  return counts ? list.map(([, value]) => value) : Object.fromEntries(list);
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // PHP leaves a broken escape alone.
    return spaced;
  }
}

/** `a[b][]` → `a`, `b`, ``. */
function keyPath(key: string): string[] {
  const open = key.indexOf('[');
  if (open <= 0) return [key];
  const inner = [...key.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return [key.slice(0, open), ...inner];
}

function put(map: Map<string, Node>, [first = '', ...rest]: string[], value: string): void {
  const key = first === '' ? String(nextIndex(map)) : first;
  if (rest.length === 0) {
    map.set(key, value);
    return;
  }
  const present = map.get(key);
  const child = present instanceof Map ? present : new Map<string, Node>();
  map.set(key, child);
  put(child, rest, value);
}

function nextIndex(map: ReadonlyMap<string, Node>): number {
  const indexes = [...map.keys()].filter((key) => /^\d+$/.test(key)).map(Number);
  return indexes.length === 0 ? 0 : Math.max(...indexes) + 1;
}

function plain(node: Node): unknown {
  if (typeof node === 'string') return node;
  return phpMap([...node].map(([key, child]) => [key, plain(child)] as const));
}
