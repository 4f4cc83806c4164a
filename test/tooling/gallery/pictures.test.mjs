import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {openGallery} from './gallery-page.mjs';
import {
  differenceOf,
  FAILED,
  fileOf,
  FONTS_FILE,
  keepFailed,
  measureFonts,
  PICTURES,
  takePicture,
} from './pictures.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

const KEPT = readdirSync(projectPath('test', 'pictures')).filter((name) => name.endsWith('.png'));
const LARGEST = 15 * 1024;
const FONTS =
  'The fonts of this machine are not those of the pictures, which are drawn with DejaVu Sans ' +
  '(Debian: fonts-dejavu-core) in Debian’s Chromium. Every picture would differ.';

describe('the gallery looks as it did', () => {
  /** @type {Awaited<ReturnType<typeof openGallery>>} */
  let gallery;
  /** @type {import('./gallery-page.mjs').GalleryPage} */
  let shown;
  before(async () => {
    gallery = await openGallery();
    shown = await gallery.openPage();
    const fonts = JSON.parse(readFileSync(FONTS_FILE, 'utf8'));
    assert.deepEqual(await measureFonts(shown), fonts, FONTS);
  });
  after(() => gallery.close());

  for (const address of PICTURES) {
    const file = fileOf(address);
    it(file, async () => {
      const taken = await takePicture(shown, address);
      const difference = differenceOf(file, taken);
      if (difference === undefined) return;
      keepFailed(file, taken);
      assert.fail(
        `${difference} Look at ${FAILED}; node test/tooling/gallery/take-pictures.mjs takes it anew.`,
      );
    });
  }
});

describe('the pictures', () => {
  it('are those of the list, and small', () => {
    assert.deepEqual(KEPT.sort(), PICTURES.map(fileOf).sort());
    const large = KEPT.filter(
      (file) => statSync(projectPath('test', 'pictures', file)).size > LARGEST,
    );
    assert.deepEqual(large, []);
  });
});
