/**
 * Reads the phone numbers in a text that a person typed: several in one field, with extensions, remarks,
 * hours, vanity letters and trunk zeros in brackets. It needs no data of countries, since the first render
 * of a record already has links to dial. How a country writes its numbers comes later, from
 * libphonenumber-js (`components/call-summary/national-number.ts`).
 */
import {plainText} from './phone-text.js';

/** One number in a text. */
export interface PhoneNumber {
  /** The number as it is written, with its extension. */
  readonly text: string;
  /** Where `text` begins. */
  readonly start: number;
  /** What is dialled: digits, behind `+` where the country's code is known; a network's code as it is. */
  readonly dial: string;
  /** What is dialled when the call has been answered; `null` for none. */
  readonly extension: string | null;
}

/** ITU-T E.164 allows no more, the country's code included. */
const MOST_DIGITS = 15;
/** Fewer are a house, an hour or an extension, unless there is nothing else. */
const LEAST_DIGITS = 5;
/** A whole number without its country's code has that many. */
const WHOLE_DIGITS = 7;

/** A longer text is no field of a phone: what comes behind is not read. */
const MOST_CHARACTERS = 500;

/** Digits, with what people put between them. */
const CANDIDATE = /\+?[([]?[ +]?\d(?:[ .\-/()[\]]{0,4}\d)*/g;
/** A code of the network, such as `*100#`, is dialled to the letter. */
const NETWORK_CODE = /^[*#][\d*#]*\d[\d*#]*$/;

const EXTENSION_WORDS = [
  'e?xt(?:ension|n)?|ex|x|int(?:ern[eo]?)?|local|poste|anexo|ramal|est|dahili|wewn?|toestel',
  'durchwahl|dw|nebenstelle|nst|app(?:arat)?|kl(?:apka)?|linka|pesawat|samb(?:ungan)?|máy lẻ',
  'доб(?:авочный)?|дод(?:атковий)?|вн(?:утр(?:енний|ішній)?)?|ішкі|内線|内线|分机|分機|转|轉|ต่อ|تحويلة|एक्सटेंशन',
].join('|');
/** A word, `;ext=`, `#`, or a pause with few digits behind it that begin nothing longer. */
const EXTENSION = new RegExp(
  `[)\\]]?[ ,;/(]{0,4}(?:(?:${EXTENSION_WORDS})[ .:=№#]{0,3}(\\d{1,7})(?!\\d)\\)?` +
    `|#[ ]?(\\d{1,7})(?!\\d)|(?<=[,;][ ]?)(\\d{1,5})(?![ ]?(?:[\\d.:/(-]|\\p{L})))`,
  'iuy',
);

/** The numbers in the text, in its order; none in a text without any that could be dialled. */
export function parsePhones(text: string): readonly PhoneNumber[] {
  const plain = plainText(text.slice(0, MOST_CHARACTERS));
  const code = plain.trim();
  if (NETWORK_CODE.test(code)) {
    const start = plain.indexOf(code);
    return [{text: text.slice(start, start + code.length), start, dial: code, extension: null}];
  }
  const phones = [...phonesIn(text, plain)];
  const long = phones.filter(({dial}) => digitsOf(dial).length >= LEAST_DIGITS);
  return long.length > 0 ? long : phones.slice(0, 1);
}

/** The address that has the device dial the number (RFC 3966). */
export function phoneHref({dial, extension}: PhoneNumber): string {
  const suffix = extension === null ? '' : `;ext=${extension}`;
  return `tel:${dial.replaceAll('#', '%23')}${suffix}`;
}

/** The number for the portal's own telephone. That it takes an extension behind `;` is inferred. */
export function portalNumber({dial, extension}: PhoneNumber): string {
  return extension === null ? dial : `${dial};${extension}`;
}

/**
 * Whether a typed text is a number that can be dialled, an extension among them: it has digits, and
 * begins as numbers do. A name is none, even with a digit in it.
 */
export function isDialable(text: string): boolean {
  return /^[+*#(\d]/.test(text.trim()) && parsePhones(text).length > 0;
}

/** True where a number of one text is a number of the other, however they are written. */
export function samePhone(a: string, b: string): boolean {
  const others = parsePhones(b);
  return parsePhones(a).some((one) => others.some((other) => sameDial(one.dial, other.dial)));
}

/** With or without the country's code and a trunk prefix. */
function sameDial(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.startsWith('+') && b.startsWith('+')) return false;
  const [first, second] = [digitsOf(a), digitsOf(b)];
  return endsLike(first, second) || endsLike(second, first);
}

function endsLike(longer: string, shorter: string): boolean {
  // The trunk prefix is 0 in most countries, 8 or 80 where ten digits stand behind the 8.
  const significant = shorter.replace(/^8(?=\d{10}$)/, '').replace(/^0/, '');
  return significant.length >= WHOLE_DIGITS && longer.endsWith(significant);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** One number after the other, each with its extension. */
function* phonesIn(text: string, plain: string): Generator<PhoneNumber> {
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(plain); match !== null; match = CANDIDATE.exec(plain)) {
    const piece = match[0].slice(0, endOfFirst(match[0]));
    const start = match.index + piece.search(firstOf(piece));
    const end = match.index + piece.search(/\d\D*$/) + 1;
    EXTENSION.lastIndex = end;
    const behind = EXTENSION.exec(plain);
    const extension = behind?.[1] ?? behind?.[2] ?? behind?.[3] ?? null;
    const dial = dialled(plain.slice(start, end));
    CANDIDATE.lastIndex = behind === null ? end : EXTENSION.lastIndex;
    // More digits than a number can have are several numbers that nothing tells apart.
    if (digitsOf(dial).length > MOST_DIGITS) continue;
    yield {text: text.slice(start, CANDIDATE.lastIndex).trim(), start, dial, extension};
  }
}

/** A bracket belongs to the number only where it is closed. */
function firstOf(piece: string): RegExp {
  return /^[^\d]*\(\D*\d+ ?\)/.test(piece) ? /[+(\d]/ : /[+\d]/;
}

/** Where the first number ends in what may be several. */
function endOfFirst(candidate: string): number {
  for (const {index} of candidate.matchAll(/[/([]/g)) {
    const isTrunkZero = /^\( ?0 ?\)/.test(candidate.slice(index));
    if (!isTrunkZero && isWhole(candidate.slice(0, index))) return index;
  }
  const isTooLong = digitsOf(dialled(candidate)).length > MOST_DIGITS;
  return (isTooLong ? middleOf(candidate) : null) ?? candidate.length;
}

/** True for what needs no more digits, so that a slash or a bracket behind it begins something else. */
function isWhole(text: string): boolean {
  const dial = dialled(text);
  const digits = digitsOf(dial).length;
  const code = CALLING_CODE.exec(dial)?.[0].slice(1);
  return code === undefined ? digits >= WHOLE_DIGITS : digits - code.length >= WHOLE_DIGITS - 1;
}

/** Two numbers with nothing but a space between them are about as long as each other. */
function middleOf(text: string): number | null {
  const gaps = [...text.matchAll(/ /g)].map(({index}) => {
    const [left, right] = [text.slice(0, index), text.slice(index)].map(
      (half) => digitsOf(dialled(half)).length,
    ) as [number, number];
    return {index, left, right, difference: Math.abs(left - right)};
  });
  const halves = gaps.filter(
    ({left, right, difference}) =>
      difference <= 2 &&
      Math.min(left, right) >= WHOLE_DIGITS &&
      Math.max(left, right) <= MOST_DIGITS,
  );
  return halves.sort((a, b) => a.difference - b.difference)[0]?.index ?? null;
}

/** `+` and the code of a country or network (ITU-T E.164, annex). */
const CALLING_CODE = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
/** Here a zero behind the code belongs to the number. */
const ZERO_BELONGS = new Set(['+39', '+225', '+229', '+241', '+242', '+378', '+379']);
/** Trunk prefixes other than zero, as they are put in brackets behind the code. */
const BRACKETED_TRUNK = /^(\+(?:7|36|370|375|993))\D*\((?:8|06|80)\)/;

/** The digits to dial: international where the code is there, without a trunk prefix behind it. */
function dialled(text: string): string {
  const written = text
    .replace(/^[(\s]*(?:\+|00(?=[\s()\-./]*[1-9]))/, '+')
    .replace(BRACKETED_TRUNK, '$1');
  const digits = digitsOf(written);
  if (!written.startsWith('+')) return digits;
  const code = CALLING_CODE.exec(`+${digits}`)?.[0] ?? '+';
  const rest = `+${digits}`.slice(code.length);
  return code + (ZERO_BELONGS.has(code) ? rest : rest.replace(/^0/, ''));
}
