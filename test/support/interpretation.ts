/** The report of a page that has interpreted no text (`test/pages/interpretation.ts`), and the canary. */

const HEARD = '/simulator/canary/heard';

export const NOTHING_FOUND = {
  elements: [],
  handlers: [],
  links: [],
  styles: [],
  requests: [],
  globals: [],
  uncaught: [],
};

/** The requests to the canary since the last call. */
export async function heard(): Promise<unknown> {
  return (await fetch(HEARD, {method: 'POST'})).json();
}

/** Control characters and white space look different on the page. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s\uFFFD]+/gu, '');
}
