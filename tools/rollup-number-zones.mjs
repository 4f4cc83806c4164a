/**
 * A Rollup plugin that puts what libphonenumber-js knows of countries into a file for each zone of the
 * world, found by the first digit of a number. All countries together are six times as much.
 */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

/** Before the digit of a zone. The path tells whose work it is. */
const ZONE = '\0zone:/libphonenumber-js/';

/**
 * @typedef {Readonly<Record<string, unknown>>} Countries
 * @typedef {{version: number, country_calling_codes: Readonly<Record<string, readonly string[]>>,
 *   countries: Countries, nonGeographic?: Countries}} Metadata
 */

/**
 * @param {string} name how the files' names begin
 * @returns {import('rollup').Plugin}
 */
export function numberZones(name) {
  const zones = zonesOf(readMetadata());
  return {
    name: 'number-zones',
    resolveId: (id) => (id.startsWith(ZONE) ? id : null),
    load(id) {
      const zone = id.startsWith(ZONE) ? zones.get(id.slice(ZONE.length)) : undefined;
      if (zone !== undefined) return `export default ${JSON.stringify(zone)};`;
      if (!id.endsWith('/number-metadata.ts')) return null;
      for (const digit of zones.keys()) {
        const fileName = `${name}-${digit}.min.js`;
        this.emitFile({type: 'chunk', id: ZONE + digit, fileName});
      }
      // The digit behind the plus sign.
      return `export const metadataFor = async (number) =>
        (await import(\`./${name}-\${number[1]}.min.js\`)).default;`;
    },
  };
}

/** @returns {Metadata} */
function readMetadata() {
  const path = createRequire(import.meta.url).resolve('libphonenumber-js/min/metadata');
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * @param {Metadata} metadata
 * @returns {ReadonlyMap<string, Metadata>} by the first digit of the zones' country codes
 */
function zonesOf(metadata) {
  const codes = Object.entries(metadata.country_calling_codes);
  const digits = new Set(codes.map(([code]) => code.charAt(0)));
  return new Map(
    [...digits].map((digit) => {
      const own = codes.filter(([code]) => code.startsWith(digit));
      const names = own.flatMap(([, countries]) => countries);
      const nonGeographic = Object.entries(metadata.nonGeographic ?? {});
      return [
        digit,
        {
          version: metadata.version,
          country_calling_codes: Object.fromEntries(own),
          countries: Object.fromEntries(names.map((each) => [each, metadata.countries[each]])),
          nonGeographic: Object.fromEntries(
            nonGeographic.filter(([code]) => code.startsWith(digit)),
          ),
        },
      ];
    }),
  );
}
