import {expect} from '@open-wc/testing';
import {LitElement, html} from 'lit';
import {property} from 'lit/decorators.js';

class SmokeElement extends LitElement {
  @property() label = 'ready';

  override render() {
    return html`<p>${this.label}</p>`;
  }
}
customElements.define('smoke-element', SmokeElement);

describe('the toolchain', () => {
  it('runs decorated Lit elements written in TypeScript', async () => {
    const element = new SmokeElement();
    document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('ready');
  });
});
