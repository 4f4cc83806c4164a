/** The gallery's addresses: reads the picture that one names, and writes the address of a picture. */
import {LANGUAGE_CODES} from '../../src/model/call/language.js';
import {DENSITIES, DIRECTIONS, isGalleryElement, THEMES, type Picture} from './gallery-stage.js';

/** The options of every picture with their values; the first is the default. */
export const MANNERS = {
  lang: LANGUAGE_CODES,
  theme: THEMES,
  density: DENSITIES,
  width: ['', '280', '400', '800'],
  dir: ['', ...DIRECTIONS],
} as const satisfies Record<string, readonly string[]>;

/**
 * The picture that the address names; `undefined` for the list of all pictures.
 *
 * @throws Error - the element has no pictures
 */
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

/** The address of the page with other parameters; empty values are left out. */
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
