/**
 * Lets the request for the first record go before the elements: their files are fetched beside it and
 * run when it has left, or when the record is on the screen. To run them takes a slow processor longer
 * than the request is on its way.
 */
import {firstPicture} from './first-picture.js';

/** How long the elements wait at most, in milliseconds: without an answer of the portal, for one. */
const LONGEST_MS = 300;

let go: () => void = () => undefined;
const gone = new Promise<void>((resolve) => (go = resolve));

/** Nothing more has to be waited for: the request has left, or there is none. */
export function firstRequestLeft(): void {
  go();
}

/**
 * Imports what may come after the first request.
 *
 * @param files - all that the import needs, as the build has named it, to be fetched at once
 */
export async function afterFirstRequest<T>(
  load: () => Promise<T>,
  files: readonly string[] = [],
): Promise<T> {
  for (const file of files) fetchModule(new URL(file, import.meta.url).href);
  setTimeout(go, LONGEST_MS);
  await gone;
  return load();
}

/**
 * Imports what the first picture can do without. It is fetched beside what that needs, and run after it.
 *
 * @param files - all that the import needs, as the build has named it
 */
export function afterFirstPicture<T>(
  load: () => Promise<T>,
  files?: readonly string[],
): Promise<T> {
  return afterFirstRequest(() => firstPicture().then(load), files);
}

/** Without running it. Browsers that can't do that fetch it with the import. */
function fetchModule(href: string): void {
  if ([...document.head.querySelectorAll('link')].some((link) => link.href === href)) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
}
