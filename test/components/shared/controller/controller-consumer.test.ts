import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {CallCardContextElement} from '../../../../src/components/call-card-context/call-card-context.js';
import {ControllerConsumer} from '../../../../src/components/shared/controller/controller-consumer.js';
import type {CallCardController} from '../../../../src/controller/call-card-controller.js';
import type {Snapshot} from '../../../../src/controller/snapshot.js';
import {connected, presentPageController, setPageController, unconnected} from '../page.js';

class ConsumingElement extends LitElement {
  readonly heard: Snapshot['status'][] = [];
  readonly consumer = new ControllerConsumer(this, ({status}) => this.heard.push(status));
  updates = 0;

  override updated(): void {
    this.updates += 1;
  }
}
customElements.define('consuming-element', ConsumingElement);

class ShadowedElement extends LitElement {
  override render(): unknown {
    return html`<consuming-element></consuming-element>`;
  }
}
customElements.define('shadowed-element', ShadowedElement);

/** Has a context of its own around what is slotted. */
class SlottingElement extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({mode: 'open'}).innerHTML =
      '<call-card-context><slot></slot></call-card-context>';
  }
}
customElements.define('slotting-element', SlottingElement);

/** A consumer beside nothing: its context, if any, is not upgraded before a test does it. */
function consumerIn(element: ParentNode): ConsumingElement {
  const found = element.querySelector<ConsumingElement>('consuming-element');
  if (found === null) throw new Error('There is no consumer.');
  return found;
}

describe('ControllerConsumer', () => {
  let restore: () => void;
  let page: CallCardController;

  beforeEach(async () => {
    page = (await connected()).controller;
    restore = setPageController(page);
  });

  afterEach(() => restore());

  // Has to be the first: a tag can't be undefined again.
  it('waits for a context that is upgraded later, and makes no controller of the page', async () => {
    setPageController(undefined);
    const own = await connected();
    const place = await fixture<HTMLElement>(html`
      <div>
        <call-card-context>
          <consuming-element></consuming-element>
          <shadowed-element></shadowed-element>
        </call-card-context>
        <slotting-element><consuming-element></consuming-element></slotting-element>
      </div>
    `);
    const near = consumerIn(place);
    const shadowed = place.querySelector('shadowed-element') as ShadowedElement;
    await shadowed.updateComplete;
    const far = consumerIn(shadowed.renderRoot);
    const slotting = place.querySelector('slotting-element')!;
    const slotted = consumerIn(slotting);
    const consumers = [near, far, slotted].map(({consumer}) => consumer);
    expect(consumers.map(({controller}) => controller)).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(near.consumer.snapshot.status).to.equal('connecting');

    // As a page does that sets the property before the script has come.
    const contexts = [place, slotting.shadowRoot!].map((root) =>
      root.querySelector('call-card-context')!,
    );
    for (const context of contexts) context.controller = own.controller;
    customElements.define('call-card-context', CallCardContextElement);
    for (const context of contexts) await context.updateComplete;

    for (const {controller} of consumers) expect(controller).to.equal(own.controller);
    expect(near.heard).to.deep.equal(['ready']);
    expect(presentPageController()).to.equal(undefined);
  });

  it('takes the page’s controller when it is alone, and hears the present snapshot', async () => {
    const element = await fixture<ConsumingElement>(html`<consuming-element></consuming-element>`);
    expect(element.consumer.controller).to.equal(page);
    expect(element.consumer.snapshot).to.equal(page.snapshot);
    expect(element.heard).to.deep.equal(['ready']);
  });

  it('updates its host with every snapshot', async () => {
    const element = await fixture<ConsumingElement>(html`<consuming-element></consuming-element>`);
    const {updates} = element;
    await page.setMute(true);
    await element.updateComplete;
    expect(element.updates).to.equal(updates + 1);
    expect(element.consumer.snapshot).to.equal(page.snapshot);
  });

  it('takes the nearest context’s controller', async () => {
    const outer = await connected();
    const inner = await connected();
    const element = await fixture<CallCardContextElement>(html`
      <call-card-context .controller=${outer.controller}>
        <call-card-context .controller=${inner.controller}>
          <consuming-element></consuming-element>
        </call-card-context>
      </call-card-context>
    `);
    expect(consumerIn(element).consumer.controller).to.equal(inner.controller);
  });

  it('follows when the context gets another controller', async () => {
    const first = await connected();
    const second = unconnected();
    const context = await fixture<CallCardContextElement>(html`
      <call-card-context .controller=${first.controller}>
        <consuming-element></consuming-element>
      </call-card-context>
    `);
    const {consumer, heard} = consumerIn(context);
    context.controller = second.controller;
    await context.updateComplete;
    expect(consumer.controller).to.equal(second.controller);
    expect(heard).to.deep.equal(['ready', 'connecting']);
    await first.controller.setMute(true);
    expect(heard, 'nothing of the former').to.have.length(2);
  });

  it('hears nothing while it is removed, and everything when it is back', async () => {
    const element = await fixture<ConsumingElement>(html`<consuming-element></consuming-element>`);
    const place = element.parentElement!;
    element.remove();
    await page.setMute(true);
    expect(element.heard).to.have.length(1);
    expect(element.consumer.controller).to.equal(undefined);

    place.append(element);
    expect(element.consumer.controller).to.equal(page);
    expect(element.consumer.snapshot).to.equal(page.snapshot);
    expect(element.heard).to.have.length(2);
    await page.setMute(false);
    expect(element.heard).to.have.length(3);
  });

  it('is forgotten by its context when it is removed', async () => {
    const [first, second] = [await connected(), await connected()];
    const context = await fixture<CallCardContextElement>(html`
      <call-card-context .controller=${first.controller}>
        <consuming-element></consuming-element>
      </call-card-context>
    `);
    const element = consumerIn(context);
    element.remove();
    context.controller = second.controller;
    await context.updateComplete;
    expect(element.consumer.controller).to.equal(undefined);
  });

  it('changes the controller when it is moved to another context, or out of all', async () => {
    const [first, second] = [await connected(), await connected()];
    const place = await fixture<HTMLElement>(html`
      <div>
        <call-card-context id="first" .controller=${first.controller}>
          <consuming-element></consuming-element>
        </call-card-context>
        <call-card-context id="second" .controller=${second.controller}></call-card-context>
      </div>
    `);
    const element = consumerIn(place);
    place.querySelector('#second')!.append(element);
    expect(element.consumer.controller).to.equal(second.controller);
    place.append(element);
    expect(element.consumer.controller).to.equal(page);
    const {length} = element.heard;
    await first.controller.setMute(true);
    await second.controller.setMute(true);
    expect(element.heard).to.have.length(length);
  });

  it('goes over to a nearer context that is upgraded later', async () => {
    class LaterContext extends CallCardContextElement {}
    const [outer, inner] = [await connected(), await connected()];
    const context = await fixture<CallCardContextElement>(html`
      <call-card-context .controller=${outer.controller}>
        <later-context><consuming-element></consuming-element></later-context>
      </call-card-context>
    `);
    const {consumer} = consumerIn(context);
    expect(consumer.controller).to.equal(outer.controller);
    const later = context.querySelector('later-context') as LaterContext;
    later.controller = inner.controller;
    customElements.define('later-context', LaterContext);
    await later.updateComplete;
    expect(consumer.controller).to.equal(inner.controller);
    context.controller = (await connected()).controller;
    await context.updateComplete;
    expect(consumer.controller, 'the outer one has let go').to.equal(inner.controller);
  });
});
