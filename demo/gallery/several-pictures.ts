/** Shows several pictures on one page, for tests that check all of them together. */
import {LANGUAGE_CODES} from '../../src/model/call/language.js';
import {pictureOf} from './gallery-address.js';
import {GALLERY, showPicture, type Stage} from './gallery-stage.js';
import type {GalleryStates} from './gallery-state.js';

/** The page is quiet after so many animation frames without a change. */
const QUIET_FRAMES = 6;

/** A picture, and whether its loading never ends. */
interface Shown extends Stage {
  readonly staysBusy: boolean;
}

let stages: readonly Shown[] = [];

/**
 * Replaces the pictures on the page. Resolves when the states are reached.
 *
 * @param addresses - as in the gallery's address bar, without the question mark
 */
export async function showPictures(addresses: readonly string[], place: Element): Promise<void> {
  for (const stage of stages) stage.clear();
  const reached: Promise<unknown>[] = [];
  stages = addresses.map((address) => {
    const picture = pictureOf(new URLSearchParams(address));
    if (picture === undefined) throw new Error(`${address} names no picture.`);
    const stage = showPicture(picture, place);
    const states: GalleryStates = GALLERY[picture.element];
    const {connection, staysBusy = false} = states[picture.state] ?? {};
    const isForever = connection === 'never';
    if (!isForever) reached.push(stage.reached);
    stage.element.dataset['picture'] = address;
    return {...stage, staysBusy: staysBusy || isForever};
  });
  await Promise.allSettled(reached);
}

/** Resolves when all records are loaded, and no element has changed for some animation frames. */
export async function whenQuiet(): Promise<void> {
  let before = '';
  for (let same = 0; same < QUIET_FRAMES; same += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = stages.map(({element}) => element.shadowRoot?.innerHTML).join();
    if (now !== before || stages.some(isComing)) same = 0;
    before = now;
  }
}

function isComing({element, staysBusy}: Shown): boolean {
  const busy = ':is(.card, [role="listbox"])[aria-busy="true"]';
  return !staysBusy && element.shadowRoot?.querySelector(busy) !== null;
}

/** The addresses of all states, by element. */
export function allPictures(): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(GALLERY).map(([element, states]) => [
      element,
      Object.keys(states).map((state) => `element=${element}&state=${state}`),
    ]),
  );
}

/** The portal's codes of all languages. */
export function allLanguages(): readonly string[] {
  return LANGUAGE_CODES;
}
