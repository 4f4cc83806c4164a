import {expect, fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallActionEvent} from '../../../src/events/call-action-event.js';
import {CallActionRequestEvent} from '../../../src/events/call-action-request-event.js';
import {CALL_OPTIONS, Deferred} from '../../support/fake-portal.js';
import {settled} from '../../support/manual-time.js';
import {rejectionOf} from '../../support/rejection.js';
import {uncaughtWhile} from '../../support/reported-errors.js';
import {connected} from '../shared/page.js';

if (customElements.get('call-card-context') === undefined) {
  customElements.define('call-card-context', CallCardContextElement);
}

describe('call-action, as a context tells it', () => {
  it('says which call it is about and whether it is new', async () => {
    const {controller} = await connected('CALL_CARD', CALL_OPTIONS);
    const element = await contextOf(controller);
    const heard: unknown[] = [];
    element.addEventListener('call-action', ({action, source, callId, interrupted}) =>
      heard.push({action, source, callId, interrupted}),
    );
    await controller.requestAction({name: 'answer'});
    const callId = controller.snapshot.call?.id;
    expect(callId).to.be.a('string');
    expect(heard).to.deep.equal([
      {action: {name: 'answer'}, source: 'controls', callId, interrupted: false},
    ]);
  });

  it('is done when all that its listeners wait for is done', async () => {
    const {controller} = await connected();
    const element = await contextOf(controller);
    const [first, second] = [new Deferred<void>(), new Deferred<void>()];
    element.addEventListener('call-action', (event) => event.waitUntil(first.promise));
    element.addEventListener('call-action', (event) => event.waitUntil(second.promise));
    let outcome = 'open';
    const ended = controller.requestAction({name: 'answer'}).then((how) => (outcome = how));
    await settled();
    expect(outcome).to.equal('open');
    second.resolve();
    await settled();
    expect(outcome).to.equal('open');
    first.resolve();
    await ended;
    expect(outcome).to.equal('done');
  });

  it('has failed when one of its listeners throws, and every listener has heard it', async () => {
    const {controller} = await connected();
    const element = await contextOf(controller);
    const error = new Error('The engine is down.');
    let heard = 0;
    element.addEventListener('call-action', () => {
      throw error;
    });
    element.addEventListener('call-action', () => (heard += 1));
    const uncaught = await uncaughtWhile(async () => {
      const refused = await rejectionOf(controller.requestAction({name: 'answer'}));
      expect(refused).to.include({code: 'app-failed', message: error.message, cause: error});
    });
    expect(heard).to.equal(1);
    expect(uncaught, 'the browser has reported it, and nobody else does').to.deep.equal([error]);
  });

  it('has failed when what a listener waits for rejects, which is reported', async () => {
    const {controller} = await connected();
    const element = await contextOf(controller);
    const error = new Error('No such line.');
    element.addEventListener('call-action', (event) => event.waitUntil(Promise.reject(error)));
    const uncaught = await uncaughtWhile(async () => {
      const refused = await rejectionOf(controller.requestAction({name: 'hang-up'}));
      expect(refused).to.include({code: 'app-failed', message: error.message, request: 'hang-up'});
    });
    expect(uncaught).to.deep.equal([error]);
  });

  it('that failed is told as call-error where it was asked for', async () => {
    const {controller} = await connected();
    const element = await contextOf(controller);
    const inside = element.appendChild(document.createElement('div'));
    const told: unknown[] = [];
    element.addEventListener('call-error', ({error}) => told.push([error.code, error.message]));
    controller.onAction(async () => Promise.reject(new Error('<b>No such line.</b>')));
    await uncaughtWhile(async () => {
      inside.dispatchEvent(new CallActionRequestEvent({name: 'answer'}));
      await settled();
    });
    expect(told).to.deep.equal([['app-failed', '<b>No such line.</b>']]);
  });

  it('can be made without a hub: then it is new, and nobody waits', () => {
    const event = new CallActionEvent({name: 'answer'}, 'card', {bubbles: true});
    event.waitUntil(Promise.resolve());
    expect(event).to.include({callId: null, interrupted: false, bubbles: true, source: 'card'});
  });

  it('carries what it is told', () => {
    const waits: unknown[] = [];
    const waitUntil = (doing: PromiseLike<unknown>): void => void waits.push(doing);
    const told = {callId: 'externalCall.1', interrupted: true, waitUntil};
    const event = new CallActionEvent({name: 'answer'}, 'controls', told);
    const doing = Promise.resolve();
    event.waitUntil(doing);
    expect(event).to.include({callId: 'externalCall.1', interrupted: true});
    expect(waits.length === 1 && waits[0] === doing).to.equal(true);
  });
});

async function contextOf(controller: CallCardContextElement['controller']) {
  const element = await fixture<CallCardContextElement>(
    html`<call-card-context .controller=${controller}></call-card-context>`,
  );
  return element;
}
