/** The gallery's pages, and its pictures of every element but the panel. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {GALLERY, showPicture, THEMES} from '../../demo/gallery/gallery-stage.js';
import type {GalleryElementName} from '../../demo/gallery/gallery-stage.js';
import type {GalleryStates} from '../../demo/gallery/gallery-state.js';
import {itShowsEveryPicture, wordsOf} from './gallery-pictures.js';

const PAGE = '/demo/gallery/index.html';
const ELEMENTS = Object.keys(GALLERY) as GalleryElementName[];

for (const element of ELEMENTS.filter((name) => name !== 'crm-entity-panel')) {
  describe(`<${element}> in the gallery`, function () {
    this.timeout(60_000);
    itShowsEveryPicture(element);
  });
}

describe('the gallery', function () {
  this.timeout(60_000);

  for (const element of ELEMENTS) {
    const states: GalleryStates = GALLERY[element];

    it(`has a page for <${element}>`, async () => {
      const [state = '', {words} = {words: ''}] = Object.entries(states).at(-1) ?? [];
      const address = `${PAGE}?element=${element}&state=${state}&theme=dark&width=320`;
      const frame = await openPage(address);
      await waitUntil(() => wordsOf(frame.contentDocument?.querySelector(element)).includes(words));
      const {width} = frame.contentDocument
        ?.querySelector('.gallery-stage.dark')
        ?.getBoundingClientRect() ?? {width: 0};
      expect(width).to.be.closeTo(336, 16);
    });
  }

  it('links every picture', async () => {
    const frame = await openPage(PAGE);
    const links = (): HTMLAnchorElement[] => [
      ...(frame.contentDocument?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []),
    ];
    await waitUntil(() => links().length > 0, 'the index should be shown');
    const linked = links().map(({search}) => new URLSearchParams(search));
    const pictures = Object.entries(GALLERY).flatMap(([element, states]) =>
      Object.keys(states).flatMap((state) => THEMES.map((theme) => [element, state, theme].join())),
    );
    expect(
      linked.map((one) => ['element', 'state', 'theme'].map((key) => one.get(key)).join()),
    ).to.have.members(pictures);
  });

  it('refuses a state that there is not', () => {
    const show = (): unknown =>
      showPicture({element: 'call-summary', state: 'asleep'}, document.body);
    expect(show).to.throw('<call-summary> has no state asleep.');
  });
});

async function openPage(address: string): Promise<HTMLIFrameElement> {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="Gallery" src=${address}></iframe>`,
  );
  await waitUntil(
    () =>
      frame.contentDocument?.readyState === 'complete' &&
      frame.contentWindow?.location.pathname === PAGE,
    'the page should load',
    {timeout: 20_000},
  );
  return frame;
}
