import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createContext, runInContext} from 'node:vm';
import {rollup} from 'rollup';
import {htmlPolicy} from '../../tools/rollup-html-policy.mjs';
import {virtualModules} from './virtual-modules.mjs';

const LIT = '/node_modules/lit-html/lit-html.js';
const MINIFIED =
  's=globalThis.trustedTypes,e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0,h="$lit$"';

/** @param {string} [lit] */
async function build(lit = MINIFIED) {
  const source = `const ${lit};export default e;`;
  const plugins = [virtualModules({[LIT]: source}), htmlPolicy()];
  const bundle = await rollup({input: LIT, plugins});
  const {output} = await bundle.generate({format: 'iife', name: 'policy'});
  return `${output[0].code}; policy`;
}

/**
 * A page whose header allows these names, once each.
 * @param {readonly string[]} allowed
 */
function openPage(allowed) {
  /** @type {string[]} */
  const made = [];
  const trustedTypes = {
    /** @param {string} name @param {object} rules */
    createPolicy(name, rules) {
      if (!allowed.includes(name) || made.includes(name)) throw new TypeError(`No ${name}.`);
      made.push(name);
      return rules;
    },
  };
  const page = createContext({trustedTypes});
  /** @param {string} code */
  const load = (code) => runInContext(code, page);
  return {made, load};
}

describe('the policy of the Lit that is built in', () => {
  it('has the kit’s own name, and the copies on a page share it', async () => {
    const code = await build();
    const {made, load} = openPage(['call-card-kit', 'lit-html']);
    const policy = load(code);
    assert.equal(policy.createHTML('<b>'), '<b>');
    assert.equal(load(code), policy);
    assert.deepEqual(made, ['call-card-kit']);
  });

  it('has Lit’s name where the header allows that alone, as with the files before', async () => {
    const {made, load} = openPage(['lit-html']);
    load(await build());
    assert.deepEqual(made, ['lit-html']);
  });

  it('says what the header must name where it allows neither', async () => {
    const {load} = openPage(['default']);
    const code = await build();
    assert.throws(() => load(code), /Content-Security-Policy.*trusted-types call-card-kit/);
  });

  it('is none where the browser does not know trusted types', async () => {
    assert.equal(runInContext(await build(), createContext({})), undefined);
  });

  it('ends the build when Lit makes its policy in another way', async () => {
    const changed = 's=trustedTypes,e=s.createPolicy("lit-html",{createHTML:(t)=>String(t)})';
    await assert.rejects(build(changed), /another way/);
  });
});
