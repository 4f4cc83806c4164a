/** Warns the integrator of mistakes in a page. The code for the messages is loaded with the first one. */
import type {Mistake} from './mistakes.js';

/** Warns on the console, once for each message. Never throws: a mistake must not break the page. */
export function reportMistake(mistake: Mistake): void {
  import('./mistakes.js').then(
    ({warnOfMistake}) => warnOfMistake(mistake),
    () => undefined,
  );
}

/** Reports the words of an attribute that are not allowed there. */
export function reportWords(
  host: HTMLElement,
  attribute: string,
  value: string,
  allowed: readonly string[],
): void {
  for (const given of value.trim().split(/\s+/)) {
    if (allowed.includes(given)) continue;
    reportMistake({written: `<${host.localName} ${attribute}="${value}">`, given, allowed});
  }
}

/** Reports an unknown theme. */
export function reportTheme(host: HTMLElement): void {
  const theme = host.getAttribute('theme');
  if (theme !== null) reportWords(host, 'theme', theme, ['light', 'dark', 'auto']);
}

/** Reports an attribute that is not a number above 0. */
export function reportNumber(host: HTMLElement, attribute: string, unit: string): void {
  const given = host.getAttribute(attribute);
  if (given === null || Number(given) > 0) return;
  const written = `<${host.localName} ${attribute}="${given}">`;
  reportMistake({written, given, allowed: [`a number of ${unit}, more than 0`]});
}
