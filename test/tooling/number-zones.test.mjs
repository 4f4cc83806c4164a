import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parsePhoneNumberFromString} from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/mobile/examples';
import metadata from 'libphonenumber-js/min/metadata';
import {rollup} from 'rollup';
import {numberZones} from '../../tools/rollup-number-zones.mjs';

/** @returns {Promise<Map<string, string>>} the code of each file that is written */
async function built() {
  const bundle = await rollup({
    input: '/number-metadata.ts',
    plugins: [
      {name: 'source', resolveId: (id) => (id === '/number-metadata.ts' ? id : null)},
      numberZones('kit-numbers'),
    ],
  });
  const {output} = await bundle.generate({entryFileNames: '[name].js'});
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
  );
}

/**
 * @param {string} code
 * @returns {Promise<import('libphonenumber-js/core').MetadataJson>}
 */
async function valueOf(code) {
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
}

describe('the files of number zones', () => {
  it('are one for each first digit, and found by it', async () => {
    const files = await built();
    const zones = [...files.keys()].filter((name) => name.startsWith('kit-numbers-')).sort();
    assert.deepEqual(
      zones,
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `kit-numbers-${digit}.min.js`),
    );
    const code = files.get('number-metadata.js') ?? '';
    assert.match(code, /import\(`\.\/kit-numbers-\$\{number\[1\]\}\.min\.js`\)/);
  });

  it('write the numbers of every country as all of them together do', async () => {
    const files = await built();
    const numbers = Object.entries(examples).map(([country, national]) => {
      const [code] = metadata.countries[/** @type {'DE'} */ (country)] ?? [];
      return `+${code}${national}`;
    });
    assert.ok(numbers.length > 200);
    // Satellites belong to no country.
    for (const number of [...numbers, '+870773111632']) {
      const zone = await valueOf(files.get(`kit-numbers-${number[1]}.min.js`) ?? '');
      const expected = parsePhoneNumberFromString(number, metadata);
      const found = parsePhoneNumberFromString(number, zone);
      assert.equal(found?.country, expected?.country, number);
      assert.equal(found?.formatNational(), expected?.formatNational(), number);
      assert.equal(found?.isPossible(), true, number);
    }
  });
});
