/** Everything that can be read of a value from outside, as one text. */

export function readable(value: unknown): string {
  const parts: string[] = [];
  read(value, new Set(), parts);
  return parts.join('\n');
}

function read(value: unknown, known: Set<object>, parts: string[]): void {
  if (typeof value === 'function') return;
  if (typeof value !== 'object' || value === null) {
    parts.push(String(value));
    return;
  }
  if (known.has(value) || value instanceof Node || value instanceof Window) return;
  known.add(value);
  if (value instanceof Map || value instanceof Set) read([...value], known, parts);
  for (const key of Reflect.ownKeys(value)) {
    parts.push(String(key));
    read(propertyOf(value, key), known, parts);
  }
  // Accessors of classes: `error.message` of a DOMException, `controller.snapshot`.
  for (const name of accessorsOf(value)) read(propertyOf(value, name), known, parts);
}

function propertyOf(owner: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(owner, key);
  } catch {
    // What throws can't be read by others either.
    return undefined;
  }
}

function accessorsOf(value: object): readonly string[] {
  const names: string[] = [];
  let prototype = Reflect.getPrototypeOf(value);
  while (prototype !== null && prototype !== Object.prototype) {
    for (const [name, {get}] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (get !== undefined && name !== '__proto__') names.push(name);
    }
    prototype = Reflect.getPrototypeOf(prototype);
  }
  return names;
}
