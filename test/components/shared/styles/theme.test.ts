import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, css, html as template, type TemplateResult} from 'lit';
import {CallCardContextElement} from '../../../../src/components/call-card-context/call-card-context.js';
import {buttonStyles, hostStyles} from '../../../../src/components/shared/styles/styles.js';

class ThemedElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, css``];

  override render(): TemplateResult {
    return template`<div class="card"><button>Set</button></div>`;
  }
}
customElements.define('themed-element', ThemedElement);
customElements.define('call-card-context', CallCardContextElement);

const LIGHT = {text: 'rgb(51, 51, 51)', card: 'rgb(255, 255, 255)', scheme: 'light'};
const DARK = {text: 'rgb(248, 248, 248)', card: 'rgb(38, 38, 38)', scheme: 'dark'};

function lookOf(element: Element | null): object {
  const card = element?.shadowRoot?.querySelector('.card');
  const {color, backgroundColor, colorScheme} = getComputedStyle(card!);
  return {text: color, card: backgroundColor, scheme: colorScheme};
}

async function show(page: TemplateResult): Promise<Element> {
  const place = await fixture(html`<div>${page}</div>`);
  return place.querySelector('themed-element')!;
}

describe('the look', () => {
  it('is light when nothing is said', async () => {
    expect(lookOf(await show(html`<themed-element></themed-element>`))).to.deep.equal(LIGHT);
  });

  it('is dark where the element or its context says so', async () => {
    const own = html`<themed-element theme="dark"></themed-element>`;
    expect(lookOf(await show(own))).to.deep.equal(DARK);
    const inside = html`<call-card-context theme="dark"
      ><themed-element></themed-element
    ></call-card-context>`;
    expect(lookOf(await show(inside))).to.deep.equal(DARK);
    const other = html`<call-card-context theme="dark"
      ><themed-element theme="light"></themed-element
    ></call-card-context>`;
    expect(lookOf(await show(other)), 'the nearer one counts').to.deep.equal(LIGHT);
  });

  // The pictures are taken in both systems; here it is the one that there is.
  it('follows the system with auto', async () => {
    const {matches} = matchMedia('(prefers-color-scheme: dark)');
    const element = await show(html`<themed-element theme="auto"></themed-element>`);
    expect(lookOf(element)).to.deep.equal(matches ? DARK : LIGHT);
  });

  it('takes the page’s colours, then the theme’s, then the portal’s', async () => {
    const portal = '--ui-color-base-1: rgb(1, 1, 1)';
    const text = async (style: string, theme: string): Promise<unknown> =>
      lookOf(await show(html`<themed-element style=${style} theme=${theme}></themed-element>`));
    expect(await text(portal, 'light')).to.deep.equal({...LIGHT, text: 'rgb(1, 1, 1)'});
    expect(await text(portal, 'dark')).to.deep.equal(DARK);
    const own = `${portal}; --call-card-color: rgb(2, 2, 2)`;
    expect(await text(own, 'dark')).to.deep.equal({...DARK, text: 'rgb(2, 2, 2)'});
  });

  it('is smaller where it is compact, and nowhere too small to hit', async () => {
    const heights = async (page: TemplateResult): Promise<number> =>
      (await show(page)).shadowRoot!.querySelector('button')!.getBoundingClientRect().height;
    expect(await heights(html`<themed-element></themed-element>`)).to.equal(34);
    expect(await heights(html`<themed-element compact></themed-element>`)).to.equal(28);
    const inside = html`<call-card-context compact
      ><themed-element></themed-element
    ></call-card-context>`;
    expect(await heights(inside)).to.equal(28);
  });

  it('has a width of its own in a row of other things', async () => {
    const element = await show(html`<themed-element style="float: left"></themed-element>`);
    expect(element.getBoundingClientRect().width).to.equal(320);
  });
});
