import {expect, fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallActionRequestEvent} from '../../../src/events/call-action-request-event.js';
import {CallCommandEvent} from '../../../src/events/call-command-event.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import {connected, presentPageController, setPageController, unconnected} from '../shared/page.js';

customElements.define('call-card-context', CallCardContextElement);

const MUTE: CardCommand = {name: 'setMute', parameters: {muted: true}};

/** What a context tells, in order. */
class Ear {
  readonly heard: string[] = [];
  readonly actions: string[] = [];

  constructor(target: HTMLElement) {
    target.addEventListener('call-ready', () => this.heard.push('call-ready'));
    target.addEventListener('call-change', ({snapshot}) =>
      this.heard.push(`call-change ${snapshot.status}`),
    );
    target.addEventListener('call-error', ({error}) => this.heard.push(`call-error ${error.code}`));
    target.addEventListener('call-action', ({action, source}) =>
      this.actions.push(`${action.name} ${source}`),
    );
  }
}

async function refusal(outcome: Promise<unknown> | null): Promise<string> {
  if (outcome === null) return 'nobody took it';
  return outcome.then(
    () => 'done',
    (error: unknown) => (error instanceof CallCardError ? error.code : String(error)),
  );
}

describe('<call-card-context>', () => {
  let restore: () => void;

  beforeEach(() => {
    restore = setPageController(undefined);
  });

  afterEach(() => restore());

  it('has no box of its own and shows what is inside', async () => {
    const element = await fixture<CallCardContextElement>(html`
      <call-card-context><p>Inside</p></call-card-context>
    `);
    expect(getComputedStyle(element).display).to.equal('contents');
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  describe('its controller', () => {
    it('is the page’s where none is set', async () => {
      const {controller} = await connected();
      setPageController(controller);
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context></call-card-context>`,
      );
      expect(element.controller).to.equal(controller);
    });

    it('can be set as late as in the task that put it on the page', async () => {
      const {controller} = await connected();
      const element = document.createElement('call-card-context');
      (await fixture(html`<div></div>`)).append(element);
      element.controller = controller;
      await element.updateComplete;
      expect(element.controller).to.equal(controller);
      expect(presentPageController(), 'no other is made').to.equal(undefined);
    });

    it('can be changed, and the former is not heard any more', async () => {
      const [first, second] = [await connected(), unconnected()];
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context .controller=${first.controller}></call-card-context>`,
      );
      const ear = new Ear(element);
      element.controller = second.controller;
      await element.updateComplete;
      await first.controller.setMute(true);
      void first.controller.requestAction({name: 'answer'});
      expect(ear.heard).to.deep.equal(['call-change connecting']);
      expect(ear.actions).to.deep.equal([]);
    });

    it('is the page’s again when it is taken away', async () => {
      const [own, page] = [await connected(), await connected()];
      setPageController(page.controller);
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context .controller=${own.controller}></call-card-context>`,
      );
      element.controller = undefined;
      await element.updateComplete;
      expect(element.controller).to.equal(page.controller);
    });
  });

  describe('its notifications', () => {
    it('tell of the connection and of every change', async () => {
      const {controller} = unconnected();
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context .controller=${controller}></call-card-context>`,
      );
      const ear = new Ear(element);
      await controller.start();
      await controller.setMute(true);
      expect(ear.heard.slice(-3)).to.deep.equal([
        'call-ready',
        'call-change ready',
        'call-change ready',
      ]);
    });

    it('tell of a connection that failed, and of one that comes after it', async () => {
      const {controller, portal} = unconnected();
      portal.connection = () => Promise.reject(new CallCardError('not-in-portal', 'No portal.'));
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context .controller=${controller}></call-card-context>`,
      );
      const ear = new Ear(element);
      await controller.start();
      expect(ear.heard.slice(-2)).to.deep.equal(['call-change failed', 'call-error not-in-portal']);
      portal.connection = () => Promise.resolve(portal.session);
      await controller.start();
      expect(ear.heard.slice(-2)).to.deep.equal(['call-ready', 'call-change ready']);
    });

    it('reach who listens right after the element was put on the page', async () => {
      const {controller} = await connected();
      const element = document.createElement('call-card-context');
      element.controller = controller;
      (await fixture(html`<div></div>`)).append(element);
      const ear = new Ear(element);
      await element.updateComplete;
      expect(ear.heard).to.deep.equal(['call-ready', 'call-change ready']);
    });

    it('are not repeated when the element is put back, and tell what was missed', async () => {
      const {controller} = await connected();
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context .controller=${controller}></call-card-context>`,
      );
      const place = element.parentElement!;
      const ear = new Ear(element);
      element.remove();
      place.append(element);
      await element.updateComplete;
      expect(ear.heard).to.deep.equal([]);

      element.remove();
      await controller.setMute(true);
      expect(ear.heard).to.deep.equal([]);
      place.append(element);
      await element.updateComplete;
      expect(ear.heard).to.deep.equal(['call-change ready']);
    });
  });

  describe('an action', () => {
    it('of the card is told once', async () => {
      const {controller, portal} = await connected();
      const element = await fixture<CallCardContextElement>(
        html`<call-card-context .controller=${controller}></call-card-context>`,
      );
      const ear = new Ear(element);
      portal.emit('BackgroundCallCard::answerButtonClick');
      expect(ear.actions).to.deep.equal(['answer card']);
    });

    it('of an element inside is told once, and goes no further', async () => {
      const {controller} = await connected();
      const place = await fixture<HTMLElement>(html`
        <div>
          <call-card-context .controller=${controller}><b></b></call-card-context>
        </div>
      `);
      const element = place.querySelector('call-card-context')!;
      const [ear, outside] = [new Ear(element), new Ear(place)];
      element.querySelector('b')!.dispatchEvent(new CallActionRequestEvent({name: 'hang-up'}));
      expect(ear.actions).to.deep.equal(['hang-up controls']);
      expect(outside.actions).to.deep.equal([]);
    });

    it('that is prevented inside is not told', async () => {
      const {controller} = await connected();
      const element = await fixture<CallCardContextElement>(html`
        <call-card-context .controller=${controller}><b></b></call-card-context>
      `);
      const ear = new Ear(element);
      const inside = element.querySelector('b')!;
      inside.addEventListener('call-action', (event) => event.preventDefault());
      inside.dispatchEvent(new CallActionRequestEvent({name: 'hang-up'}));
      expect(ear.actions).to.deep.equal([]);
    });

    it('is told by each of two contexts that share a controller, and only by those', async () => {
      const [shared, other] = [await connected(), await connected()];
      const place = await fixture<HTMLElement>(html`
        <div>
          <call-card-context .controller=${shared.controller}><b></b></call-card-context>
          <call-card-context .controller=${shared.controller}></call-card-context>
          <call-card-context .controller=${other.controller}></call-card-context>
        </div>
      `);
      const ears = [...place.querySelectorAll('call-card-context')].map((each) => new Ear(each));
      place.querySelector('b')!.dispatchEvent(new CallActionRequestEvent({name: 'answer'}));
      expect(ears.map(({actions}) => actions)).to.deep.equal([
        ['answer controls'],
        ['answer controls'],
        [],
      ]);
    });
  });

  describe('a command', () => {
    it('is run by the nearest context, once', async () => {
      const [outer, inner] = [await connected(), await connected()];
      const element = await fixture<CallCardContextElement>(html`
        <call-card-context .controller=${outer.controller}>
          <call-card-context .controller=${inner.controller}><b></b></call-card-context>
        </call-card-context>
      `);
      const request = new CallCommandEvent(MUTE);
      element.querySelector('b')!.dispatchEvent(request);
      expect(await refusal(request.outcome)).to.equal('done');
      expect(inner.portal.asked.map(({command}) => command)).to.deep.equal(['CallCardSetMute']);
      expect(outer.portal.asked).to.deep.equal([]);
    });

    it('may be prevented by a listener outside, too', async () => {
      const {controller, portal} = await connected();
      const place = await fixture<HTMLElement>(html`
        <div>
          <call-card-context .controller=${controller}><b></b></call-card-context>
        </div>
      `);
      place.addEventListener('call-command', (event) => event.preventDefault());
      const ear = new Ear(place.querySelector('call-card-context')!);
      const request = new CallCommandEvent(MUTE);
      place.querySelector('b')!.dispatchEvent(request);
      expect(await refusal(request.outcome)).to.equal('aborted');
      expect(portal.asked).to.deep.equal([]);
      expect(ear.heard, 'a page that prevents knows it').to.deep.equal([]);
    });

    it('may be answered by the page itself', async () => {
      const {controller, portal} = await connected();
      const element = await fixture<CallCardContextElement>(html`
        <call-card-context .controller=${controller}><b></b></call-card-context>
      `);
      const inside = element.querySelector('b')!;
      inside.addEventListener('call-command', (event) => event.respondWith(Promise.resolve()));
      const request = new CallCommandEvent(MUTE);
      inside.dispatchEvent(request);
      expect(await refusal(request.outcome)).to.equal('done');
      expect(portal.asked).to.deep.equal([]);
    });

    it('that is refused becomes a call-error', async () => {
      const {controller, portal} = await connected();
      portal.answer = () => [{result: 'error', errorCode: 'Call card is undefined'}];
      const element = await fixture<CallCardContextElement>(html`
        <call-card-context .controller=${controller}><b></b></call-card-context>
      `);
      const ear = new Ear(element);
      const request = new CallCommandEvent(MUTE);
      element.querySelector('b')!.dispatchEvent(request);
      expect(await refusal(request.outcome)).to.equal('no-card');
      expect(ear.heard).to.include('call-error no-card');
    });
  });
});
