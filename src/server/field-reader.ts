/** Reads the fields of one object in a portal's request, and names what it could not read. */
import {
  asBoolean,
  asId,
  asText,
  isBlank,
  isObject,
  problem,
  type JsonObject,
  type Problem,
} from '../model/parse/reading.js';

export class FieldReader {
  readonly problems: Problem[];
  readonly #fields: JsonObject;
  readonly #path: string;

  /** @param path - where the object is, in front of the names in problems: `auth.` */
  constructor(fields: JsonObject, problems: Problem[], path = '') {
    this.#fields = fields;
    this.problems = problems;
    this.#path = path;
  }

  /** The value of a field. Of two, the first. */
  value(name: string): unknown {
    const value = this.#fields[name];
    if (!Array.isArray(value) || value.length === 0) return value;
    const [first, ...others] = value as readonly unknown[];
    if (others.some((other) => other !== first)) this.#report(name, 'one value', 'several');
    return first;
  }

  /** The object in a field. An empty one for none. */
  object(name: string): FieldReader {
    const value = this.value(name);
    // PHP writes an empty object as a list.
    const isEmpty = isBlank(value) || Array.isArray(value);
    if (!isEmpty && !isObject(value)) this.#report(name, 'an object', value);
    return new FieldReader(isObject(value) ? value : {}, this.problems, `${this.#path}${name}.`);
  }

  /** The values of some fields, for a reader of the portal's objects. */
  values(names: readonly string[]): JsonObject {
    return Object.fromEntries(names.map((name) => [name, this.value(name)]));
  }

  /** All of the object. */
  get fields(): JsonObject {
    return this.#fields;
  }

  /** Adds what another reader could not read of this object. */
  report(problems: readonly Problem[]): void {
    this.problems.push(...problems.map((each) => ({...each, path: this.#path + each.path})));
  }

  /** A text that is not empty, without the spaces around it. */
  text(name: string): string | null {
    return this.#text(name, (value) => value);
  }

  /** A token or an id. Is never shown in a problem. */
  token(name: string): string | null {
    const token = this.#text(name, (value) => typeof value);
    if (token === null || /^[\x21-\x7E]{1,2000}$/.test(token)) return token;
    return this.#unreadable(name, 'letters and digits', 'other characters');
  }

  /** A text of one kind. */
  matching(name: string, pattern: RegExp, expected: string): string | null {
    const text = this.text(name);
    return text === null || pattern.test(text) ? text : this.#unreadable(name, expected, text);
  }

  id(name: string): number | null {
    const value = this.value(name);
    if (isBlank(value) || value === 0 || value === '0') return null;
    return asId(value) ?? this.#unreadable(name, 'a positive id', value);
  }

  /** A number of seconds. */
  seconds(name: string): number | null {
    const text = this.matching(name, /^\d{1,12}$/, 'seconds');
    return text === null || Number(text) === 0 ? null : Number(text);
  }

  flag(name: string, ifAbsent: boolean): boolean {
    const value = this.value(name);
    if (isBlank(value)) return ifAbsent;
    return asBoolean(value) ?? this.#unreadable(name, 'yes or no', value) ?? ifAbsent;
  }

  /** Names a field that should be there. */
  expect(name: string, found: unknown, expected: string): void {
    const isNamed = this.problems.some(({path}) => path === this.#path + name);
    if (found === null && !isNamed) this.#report(name, expected, undefined);
  }

  /** `null`, for a value that is named as a problem. */
  unreadable(name: string, expected: string): null {
    return this.#unreadable(name, expected, this.text(name));
  }

  #text(name: string, shown: (value: unknown) => unknown): string | null {
    const value = this.value(name);
    if (isBlank(value)) return null;
    const text = asText(value);
    if (text === undefined) return this.#unreadable(name, 'a text', shown(value));
    // What was in another encoding can't be told any more.
    if (text.includes('\uFFFD')) this.#report(name, 'text in UTF-8', shown(value));
    return text.trim() || null;
  }

  #unreadable(name: string, expected: string, found: unknown): null {
    this.#report(name, expected, found);
    return null;
  }

  #report(name: string, expected: string, found: unknown): void {
    const path = this.#path + name;
    const isKnown = this.problems.some((each) => each.path === path && each.expected === expected);
    if (!isKnown) this.problems.push(problem(path, expected, found));
  }
}
