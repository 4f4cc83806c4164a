/** What a portal wrote in one place, and what that means: known, because both were made together. */
import fc from 'fast-check';

export interface Spelling<T> {
  /** `ABSENT`: the key is not there at all. */
  readonly raw: unknown;
  readonly means: T;
  /** The keys of which something was left out, so that a problem must name them. */
  readonly dropped: readonly string[];
}

export const ABSENT = Symbol('absent');

/** A way to write something that can be read. */
export function means<T>(value: T, ...raws: readonly unknown[]): fc.Arbitrary<Spelling<T>> {
  return fc.constantFrom(...raws).map((raw) => ({raw, means: value, dropped: []}));
}

/** Something that means nothing under this key. */
export function meansNothing<T>(
  key: string,
  value: T,
  raws: fc.Arbitrary<unknown>,
): fc.Arbitrary<Spelling<T>> {
  return raws.map((raw) => ({raw, means: value, dropped: [key]}));
}

/** The ways in which a portal says "nothing". */
export function blank<T>(value: T): fc.Arbitrary<Spelling<T>> {
  return means(value, ABSENT, null, '', 'undefined');
}

/** Values of no simple kind: no text, no number. Each is JSON. */
export const structure: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  [],
  {},
  [17],
  ['incoming'],
  {value: 'CONTACT'},
  {constructor: 'CONTACT'},
  {toString: '17'},
  [[]],
  [null],
);

/** The text in other cases and with blanks around it. */
export function inAnyCase(word: string): fc.Arbitrary<string> {
  return fc.constantFrom(
    word,
    word.toUpperCase(),
    word.toLowerCase(),
    word.charAt(0).toUpperCase() + word.slice(1),
    ` ${word} `,
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** A portal may write a text with its HTML characters escaped, or as it is. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** A text, either escaped or, where that can't be taken for an escape, plain. */
export function written(text: string): fc.Arbitrary<string> {
  const escaped = escapeHtml(text);
  return text.includes('&') ? fc.constant(escaped) : fc.constantFrom(text, escaped);
}
