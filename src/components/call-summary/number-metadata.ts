/** What libphonenumber-js has to know of countries to write their numbers. */
import type {MetadataJson} from 'libphonenumber-js/core';

/**
 * Of all countries. The files for script tags have another source for this (`tools/rollup-number-zones.mjs`),
 * which fetches only the zone of the world that the first digit of a number tells (ITU-T E.164).
 *
 * The parameter is the number, with its country's code: `+4930123456`.
 */
export const metadataFor: (number: string) => Promise<MetadataJson> = async () =>
  (await import('libphonenumber-js/min/metadata')).default;
