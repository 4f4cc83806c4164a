/**
 * The gallery's pictures in test/pictures, which `npm test` compares with what is drawn now. Own, because
 * Playwright's `toHaveScreenshot` works in its own test runner only; the comparison is pixelmatch's.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

/** Few that say much: each state that looks like no other, and each manner once. */
export const PICTURES = [
  ...of('call-summary', 400, 'tab ui-incoming muted-and-held hidden-number campaign silent-portal'),
  ...of('call-summary', 280, 'long-line muted-and-held'),
  ...of('call-summary', 800, 'muted-and-held'),
  ...of('call-summary', 400, 'muted-and-held silent-portal', 'theme=dark'),
  ...of('call-summary', 400, 'muted-and-held', 'lang=ar'),
  ...of('call-summary', 400, 'muted-and-held', 'density=compact'),
  ...of('call-state-controls', 400, 'ui-incoming ui-connected ui-transferring shortcuts rated'),
  ...of(
    'call-state-controls',
    400,
    'dial-pad transfer transfer-found pending refused unconfirmed assumed closed tab',
  ),
  ...of('call-state-controls', 280, 'ui-connected tab-held-open'),
  ...of('call-state-controls', 800, 'ui-connected'),
  ...of('call-state-controls', 400, 'rated pending refused closed', 'theme=dark'),
  ...of('call-state-controls', 400, 'rated transfer', 'lang=ar'),
  ...of('call-state-controls', 400, 'ui-connected', 'density=compact'),
  ...of('crm-entity-panel', 400, 'not-linked no-access loading'),
  ...of('crm-entity-panel', 400, 'invoice-empty', 'theme=dark'),
  ...of('crm-entity-panel', 400, 'contact-empty', 'lang=ar'),
  ...of('crm-history', 400, 'denied loading'),
  ...of('crm-history', 280, 'overdue'),
  ...of('crm-history', 800, 'overdue'),
  ...of('crm-history', 400, 'overdue', 'theme=dark'),
  ...of('crm-history', 400, 'overdue', 'lang=ar'),
  ...of('call-notes', 400, 'result-chosen saved offline'),
  ...of('call-notes', 400, 'draft', 'theme=dark'),
  ...of('call-notes', 400, 'arabic', 'lang=ar'),
];

/** So large may the difference of two colours be, from 0 to 1, before a pixel counts as another. */
const THRESHOLD = 0.05;
/** So many pixels of a thousand may differ: antialiasing is not the same in each version. */
const PER_THOUSAND = 0.5;
/** Of a picture, in pixels: what is below says little more. */
const HIGHEST = 360;
/** Between two shades of a colour, of 255. */
const SHADE = 17;
export const FOLDER = projectPath('test', 'pictures');
/** Where the pictures of a comparison that failed are put. */
export const FAILED = projectPath('node_modules', '.cache', 'call-card-kit', 'pictures');

/**
 * @param {string} element
 * @param {number} width
 * @param {string} states
 * @param {string} [manner]
 */
function of(element, width, states, manner) {
  return states
    .split(' ')
    .map((state) =>
      [`element=${element}`, `state=${state}`, `width=${width}`, manner].filter(Boolean).join('&'),
    );
}

/**
 * `call-summary-tab-400.png`
 * @param {string} address
 */
export function fileOf(address) {
  return `${[...new URLSearchParams(address).values()].join('-')}.png`;
}

/**
 * @param {import('./gallery-page.mjs').GalleryPage} shown
 * @param {string} address
 */
export async function takePicture(shown, address) {
  await shown.show([address]);
  const box = await shown.page.locator('.gallery-stage').boundingBox();
  if (box === null) throw new Error(`${address} shows nothing.`);
  const clip = {...box, height: Math.min(box.height, HIGHEST)};
  // What turns stands still.
  const picture = await shown.page.screenshot({animations: 'disabled', clip});
  return withFewerShades(picture);
}

/**
 * The shades of antialiasing are most of a picture's bytes and say least.
 * @param {Buffer} picture
 */
function withFewerShades(picture) {
  const image = PNG.sync.read(picture);
  image.data = Buffer.from(image.data.map((value) => Math.round(value / SHADE) * SHADE));
  return PNG.sync.write(image, {colorType: 2, deflateLevel: 9});
}

/**
 * In words how a picture differs from the one that is kept; nothing when it is the same.
 * @param {string} file
 * @param {Buffer} taken
 */
export function differenceOf(file, taken) {
  const path = projectPath(FOLDER, file);
  if (!existsSync(path)) return 'There is no such picture yet.';
  const [before, now] = [readFileSync(path), taken].map((buffer) => PNG.sync.read(buffer));
  if (!before || !now) return 'It could not be read.';
  const {width, height} = before;
  if (width !== now.width || height !== now.height) {
    return `It was ${width} × ${height} pixels and is ${now.width} × ${now.height}.`;
  }
  const difference = new PNG({width, height});
  const options = {threshold: THRESHOLD};
  const count = pixelmatch(before.data, now.data, difference.data, width, height, options);
  if (count <= (width * height * PER_THOUSAND) / 1000) return undefined;
  keepFailed(`difference-${file}`, PNG.sync.write(difference));
  return `${count} of ${width * height} pixels differ.`;
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
export function keepFailed(file, content) {
  mkdirSync(FAILED, {recursive: true});
  writeFileSync(projectPath(FAILED, file), content);
}

/**
 * How wide this browser draws what is in the pictures. Where fonts differ, so does every picture.
 * @param {import('./gallery-page.mjs').GalleryPage} shown
 * @returns {Promise<Record<string, number>>}
 */
export function measureFonts(shown) {
  return shown.call('picture-checks', 'measureFonts');
}

export const FONTS_FILE = projectPath(FOLDER, 'fonts.json');
