/** The gallery's addresses: which picture one names, and the address of a picture. */
import {LANGUAGE_CODES} from '../../src/model/call/language.js';
import {DENSITIES, DIRECTIONS, isGalleryElement, THEMES, type Picture} from './gallery-stage.js';

/** How a picture may be shown, whichever it is: each with its choices, the first being usual. */
export const MANNERS = {
  lang: LANGUAGE_CODES,
  theme: THEMES,
  density: DENSITIES,
  width: ['', '280', '400', '800'],
  dir: ['', ...DIRECTIONS],
} as const satisfies Record<string, readonly string[]>;

/** None for the list of all pictures. Throws for an element that has none. */
export function pictureOf(address: URLSearchParams): Picture | undefined {
  const element = address.get('element');
  if (element === null) return undefined;
  if (!isGalleryElement(element)) throw new Error(`There are no pictures of <${element}>.`);
  const width = Number(address.get('width'));
  const dir = oneOf(DIRECTIONS, address.get('dir'));
  return {
    element,
    state: address.get('state') ?? '',
    theme: oneOf(THEMES, address.get('theme')) ?? 'light',
    density: oneOf(DENSITIES, address.get('density')) ?? 'normal',
    lang: address.get('lang') ?? 'en',
    ...(width > 0 ? {width} : {}),
    ...(dir === undefined ? {} : {dir}),
  };
}

/** The same page with something else in its address; an empty value is left out. */
export function addressWith(address: URLSearchParams, changes: Record<string, string>): string {
  const changed = new URLSearchParams(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') changed.delete(name);
    else changed.set(name, value);
  }
  return `?${changed.toString()}`;
}

function oneOf<T extends string>(choices: readonly T[], name: string | null): T | undefined {
  return choices.find((choice) => choice === name);
}
