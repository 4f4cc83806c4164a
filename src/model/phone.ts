/** Compares phone numbers that people typed in different ways. */

/** Shorter ones are extensions and short codes: only equal when they are equal to the digit. */
const LEAST_DIGITS = 7;

/** True for the same number, with or without the country's code, a trunk prefix or an extension. */
export function samePhone(a: string, b: string): boolean {
  const [first, second] = [digitsOf(a), digitsOf(b)];
  if (first === second) return first !== '';
  return endsLike(first, second) || endsLike(second, first);
}

function endsLike(longer: string, shorter: string): boolean {
  // The trunk prefix is 0 in most countries, 8 where numbers have ten digits behind it.
  const significant = shorter.replace(/^(?:00|0|8(?=\d{10}$))/, '');
  return significant.length >= LEAST_DIGITS && longer.endsWith(significant);
}

/** The digits before an extension: those of `+49 30 1234567 ext. 12` end with 7. */
function digitsOf(number: string): string {
  const [main = ''] = number.split(/[;,#x]|доб/i);
  return main.replace(/\D/g, '');
}
