/** Small assertions for hundreds of thousands of cases: the words are made only when one fails. */

export function holds(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Error(message());
}

/** Both are the same data: own keys in any order, values by `Object.is`. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (isSame(actual, expected)) return;
  throw new Error(`${what}\n  is        ${show(actual)}\n  should be ${show(expected)}`);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Set && b instanceof Set) return isSame([...a], [...b]);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(at(a, key), at(b, key)))
  );
}

function at(object: object, key: string): unknown {
  return (object as Record<string, unknown>)[key];
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Set ? [...(item as Set<unknown>)] : item,
  ) as string | undefined;
  return text ?? String(value);
}
