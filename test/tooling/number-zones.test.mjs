import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parsePhoneNumberFromString} from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/mobile/examples';
import metadata from 'libphonenumber-js/min/metadata';
import {tsImport} from 'tsx/esm/api';
import {numberZones} from '../../scripts/number-metadata.mjs';
import {projectPath} from '../../scripts/lib/project-path.mjs';

const FOLDER = 'src/components/call-summary/number-zones';

describe('the zones of phone numbers', () => {
  it('are those of libphonenumber-js: node scripts/number-metadata.mjs writes them anew', () => {
    const zones = numberZones();
    const written = readdirSync(projectPath(FOLDER)).map((name) => `${FOLDER}/${name}`);
    assert.deepEqual([...zones.keys()].sort(), written.sort());
    for (const [path, text] of zones) assert.equal(readFileSync(projectPath(path), 'utf8'), text);
  });

  it('write the numbers of every country as all of them together do', async () => {
    const source = projectPath('src/components/call-summary/number-metadata.ts');
    const {metadataFor} = await tsImport(source, import.meta.url);
    const numbers = Object.entries(examples).map(([country, national]) => {
      const [code] = metadata.countries[/** @type {'DE'} */ (country)] ?? [];
      return `+${code}${national}`;
    });
    assert.ok(numbers.length > 200);
    // Satellites belong to no country.
    for (const number of [...numbers, '+870773111632']) {
      const expected = parsePhoneNumberFromString(number, metadata);
      const found = parsePhoneNumberFromString(number, await metadataFor(number));
      assert.equal(found?.country, expected?.country, number);
      assert.equal(found?.formatNational(), expected?.formatNational(), number);
      assert.equal(found?.isPossible(), true, number);
    }
  });

  it('keep their notice in the minified file', async () => {
    const {banner} = await import('../../rollup.config.mjs');
    const moduleIds = [projectPath(FOLDER, 'zone-4.ts')];
    assert.match(banner({moduleIds}), /libphonenumber-js: Copyright Nikolay Kuchumov, MIT/);
  });
});
