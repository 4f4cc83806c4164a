/**
 * `node scripts/number-metadata.mjs`: writes what libphonenumber-js knows of countries, in a module for each
 * zone of the world. The first digit of an international number tells the zone (ITU-T E.164), and all zones
 * together are six times as much as one. Own, since libphonenumber-metadata-generator makes one file, from
 * Google's XML instead of the metadata of the version that is installed.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {projectPath} from './lib/project-path.mjs';

/**
 * @typedef {{version: number, country_calling_codes: Readonly<Record<string, readonly string[]>>,
 *   countries: Readonly<Record<string, unknown>>, nonGeographic?: Readonly<Record<string, unknown>>}} Metadata
 */

const HEADER = `/**
 * How numbers are written in the countries of one zone. Made by \`node scripts/number-metadata.mjs\` from the
 * metadata of libphonenumber-js, Copyright (c) Nikolay Kuchumov, MIT, which is made from that of Google's
 * libphonenumber, Copyright (c) The Libphonenumber Authors, Apache-2.0.
 */
import type {MetadataJson} from 'libphonenumber-js/core';
`;

/** The modules of all zones, by their paths in the repository. */
export function numberZones() {
  const path = createRequire(import.meta.url).resolve('libphonenumber-js/min/metadata');
  /** @type {Metadata} */
  const metadata = JSON.parse(readFileSync(path, 'utf8'));
  const digits = new Set(Object.keys(metadata.country_calling_codes).map((code) => code.charAt(0)));
  return new Map(
    [...digits].map((digit) => [
      `src/components/call-summary/number-zones/zone-${digit}.ts`,
      `${HEADER}\n// prettier-ignore\nexport const zone: MetadataJson = ${literal(zoneOf(metadata, digit))};\n`,
    ]),
  );
}

/**
 * @param {Metadata} metadata
 * @param {string} digit with which the codes of its countries begin
 * @returns {Metadata}
 */
function zoneOf(metadata, digit) {
  /** @template T @param {Readonly<Record<string, T>>} byCode */
  const own = (byCode) => Object.entries(byCode).filter(([code]) => code.startsWith(digit));
  const codes = own(metadata.country_calling_codes);
  const names = codes.flatMap(([, countries]) => countries);
  return {
    version: metadata.version,
    country_calling_codes: Object.fromEntries(codes),
    countries: Object.fromEntries(names.map((name) => [name, metadata.countries[name]])),
    nonGeographic: Object.fromEntries(own(metadata.nonGeographic ?? {})),
  };
}

/**
 * As JSON, each country in a line of its own, so that a later version's differences can be read.
 * @param {Metadata} metadata
 */
function literal(metadata) {
  const parts = Object.entries(metadata).map(([name, part]) => `  "${name}": ${lines(part)},\n`);
  return `{\n${parts.join('')}}`;
}

/** @param {unknown} part */
function lines(part) {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part);
  const entries = Object.entries(part).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join('')}  }`;
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of numberZones()) {
    mkdirSync(dirname(projectPath(path)), {recursive: true});
    writeFileSync(projectPath(path), text);
  }
}
