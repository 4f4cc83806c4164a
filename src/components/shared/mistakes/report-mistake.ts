/** What a page has written wrong: told to the integrator by what is fetched with the first mistake. */
import type {Mistake} from './mistakes.js';

/** Warns of it on the console, once. Never throws: it changes nothing for who uses the page. */
export function reportMistake(mistake: Mistake): void {
  import('./mistakes.js').then(
    ({tellMistake}) => tellMistake(mistake),
    () => undefined,
  );
}

/** The words of an attribute that are not allowed there. */
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

/** A look that the elements do not have. */
export function reportTheme(host: HTMLElement): void {
  const theme = host.getAttribute('theme');
  if (theme !== null) reportWords(host, 'theme', theme, ['light', 'dark', 'auto']);
}

/** An attribute that should be a number of more than nothing. */
export function reportNumber(host: HTMLElement, attribute: string, unit: string): void {
  const given = host.getAttribute(attribute);
  if (given === null || Number(given) > 0) return;
  const written = `<${host.localName} ${attribute}="${given}">`;
  reportMistake({written, given, allowed: [`a number of ${unit}, more than 0`]});
}
