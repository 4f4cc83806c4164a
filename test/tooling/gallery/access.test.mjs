import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {openGallery} from './gallery-page.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(projectPath('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/**
 * The themes in which all pictures of a language are looked at, and whether for contrast: another theme
 * has other colours and the same structure, another language the other way round.
 */
const LOOKS = /** @type {const} */ ({
  en: {light: 'too', dark: 'only'},
  ar: {light: 'none'},
});

/** Their states write into the page's storage, so they are shown one at a time. */
const ALONE = ['call-notes'];

/** @type {Awaited<ReturnType<typeof openGallery>>} */
let gallery;
before(async () => {
  gallery = await openGallery();
});
after(() => gallery.close());

describe('axe objects to nothing in the gallery', () => {
  for (const [lang, themes] of Object.entries(LOOKS)) {
    it(`in ${lang}: ${Object.keys(themes).join(' and ')}`, async () => {
      const shown = await gallery.openPage();
      await shown.page.evaluate(AXE);
      for (const [element, pictures] of Object.entries(await shown.pictures())) {
        const addresses = pictures.map((picture) => `${picture}&width=360&lang=${lang}`);
        const groups = ALONE.includes(element) ? addresses.map((one) => [one]) : [addresses];
        for (const group of groups) {
          await shown.show(group);
          for (const [theme, contrast] of Object.entries(themes)) {
            await shown.call('picture-checks', 'setTheme', theme);
            const objections = await shown.call('picture-checks', 'objectionsOf', RULES, contrast);
            assert.equal(objections.join('\n'), '', theme);
            const count = await shown.call('picture-checks', 'countShown');
            assert.equal(count, group.length, `each picture of ${element} is there`);
          }
        }
      }
      await shown.page.context().close();
    });
  }
});

/** How the pictures are read: with zoom, large letters, more space. */
const READINGS = {
  'in a window of 320 pixels, as at 400 % zoom': {width: 320},
  'at 200 % zoom of a card that is 400 pixels wide': {width: 200},
  'with letters of twice the size': {width: 400, letters: 2},
  'with more space between letters, words and lines': {width: 320, spaced: true},
};

describe('all words can be read', () => {
  /** @type {import('./gallery-page.mjs').GalleryPage} */
  let shown;
  /** @type {Record<string, string[]>} */
  const found = {};
  before(async () => {
    shown = await gallery.openPage();
    for (const [element, pictures] of Object.entries(await shown.pictures())) {
      // German, which has the longest words.
      const addresses = pictures.map((picture) => `${picture}&lang=de`);
      const groups = ALONE.includes(element) ? addresses.map((one) => [one]) : [addresses];
      for (const group of groups) {
        await shown.show(group);
        for (const [name, reading] of Object.entries(READINGS)) {
          await shown.call('text-fit', 'readAs', reading);
          const lines = await shown.call('text-fit', 'misfits');
          found[name] = [...(found[name] ?? []), ...lines];
        }
      }
    }
  });
  after(() => shown.page.context().close());

  for (const name of Object.keys(READINGS)) {
    it(name, () => assert.deepEqual(found[name], []));
  }
});

describe('nothing is cut off at 280 pixels', () => {
  const states = [
    'element=call-summary&state=muted-and-held',
    'element=call-summary&state=long-line',
    'element=call-state-controls&state=shortcuts',
    'element=call-state-controls&state=refused',
    'element=call-state-controls&state=transfer-neither',
    'element=call-state-controls&state=transfer-no-scope',
    'element=call-state-controls&state=campaign',
    'element=call-state-controls&state=ui-moneyError',
    'element=call-state-controls&state=ui-transferring',
    'element=call-state-controls&state=tab-held-open',
    'element=crm-history&state=this-call',
    'element=crm-history&state=stale',
    'element=crm-history&state=empty',
    'element=crm-history&state=denied',
    'element=crm-history&state=no-record',
  ];
  const notes = ['uncertain', 'earlier-call', 'offline', 'saving'];

  it('in any language', async () => {
    const shown = await gallery.openPage();
    const languages = await shown.call('several-pictures', 'allLanguages');
    assert.equal(languages.length, 20);
    for (const lang of languages) {
      const groups = [states, ...notes.map((state) => [`element=call-notes&state=${state}`])];
      for (const group of groups) {
        await shown.show(group.map((state) => `${state}&width=280&lang=${lang}`));
        assert.deepEqual(await shown.call('text-fit', 'misfits'), [], lang);
        assert.deepEqual(await shown.call('text-fit', 'unevenButtons'), [], lang);
      }
    }
    await shown.page.context().close();
  });
});
