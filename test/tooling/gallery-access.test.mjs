import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {openGallery} from '../../scripts/gallery-page.mjs';
import {projectPath} from '../../scripts/project-path.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(projectPath('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** The themes in which all pictures of a language are looked at. */
const THEMES = {en: ['light', 'dark'], ar: ['light']};

/** Their states write into the page's storage, so they are shown one at a time. */
const ALONE = ['call-notes'];

/** @type {Awaited<ReturnType<typeof openGallery>>} */
let gallery;
before(async () => {
  gallery = await openGallery();
});
after(() => gallery.close());

describe('axe objects to nothing in the gallery', () => {
  for (const [lang, themes] of Object.entries(THEMES)) {
    it(`in ${lang}: ${themes.join(' and ')}`, async () => {
      const shown = await gallery.openPage();
      await shown.page.evaluate(AXE);
      for (const [element, pictures] of Object.entries(await shown.pictures())) {
        const addresses = pictures.map((picture) => `${picture}&width=360&lang=${lang}`);
        const groups = ALONE.includes(element) ? addresses.map((one) => [one]) : [addresses];
        for (const group of groups) {
          await shown.show(group);
          for (const theme of themes) {
            await shown.call('picture-checks', 'setTheme', theme);
            const objections = await shown.call('picture-checks', 'objectionsOf', RULES);
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

describe('nothing is cut off at 280 pixels', () => {
  const states = [
    'element=call-summary&state=muted-and-held',
    'element=call-summary&state=long-line',
    'element=call-state-controls&state=shortcuts',
    'element=call-state-controls&state=refused',
    'element=call-state-controls&state=transfer',
    'element=call-state-controls&state=ui-moneyError',
    'element=call-state-controls&state=ui-transferring',
    'element=call-state-controls&state=tab-held-open',
  ];

  it('in any language', async () => {
    const shown = await gallery.openPage();
    const languages = await shown.call('several-pictures', 'allLanguages');
    assert.equal(languages.length, 20);
    for (const lang of languages) {
      await shown.show(states.map((state) => `${state}&width=280&lang=${lang}`));
      const lines = await shown.call('picture-checks', 'overflowing');
      assert.deepEqual(lines, [], lang);
    }
    await shown.page.context().close();
  });
});
