/** Prepares a typed text for reading phone numbers; every character keeps its place. */

/** Zeros of the digits in which the portal's languages write numbers: Arabic, Persian, Hindi, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50];
/** What the full-width forms of ASCII are away from it. */
const FULL_WIDTH = 0xfee0;

const HOUR = '(?:[01]?\\d|2[0-4])';
const MINUTES = '[.:h][0-5]\\d';
const UNTIL = '\\s*(?:-|to|bis|до|a|à|al|do|s\\/d|से|ถึง|đến|到|至|から)\\s*';
const UNIT =
  '(?:h|uhr|ч(?:ас\\p{L}*)?|год\\p{L}*|hrs?|[ap]\\.?m|horas?|heures?|ore|時|点)(?!\\p{L})';

/** What has digits and is no number. */
const REMARKS = [
  // The host of a SIP address, and the parameters of any.
  /@\S*/gu,
  /;(?!ext=)[a-z][\w-]*=[^;\s]*/giu,
  new RegExp(`(?<!\\d[.-]?)${HOUR}${MINUTES}(?:${UNTIL}${HOUR}${MINUTES})(?![.-]?\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${HOUR}:[0-5]\\d(?!\\d)`, 'gu'),
  new RegExp(`(?<!\\d[.-]?)${HOUR}(?:${UNTIL}${HOUR})?\\s?${UNIT}`, 'giu'),
  new RegExp(`(?<=\\d ?)\\( ?${HOUR} ?- ?${HOUR} ?\\)`, 'gu'),
  // A date.
  /(?<!\d[./-]?)(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/gu,
  /(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])/gu,
];

/**
 * Words in place of digits: behind a free-phone prefix in capitals, or with a hyphen. The digits are
 * those of the telephone's keys (ITU-T E.161).
 */
const VANITY = [
  /(?<=(?<!\d)(?:\+?\d{1,3}[ .-]?)?\(?0?[1-9](?:00|[3-8]{2})\)?[ .-]?)[A-Z]{2,}(?:[ -][A-Z]{2,})*(?:[ -]?\d+)?(?![\p{L}\d])/gu,
  /(?<=\d{3}-)[A-Z]{3,}(?![\p{L}\d])|(?<=\d{3}-)[a-z]{3,}(?![\p{L}\d])/gu,
];
const KEYS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/**
 * The text with plain digits and marks, letters of vanity numbers as digits, and a line's end in place
 * of what has digits and is no number. As long as the text itself.
 */
export function plainText(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/g, plainCharacter);
  const spelled = VANITY.reduce((all, words) => all.replace(words, keysOf), plain);
  return REMARKS.reduce(
    (all, remark) => all.replace(remark, (found) => '\n'.repeat(found.length)),
    spelled,
  );
}

function plainCharacter(character: string): string {
  if (/[\n\r]/.test(character)) return '\n';
  // Marks of the direction of writing stand around numbers and are not seen.
  if (/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/.test(character)) return ' ';
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  if (/[،、·・]/.test(character)) return ',';
  const code = character.charCodeAt(0);
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - FULL_WIDTH);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character : String(code - zero);
}

function keysOf(letters: string): string {
  return letters.replace(/[a-z]/gi, (letter) => {
    const key = KEYS.findIndex((keys) => keys.includes(letter.toUpperCase()));
    return String(key + 2);
  });
}
