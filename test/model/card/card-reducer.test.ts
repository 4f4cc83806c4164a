import {expect} from '@open-wc/testing';
import {
  afterClick,
  afterCommand,
  afterSilence,
  MISSED_CARD,
  OPENED_CARD,
} from '../../../src/model/card/card-reducer.js';
import type {Card, CardTimer, Conversation} from '../../../src/controller/snapshot.js';
import {actionsOn} from '../../../src/model/card/card.js';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import type {AnyUiState} from '../../../src/model/card/ui-state.js';

const none = {};

function enter(uiState: AnyUiState, disableAutoStartTimer?: boolean): CardCommand {
  const parameters =
    disableAutoStartTimer === undefined ? {uiState} : {uiState, disableAutoStartTimer};
  return {name: 'setUiState', parameters};
}

/** The card after commands that were confirmed one second after another, the first at 1000. */
function after(...commands: CardCommand[]): Card {
  let now = 0;
  let card: Card = OPENED_CARD;
  for (const command of commands) card = afterCommand(card, command, (now += 1000));
  return card;
}

function timerAfter(...commands: CardCommand[]): CardTimer {
  const card = after(...commands);
  if (card.status !== 'open') throw new Error('The card should be open.');
  return card.timer;
}

const start: CardCommand = {name: 'startTimer', parameters: none};
const stop: CardCommand = {name: 'stopTimer', parameters: none};

describe('the card after a command', () => {
  it('shows what was confirmed', () => {
    expect(
      after(
        enter('incoming'),
        {name: 'setMute', parameters: {muted: true}},
        {name: 'setHold', parameters: {held: true}},
        {name: 'setTitle', parameters: {title: 'T'}},
        {name: 'setStatusText', parameters: {statusText: 'S'}},
      ),
    ).to.deep.equal({
      status: 'open',
      uiState: {certainty: 'confirmed', value: 'incoming'},
      title: 'T',
      statusText: 'S',
      muted: true,
      held: true,
      timer: {status: 'hidden'},
      conversation: 'none',
    });
  });

  it('is open when a command succeeds although no card was seen opening', () => {
    const card = afterCommand({status: 'unseen'}, enter('incoming'), 0);
    expect(card).to.have.nested.property('uiState.value', 'incoming');
  });

  describe('knows whether somebody has talked', () => {
    const cases: readonly (readonly [string, readonly AnyUiState[], Conversation])[] = [
      ['after busy', ['outgoing', 'connectingOutgoing', 'redial'], 'none'],
      ['after a conversation', ['connectingOutgoing', 'connected', 'redial'], 'begun'],
      ['after a transfer', ['connected', 'transferring', 'transferConnected', 'redial'], 'begun'],
      [
        'after a second try that failed',
        ['connected', 'redial', 'connectingOutgoing', 'redial'],
        'none',
      ],
    ];
    for (const [words, states, expected] of cases) {
      it(`${words}: ${expected}`, () => {
        expect(after(...states.map((uiState) => enter(uiState)))).to.include({
          conversation: expected,
        });
      });
    }

    it('and does not pretend to, for a card that was open before', () => {
      const met = afterCommand({status: 'unseen'}, enter('redial'), 0);
      expect(met).to.include({conversation: 'unknown'});
      expect(afterCommand(met, enter('connected'), 0)).to.include({conversation: 'begun'});
    });
  });
  for (const status of ['unseen', 'closed'] as const) {
    it(`is in a state that is only assumed where it was ${status} and no state was set`, () => {
      const mute: CardCommand = {name: 'setMute', parameters: {muted: true}};
      expect(afterCommand({status}, mute, 0)).to.deep.equal({...MISSED_CARD, muted: true});
    });
  }

  it('is closed after close', () => {
    expect(after(enter('error'), {name: 'close', parameters: none})).to.deep.equal({
      status: 'closed',
    });
  });

  for (const name of [
    'listUiStates',
    'getStatus',
    'disableAutoClose',
    'enableAutoClose',
  ] as const) {
    it(`is the same object after ${name}`, () => {
      expect(afterCommand(OPENED_CARD, {name, parameters: none}, 0)).to.equal(OPENED_CARD);
    });
  }

  it('does not guess what a silent setUiState did', () => {
    const card = afterSilence(OPENED_CARD, enter('connected'));
    expect(card).to.have.deep.property('uiState', {certainty: 'unconfirmed', value: 'connected'});
    expect(card).to.have.deep.property('timer', {status: 'hidden'});
    expect(afterSilence(OPENED_CARD, stop)).to.equal(OPENED_CARD);
    expect(afterSilence({status: 'closed'}, enter('connected'))).to.deep.equal({status: 'closed'});
  });
});

describe('a card whose state is only assumed', () => {
  it('offers what any call needs', () => {
    expect(actionsOn(MISSED_CARD)).to.deep.equal(['hang-up']);
    expect(actionsOn(OPENED_CARD)).to.deep.equal(['close']);
  });

  it('is in the state that alone has the button that was clicked', () => {
    const held = afterClick(MISSED_CARD, {name: 'hold', held: true});
    expect(held).to.deep.include({
      uiState: {certainty: 'confirmed', value: 'connected'},
      held: true,
    });
    const transferring = afterClick(MISSED_CARD, {name: 'complete-transfer'});
    expect(transferring).to.have.nested.property('uiState.value', 'transferring');
  });

  it('is not known better by a button that several states have', () => {
    for (const name of ['hang-up', 'answer', 'close', 'next'] as const) {
      expect(afterClick(MISSED_CARD, {name})).to.equal(MISSED_CARD);
    }
  });
});

describe('the timer', () => {
  it('starts with the conversation', () => {
    expect(timerAfter(enter('incoming'), enter('connected'))).to.deep.equal({
      status: 'running',
      startedAt: 2000,
    });
  });

  for (const state of ['transferring', 'transferFailed', 'transferConnected'] as const) {
    it(`keeps running in ${state}`, () => {
      expect(timerAfter(enter('connected'), enter(state))).to.deep.equal({
        status: 'running',
        startedAt: 1000,
      });
    });
  }

  it('stops in every other state and keeps its last value', () => {
    expect(timerAfter(enter('connected'), enter('transferring'), enter('redial'))).to.deep.equal({
      status: 'stopped',
      startedAt: 1000,
      elapsed: 2000,
    });
  });

  it('stays hidden when it is not to start by itself', () => {
    expect(timerAfter(enter('connected', true))).to.deep.equal({status: 'hidden'});
    expect(timerAfter(enter('connected'), enter('connected', true))).to.deep.equal({
      status: 'hidden',
    });
  });

  it('counts the pause, too, when it is started again', () => {
    expect(timerAfter(start, stop, start)).to.deep.equal({status: 'running', startedAt: 1000});
  });

  it('goes on when it is started twice, and stays hidden when it never ran', () => {
    expect(timerAfter(start, start)).to.deep.equal({status: 'running', startedAt: 1000});
    expect(timerAfter(stop)).to.deep.equal({status: 'hidden'});
  });
});
