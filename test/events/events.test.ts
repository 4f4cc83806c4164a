import {expect} from '@open-wc/testing';
import {CallActionEvent} from '../../src/events/call-action-event.js';
import {CallActionRequestEvent} from '../../src/events/call-action-request-event.js';
import {CallCommandEvent} from '../../src/events/call-command-event.js';
import {CallErrorEvent} from '../../src/events/call-error-event.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {settled} from '../support/manual-time.js';
import {collectReported} from '../support/reported-errors.js';

const MUTE: CardCommand = {name: 'setMute', parameters: {muted: true}};

function behaviour({type, bubbles, composed, cancelable}: Event): object {
  return {type, bubbles, composed, cancelable};
}

describe('the events', () => {
  it('bubble out of shadow roots and can be prevented when they are requests', () => {
    const request = {bubbles: true, composed: true, cancelable: true};
    expect(behaviour(new CallCommandEvent(MUTE))).to.deep.equal({type: 'call-command', ...request});
    expect(behaviour(new CallActionRequestEvent({name: 'answer'}))).to.deep.equal({
      type: 'call-action',
      ...request,
    });
  });

  it('stay where they are when they are notifications', () => {
    const notification = {bubbles: false, composed: false, cancelable: false};
    expect(behaviour(new CallActionEvent({name: 'answer'}, 'card'))).to.deep.equal({
      type: 'call-action',
      ...notification,
    });
    expect(behaviour(new CallErrorEvent(new CallCardError('timeout', '')))).to.deep.equal({
      type: 'call-error',
      ...notification,
    });
  });

  it('let the first one answer a command', async () => {
    const event = new CallCommandEvent(MUTE);
    expect(event.outcome).to.equal(null);
    event.respondWith(Promise.resolve(1));
    event.respondWith(Promise.resolve(2));
    expect(await event.outcome).to.equal(1);
  });

  it('report what the page’s own answer to a command fails with, and no refusal', async () => {
    const {reported, restore} = collectReported();
    const failure = new Error('The page has no such button.');
    new CallCommandEvent(MUTE).respondWith(Promise.reject(failure));
    new CallCommandEvent(MUTE).respondWith(Promise.reject(new CallCardError('no-card', '')));
    await settled();
    restore();
    expect(reported).to.deep.equal([failure]);
  });
});
