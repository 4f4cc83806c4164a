import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openGallery} from './gallery-page.mjs';

const WIDTHS = [200, 240, 280, 320, 360, 400, 520, 800];
/** One that is short, one that is long, one that is longest and one from right to left. */
const LANGUAGES = ['en', 'ru', 'de', 'ar'];

/** Where something is said in one line with dots, stands in rows, or is a drawing alone. */
const PICTURES = [
  ...['tab', 'outgoing', 'long-line', 'hidden-number', 'number-of-no-country', 'callback'].map(
    (state) => `element=call-summary&state=${state}`,
  ),
  ...['muted-and-held', 'ui-incoming', 'campaign'].map(
    (state) => `element=call-summary&state=${state}`,
  ),
  ...['contact', 'contact-complete', 'company', 'callers', 'found-caller', 'several-bindings'].map(
    (state) => `element=crm-entity-panel&state=${state}`,
  ),
  ...['contact', 'this-call', 'open-items', 'stale', 'hostile-contact'].map(
    (state) => `element=crm-history&state=${state}`,
  ),
];

/** @type {Awaited<ReturnType<typeof openGallery>>} */
let gallery;
/** @type {import('./gallery-page.mjs').GalleryPage} */
let shown;
before(async () => {
  gallery = await openGallery();
  shown = await gallery.openPage();
});
after(() => gallery.close());

describe('in every width and direction', () => {
  /** @type {Record<string, string[]>} */
  const found = {hangingDots: [], smallTargets: [], unevenRows: []};
  before(async () => {
    for (const lang of LANGUAGES) {
      for (const density of ['normal', 'compact']) {
        await shown.show(PICTURES.map((one) => `${one}&lang=${lang}&density=${density}`));
        for (const width of WIDTHS) {
          await shown.call('text-fit', 'readAs', {width});
          for (const [check, lines] of Object.entries(found)) {
            const more = await shown.call('layout-checks', check);
            lines.push(...more.map((/** @type {string} */ line) => `${width}: ${line}`));
          }
        }
      }
    }
  });

  it('no dot begins or ends a line', () => assert.deepEqual(found['hangingDots'], []));
  it('no target is smaller than 24 pixels', () => assert.deepEqual(found['smallTargets'], []));
  it('rows of one kind are equally high', () => assert.deepEqual(found['unevenRows'], []));
});

describe('in light and dark', () => {
  for (const theme of ['light', 'dark']) {
    it(`the outline of what is coming is seen: ${theme}`, async () => {
      await shown.show(
        ['crm-entity-panel', 'crm-history'].map(
          (element) => `element=${element}&state=loading&width=400&theme=${theme}`,
        ),
      );
      const contrasts = await shown.call('layout-checks', 'skeletonContrasts');
      assert.ok(contrasts.length > 0);
      assert.ok(Math.min(...contrasts) > 1.25, `${Math.min(...contrasts)}`);
      assert.ok(Math.max(...contrasts) > 1.5, `${Math.max(...contrasts)}`);
    });

    it(`a drawing shows its target to a pointer and to the focus: ${theme}`, async () => {
      const states = ['call-summary&state=tab', 'crm-entity-panel&state=contact'];
      await shown.show(states.map((state) => `element=${state}&width=400&theme=${theme}`));
      const buttons = shown.page.locator('button.icon');
      assert.ok((await buttons.count()) >= 3);
      for (const button of await buttons.all()) {
        assert.equal(await contrastOf(button), 1, 'at rest there is only the drawing');
        await button.hover();
        assert.ok((await contrastOf(button)) > 1.05, 'under a pointer');
        await shown.page.mouse.move(0, 0);
        await button.press('Shift');
        assert.ok((await contrastOf(button)) > 1.05, 'with the focus');
        await button.blur();
      }
    });
  }
});

/** @param {import('playwright-core').Locator} button */
function contrastOf(button) {
  return button.evaluate(async (element, path) => {
    const {targetContrast} = await import(path);
    return targetContrast(element);
  }, '/layout-checks.js');
}
