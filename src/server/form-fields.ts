/**
 * The fields of a form as PHP nests them: `auth[application_token]=…` is `{auth: {application_token: …}}`.
 * Own, because parsers such as qs read only a text, and not what FormData and body parsers have made of it, and
 * because they join two values of one field in silence.
 */
import {isObject, problem, type JsonObject, type Problem} from '../model/parse/reading.js';

/** How many fields of a request are read. A portal sends about thirty. */
const MOST_FIELDS = 1000;
/** The longest name of a field, in UTF-16 code units. */
const MOST_NAME_CHARACTERS = 200;
/** How deep objects are nested. What is deeper is left out. */
const DEEPEST = 6;
/** Names that mean something to JavaScript, and nothing to a portal. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type MutableFields = Record<string, unknown>;

export class FormFields {
  readonly problems: Problem[] = [];
  /** Without a prototype, so that only fields that were sent are found. */
  readonly #fields = emptyFields();
  readonly #names: ReadonlySet<string>;
  #count = 0;

  /** @param names - the outermost names that are read; all other fields are skipped */
  constructor(names: readonly string[]) {
    this.#names = new Set(names);
  }

  get fields(): JsonObject {
    return this.#fields;
  }

  /**
   * Adds a field. A field with a second value becomes a list of both.
   *
   * @param key - its name as it was sent, with brackets
   * @param value - a text, or what a parser has made of it
   */
  add(key: string, value: unknown): void {
    const path = pathOf(key);
    const [root = ''] = path;
    if (!this.#names.has(root) || path.some((name) => PROTOTYPE_NAMES.has(name))) return;
    if (this.#count === MOST_FIELDS || path.length > DEEPEST) {
      this.#report(root, `at most ${MOST_FIELDS} fields, ${DEEPEST} deep`, key);
      return;
    }
    this.#count += 1;
    const owner = this.#ownerOf(path);
    if (owner === undefined) this.#report(root, 'one value', key);
    else setValue(owner, path.at(-1) ?? root, cleaned(value));
  }

  /** The object that has the last name of the path. `undefined` where a text stands in its place. */
  #ownerOf(path: readonly string[]): MutableFields | undefined {
    let owner = this.#fields;
    for (const name of path.slice(0, -1)) {
      const inner = (owner[nameIn(owner, name)] ??= emptyFields());
      if (!isFields(inner)) return undefined;
      owner = inner;
    }
    return owner;
  }

  /** Once for each outermost name: a thousand wrong fields are one problem. */
  #report(root: string, expected: string, found: unknown): void {
    const isKnown = this.problems.some(({path}) => path === root);
    if (!isKnown) this.problems.push(problem(root, expected, found));
  }
}

/**
 * A copy of a parsed value, as deep as fields may be, without names that mean something to JavaScript: an app
 * may merge it into an object of its own.
 */
export function cleaned(value: unknown, depth = DEEPEST): unknown {
  if (Array.isArray(value)) {
    return depth === 0 ? [] : value.map((item: unknown) => cleaned(item, depth - 1));
  }
  if (!isObject(value)) return value;
  const copy = emptyFields();
  if (depth === 0) return copy;
  for (const [name, part] of Object.entries(value)) {
    if (!PROTOTYPE_NAMES.has(name)) copy[name] = cleaned(part, depth - 1);
  }
  return copy;
}

function emptyFields(): MutableFields {
  return Object.create(null) as MutableFields;
}

function isFields(value: unknown): value is MutableFields {
  return isObject(value);
}

function setValue(owner: MutableFields, written: string, value: unknown): void {
  const name = nameIn(owner, written);
  const present = owner[name];
  if (present === undefined) owner[name] = value;
  // The same value in the address and in the body is one. More than two tell no more than two.
  else if (present !== value && !Array.isArray(present)) owner[name] = [present, value];
}

/** PHP numbers what is written as `name[]`. */
function nameIn(owner: MutableFields, written: string): string {
  return written === '' ? String(Object.keys(owner).length) : written;
}

/** The names in `data[CRM_BINDINGS][0]`. None for a key that is not written like this. */
function pathOf(key: string): readonly string[] {
  if (key.length > MOST_NAME_CHARACTERS) return [];
  const [, root, brackets = ''] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key) ?? [];
  if (root === undefined) return [];
  return [root, ...Array.from(brackets.matchAll(/\[([^\]]*)\]/g), ([, name = '']) => name)];
}
