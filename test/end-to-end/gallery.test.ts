/** The gallery's pages, and its pictures of every element but the panel. */
import {expect, fixture, html} from '@open-wc/testing';
import {MANNERS} from '../../demo/gallery/gallery-address.js';
import {GALLERY, showPicture} from '../../demo/gallery/gallery-stage.js';
import type {GalleryElementName} from '../../demo/gallery/gallery-stage.js';
import type {GalleryStates} from '../../demo/gallery/gallery-state.js';
import {itShowsEveryPicture, wordsOf} from './gallery-pictures.js';
import {waitUntil} from '../support/wait-until.js';

const PAGE = '/demo/gallery/index.html';
/** A page of the gallery loads all of the kit. */
const SLOW = {timeout: 20_000};
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
      const shown = (): string => wordsOf(frame.contentDocument?.querySelector(element));
      await waitUntil(() => shown().includes(words), `“${words}” should be shown`, SLOW);
      const {width} = frame.contentDocument
        ?.querySelector('.gallery-stage.dark')
        ?.getBoundingClientRect() ?? {width: 0};
      expect(width).to.be.closeTo(336, 16);
    });
  }

  it('shows a picture in the manner of its address', async () => {
    const manner = 'lang=ar&theme=dark&density=compact&dir=ltr';
    const frame = await openPage(`${PAGE}?element=call-summary&state=no-call&${manner}`);
    const shown = (): Element | null | undefined =>
      frame.contentDocument?.querySelector('call-summary')?.shadowRoot?.querySelector('.card');
    await waitUntil(() => shown()?.getAttribute('lang') === 'ar-SA', 'it should be Arabic', SLOW);
    expect(shown()?.getAttribute('dir')).to.equal('ltr');
    const {backgroundColor, padding} = getComputedStyle(shown()!);
    expect([backgroundColor, padding]).to.deep.equal(['rgb(38, 38, 38)', '10px']);
  });

  it('links every picture, and every manner to see it in', async () => {
    const frame = await openPage(`${PAGE}?lang=ar&theme=dark`);
    const links = (): HTMLAnchorElement[] => [
      ...(frame.contentDocument?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []),
    ];
    await waitUntil(() => links().length > 0, 'the index should be shown', SLOW);
    const addresses = links().map(({search}) => new URLSearchParams(search));
    const pictures = addresses.filter((address) => address.has('element'));
    expect(pictures.map(String)).to.have.members(
      Object.entries(GALLERY).flatMap(([element, states]) =>
        Object.keys(states).map((state) =>
          new URLSearchParams({lang: 'ar', theme: 'dark', element, state}).toString(),
        ),
      ),
    );
    const manners = addresses.filter((address) => !address.has('element'));
    for (const [name, choices] of Object.entries(MANNERS)) {
      const linked = manners.map((address) => address.get(name) ?? '');
      expect(linked, name).to.include.members([...choices]);
    }
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
    SLOW,
  );
  return frame;
}
