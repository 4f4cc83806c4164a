/**
 * The tests of every picture of one element: the words of its state. What axe says of each of them, in
 * light, dark and Arabic, is tested in test/tooling.
 */
import {fixture, html} from '@open-wc/testing';
import '../../src/entries/define.js';
import {
  GALLERY,
  showPicture,
  type GalleryElementName,
  type Stage,
} from '../../demo/gallery/gallery-stage.js';
import type {GalleryStates} from '../../demo/gallery/gallery-state.js';
import {waitUntil} from '../support/wait-until.js';

/** What can be read in an element, through its shadow root; not what it only says aloud. */
export function wordsOf(node: Element | null | undefined): string {
  const root = node?.shadowRoot ?? node;
  const texts = [...(root?.children ?? [])]
    .filter(({localName}) => localName !== 'style')
    .map((child) => {
      const copy = child.cloneNode(true);
      if (copy instanceof Element) copy.querySelector('#news')?.remove();
      return copy.textContent;
    });
  return texts.join(' ').replace(/\s+/g, ' ');
}

/** One test for each state of the element. */
export function itShowsEveryPicture(element: GalleryElementName): void {
  const states: GalleryStates = GALLERY[element];
  const warn = console.warn;
  let stage: Stage | undefined;

  before(loadStyles);
  beforeEach(() => {
    // Bad attributes are one of the pictures, and warn.
    console.warn = () => undefined;
  });
  afterEach(() => {
    stage?.clear();
    console.warn = warn;
  });

  for (const [state, {words, connection}] of Object.entries(states)) {
    it(`shows ${state}`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      stage = showPicture({element, state, width: 360}, place);
      const shown = stage.element;
      await waitUntil(() => wordsOf(shown).includes(words), `“${words}” should be shown`, {
        timeout: 20_000,
      });
      if (connection !== 'never') await stage.reached;
    });
  }
}

async function loadStyles(): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = '/demo/gallery/gallery.css';
  const loaded = new Promise((resolve) => sheet.addEventListener('load', resolve));
  document.head.append(sheet);
  await loaded;
}
