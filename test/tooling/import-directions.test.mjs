import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {importDirections} from '../../tools/eslint-rooms/import-directions.mjs';
import {rooms, whyNotImport, whyNotImportPackage} from '../../tools/eslint-rooms/rooms.mjs';
import {lintFiles} from './lint-files.mjs';

/** A file of each room. */
const files = {
  model: 'model/call.ts',
  i18n: 'i18n/text.ts',
  port: 'portal/portal.ts',
  portal: 'portal/frame/frame-portal.ts',
  crm: 'crm/record.ts',
  hub: 'hub/hub.ts',
  controller: 'controller/snapshot.ts',
  softphone: 'softphone/softphone.ts',
  events: 'events/call-command-event.ts',
  startup: 'startup/connect.ts',
  'components/shared': 'components/shared/base.ts',
  components: 'components/call-summary/call-summary.ts',
  simulator: 'simulator/portal/clock.ts',
  'simulator/node': 'simulator/node/http-adapter.ts',
  adapter: 'bx24.ts',
  define: 'define.ts',
  'drop-in': 'drop-in.ts',
  index: 'index.ts',
  worker: 'worker.ts',
};

/** Who may import whom, as the architecture says it. */
const allowed = {
  model: '',
  i18n: 'model',
  port: 'model',
  portal: 'model port',
  crm: 'model port',
  hub: 'model',
  controller: 'model port crm hub',
  softphone: 'model controller',
  events: 'model controller',
  startup: 'model port portal controller',
  'components/shared': 'startup controller hub crm events model i18n',
  components: 'startup controller hub crm events model i18n components/shared',
  simulator: 'model',
  'simulator/node': 'model simulator',
  adapter: 'model port portal',
  define:
    'model port portal crm hub controller softphone events i18n startup components/shared components',
  'drop-in':
    'model port portal crm hub controller softphone events i18n startup components/shared components define',
  index:
    'model port portal crm hub controller softphone events i18n startup components/shared components',
  worker:
    'model port portal crm hub controller softphone events i18n startup components/shared components',
};

describe('who may import whom', () => {
  it('knows every room', () => {
    assert.deepEqual(rooms.map(({name}) => name).sort(), Object.keys(files).sort());
  });

  for (const [from, fromFile] of Object.entries(files)) {
    it(`${from} imports what it may, and nothing else`, () => {
      const may = Object.entries(files)
        .filter(([to, toFile]) => to !== from && !whyNotImport(fromFile, toFile))
        .map(([to]) => to);
      const expected = allowed[/** @type {keyof typeof allowed} */ (from)];
      assert.deepEqual(may.sort(), expected.split(' ').filter(Boolean).sort());
    });
  }

  it('lets files of one room import each other, but not of two elements', () => {
    assert.equal(whyNotImport('model/call.ts', 'model/reading.ts'), undefined);
    assert.equal(whyNotImport(files.components, 'components/call-summary/timer.ts'), undefined);
    assert.match(
      whyNotImport(files.components, 'components/call-notes/call-notes.ts') ?? '',
      /another one's folder, here components\/call-notes/,
    );
  });

  it('refuses files that are in no room', () => {
    assert.match(whyNotImport('helpers.ts', files.model) ?? '', /helpers\.ts is in no room/);
    assert.match(whyNotImport(files.crm, 'helpers.ts') ?? '', /helpers\.ts is in no room/);
  });

  it('lets each room have its packages only', () => {
    assert.equal(whyNotImportPackage(files.components, 'lit/decorators.js'), undefined);
    assert.equal(whyNotImportPackage(files.portal, '@bitrix24/b24jssdk'), undefined);
    assert.equal(whyNotImportPackage(files['simulator/node'], 'node:http'), undefined);
    assert.match(whyNotImportPackage(files.controller, 'lit') ?? '', /may not import the package/);
    assert.match(whyNotImportPackage(files.components, 'lit-html') ?? '', /package lit-html/);
    assert.match(whyNotImportPackage(files.simulator, 'node:http') ?? '', /package node:http/);
  });
});

describe('the rule import-directions', () => {
  const project = {
    'src/model/call/call.ts': '',
    'src/portal/portal.ts': '',
    'src/portal/frame/wire.ts': '',
  };
  /** @param {string} code */
  const complaints = (code) =>
    lintFiles(importDirections, {...project, 'src/crm/record.ts': code}, 'src/crm/record.ts');

  it('accepts an allowed import', () => {
    assert.deepEqual(complaints(`import {call} from '../model/call.js';`), []);
    assert.deepEqual(complaints(`import {portal} from '../portal/portal.js';`), []);
  });

  for (const [kind, code] of Object.entries({
    import: `import {x} from '../portal/frame/wire.js';`,
    'type import': `import type {X} from '../portal/frame/wire.js';`,
    'inline type import': `import {type X} from '../portal/frame/wire.js';`,
    'bare import': `import '../portal/frame/wire.js';`,
    're-export': `export {x} from '../portal/frame/wire.js';`,
    'type re-export': `export type {X} from '../portal/frame/wire.js';`,
    're-export of all': `export * from '../portal/frame/wire.js';`,
    'dynamic import': `await import('../portal/frame/wire.js');`,
    'import in a type': `type X = import('../portal/frame/wire.js').X;`,
  })) {
    it(`reports a forbidden ${kind}`, () => {
      assert.deepEqual(complaints(code), ['crm may not import portal, only model, port.']);
    });
  }

  it('reports packages, and paths that lead out of src', () => {
    assert.deepEqual(complaints(`import 'lit';`), ['crm may not import the package lit.']);
    assert.deepEqual(complaints(`import '../../demo/app.js';`), [
      '../../demo/app.js is outside of src.',
    ]);
    assert.deepEqual(complaints(`import '/src/model/call/call.js';`), [
      '/src/model/call/call.js is outside of src.',
    ]);
  });

  it('leaves files outside of src alone', () => {
    const test = 'test/crm/record.test.ts';
    const code = `import '../../src/portal/frame/wire.js';`;
    assert.deepEqual(lintFiles(importDirections, {...project, [test]: code}, test), []);
  });
});
