/** What libphonenumber-js has to know of countries to write their numbers: a module for each zone. */
import type {MetadataJson} from 'libphonenumber-js/core';

/** By the zone of the world, which the first digit of a country's code tells (ITU-T E.164). */
const ZONES: Readonly<Record<string, () => Promise<{readonly zone: MetadataJson}>>> = {
  1: () => import('./number-zones/zone-1.js'),
  2: () => import('./number-zones/zone-2.js'),
  3: () => import('./number-zones/zone-3.js'),
  4: () => import('./number-zones/zone-4.js'),
  5: () => import('./number-zones/zone-5.js'),
  6: () => import('./number-zones/zone-6.js'),
  7: () => import('./number-zones/zone-7.js'),
  8: () => import('./number-zones/zone-8.js'),
  9: () => import('./number-zones/zone-9.js'),
};

/**
 * The metadata of the number's zone; nothing where there is no such zone. Rejects when it can't be loaded.
 *
 * @param number - with its country's code: `+4930123456`
 */
export async function metadataFor(number: string): Promise<MetadataJson | undefined> {
  return (await ZONES[number.charAt(1)]?.())?.zone;
}
