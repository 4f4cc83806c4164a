/** Shows several pictures on one page at once: for tests, which look at all of them in one go. */
import {LANGUAGE_CODES} from '../../src/model/call/language.js';
import {pictureOf} from './gallery-address.js';
import {GALLERY, showPicture, type Stage} from './gallery-stage.js';
import type {GalleryStates} from './gallery-state.js';

/** So many frames without a change: nothing is on its way any more. */
const QUIET_FRAMES = 6;

/** A picture, and whether it is of something that never comes. */
interface Shown extends Stage {
  readonly staysBusy: boolean;
}

let stages: readonly Shown[] = [];

/**
 * Resolves when the states are reached. What was shown before goes away.
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

/** Resolves when every record has come that will, and no element has changed for some frames. */
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

/** The addresses of every state of every element, by the elements. */
export function allPictures(): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(GALLERY).map(([element, states]) => [
      element,
      Object.keys(states).map((state) => `element=${element}&state=${state}`),
    ]),
  );
}

/** The portal's codes of every language. */
export function allLanguages(): readonly string[] {
  return LANGUAGE_CODES;
}
