/**
 * Lets the request for the first record go before the elements: their files are fetched and run at
 * once, while the portal answers, but they become elements when the request has left. To draw them
 * takes a slow processor longer than the request is on its way.
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

/** Imports what may be used when the first request has left. */
export async function afterFirstRequest<T>(load: () => Promise<T>): Promise<T> {
  const [part] = await Promise.all([load(), soonGone()]);
  return part;
}

/** Imports what the first picture can do without, and when it is there: until then it would be in the way. */
export async function afterFirstPicture<T>(load: () => Promise<T>): Promise<T> {
  await soonGone();
  await firstPicture();
  return load();
}

function soonGone(): Promise<void> {
  setTimeout(go, LONGEST_MS);
  return gone;
}
