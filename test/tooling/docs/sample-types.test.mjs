/** Every script of the documentation has the types of the package. */
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {docsPages, samplesOf} from './samples.mjs';
import {typeErrorsOf} from './sample-types.mjs';

const SCRIPTS = docsPages()
  .flatMap(samplesOf)
  .filter(({language, marker}) => /^[jt]s$/.test(language) && marker['not-run'] === undefined);

it('the scripts of the documentation have the types of the package', () => {
  assert.ok(SCRIPTS.length > 10);
  assert.deepEqual(Object.fromEntries(typeErrorsOf(SCRIPTS)), {});
});
