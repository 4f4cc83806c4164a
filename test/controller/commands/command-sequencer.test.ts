/** What becomes of the card when the portal's answers come in any order, late, or not at all. */
import {expect} from '@open-wc/testing';
import {CommandSequencer, needsCard} from '../../../src/controller/commands/command-sequencer.js';
import type {Card} from '../../../src/controller/snapshot.js';
import {CARD_COMMAND_NAMES, type CardCommand} from '../../../src/model/card/card-command.js';
import {OPENED_CARD} from '../../../src/model/card/card-reducer.js';
import type {UiState} from '../../../src/model/card/ui-state.js';
import {ManualTime} from '../../support/manual-time.js';

const state = (uiState: UiState): CardCommand => ({name: 'setUiState', parameters: {uiState}});
const mute = (muted: boolean): CardCommand => ({name: 'setMute', parameters: {muted}});
const hold = (held: boolean): CardCommand => ({name: 'setHold', parameters: {held}});
const START: CardCommand = {name: 'startTimer', parameters: {}};
const STOP: CardCommand = {name: 'stopTimer', parameters: {}};
const CLOSE: CardCommand = {name: 'close', parameters: {}};
const LIST: CardCommand = {name: 'listUiStates', parameters: {}};
const KEEP: CardCommand = {name: 'disableAutoClose', parameters: {}};

describe('the card after commands', () => {
  let card: Card;
  let shown: number;
  let time: ManualTime;
  let sequencer: CommandSequencer;

  beforeEach(() => {
    card = OPENED_CARD;
    shown = 0;
    time = new ManualTime(100);
    sequencer = new CommandSequencer(
      () => card,
      (next) => {
        card = next;
        shown += 1;
      },
      time,
    );
  });

  const send = (...commands: readonly CardCommand[]): readonly number[] =>
    commands.map((command) => sequencer.sent(command));

  it('is as they were confirmed', () => {
    expect(send(mute(true), hold(true))).to.deep.equal([1, 2]);
    sequencer.confirmed(mute(true), 1);
    sequencer.confirmed(hold(true), 2);
    expect(card).to.deep.equal({...OPENED_CARD, muted: true, held: true});
  });

  it('shows what was sent last, in whatever order it is confirmed', () => {
    send(mute(true), mute(false), hold(true));
    sequencer.confirmed(mute(false), 2);
    sequencer.confirmed(hold(true), 3);
    sequencer.confirmed(mute(true), 1);
    expect(card).to.deep.equal({...OPENED_CARD, held: true});
  });

  it('shows one again that is confirmed twice', () => {
    send(mute(true));
    sequencer.confirmed(mute(true), 1);
    card = OPENED_CARD;
    sequencer.confirmed(mute(true), 1);
    expect(card).to.include({muted: true});
  });

  it('has the timer as it was set before what the portal has answered', () => {
    send(START, mute(true), STOP);
    sequencer.confirmed(mute(true), 2);
    expect(card).to.deep.include({timer: {status: 'running', startedAt: 100}});
    time.skip(50);
    sequencer.confirmed(START, 1);
    expect(card, 'it is done once').to.deep.include({timer: {status: 'running', startedAt: 100}});
    sequencer.confirmed(STOP, 3);
    expect(card).to.deep.include({timer: {status: 'stopped', startedAt: 100, elapsed: 50}});
  });

  it('has no timer that was refused', () => {
    send(START, mute(true));
    sequencer.failed(START, 'no-card', 1);
    card = OPENED_CARD;
    sequencer.confirmed(mute(true), 2);
    expect(card).to.deep.equal({...OPENED_CARD, muted: true});
  });

  it('is closed, and is not opened by a timer that is confirmed by silence', () => {
    send(CLOSE, START);
    sequencer.confirmed(CLOSE, 1);
    sequencer.confirmed(START, 2);
    expect(card).to.deep.equal({status: 'closed'});
  });

  it('is not opened again by what was sent before it was closed', () => {
    send(mute(true), START, CLOSE, hold(true));
    sequencer.confirmed(CLOSE, 3);
    sequencer.confirmed(mute(true), 1);
    expect(card).to.deep.equal({status: 'closed'});
    // What was sent after it has found a card again.
    sequencer.confirmed(hold(true), 4);
    expect(card).to.include({status: 'open', held: true});
    expect(card, 'the timer was of the card before').to.deep.include({timer: {status: 'hidden'}});
  });

  it('is not closed by a confirmation that is later than what another card has confirmed', () => {
    send(CLOSE, mute(true));
    sequencer.confirmed(mute(true), 2);
    sequencer.confirmed(CLOSE, 1);
    expect(card).to.include({status: 'open', muted: true});
  });

  it('is closed although something was confirmed that needs no card', () => {
    send(CLOSE, LIST, KEEP);
    sequencer.confirmed(LIST, 2);
    sequencer.confirmed(KEEP, 3);
    sequencer.confirmed(CLOSE, 1);
    expect(card).to.deep.equal({status: 'closed'});
  });

  it('is closed when the portal knows no card, unless a later command has found one', () => {
    send(mute(true), hold(true), mute(false));
    sequencer.confirmed(hold(true), 2);
    sequencer.failed(mute(true), 'no-card', 1);
    expect(card.status).to.equal('open');
    sequencer.failed(mute(false), 'no-card', 3);
    expect(card).to.deep.equal({status: 'closed'});
  });

  it('remembers the newest command that has found it', () => {
    send(mute(true), hold(true), mute(false));
    sequencer.confirmed(mute(false), 3);
    sequencer.confirmed(hold(true), 2);
    sequencer.failed(mute(true), 'no-card', 1);
    expect(card.status).to.equal('open');
  });

  it('is not opened by what was sent before the command that found none', () => {
    send(mute(true), hold(true), mute(false));
    sequencer.failed(hold(true), 'no-card', 2);
    sequencer.confirmed(mute(true), 1);
    expect(card).to.deep.equal({status: 'closed'});
    sequencer.confirmed(mute(false), 3);
    expect(card.status).to.equal('open');
  });

  it('is as it was when a command fails for another reason', () => {
    send(state('connected'), mute(true));
    sequencer.failed(state('connected'), 'refused', 1);
    sequencer.failed(mute(true), 'timeout', 2);
    expect(card).to.equal(OPENED_CARD);
  });

  it('is in doubt when a state was not answered, and was not confirmed since', () => {
    send(state('connected'), mute(true));
    sequencer.confirmed(mute(true), 2);
    sequencer.failed(state('connected'), 'timeout', 1);
    expect(card).to.deep.include({uiState: {certainty: 'unconfirmed', value: 'connected'}});
    send(state('outgoing'), state('redial'));
    sequencer.confirmed(state('redial'), 4);
    sequencer.failed(state('outgoing'), 'timeout', 3);
    expect(card).to.deep.include({uiState: {certainty: 'confirmed', value: 'redial'}});
  });

  it('is as it was when a command was refused before it was sent', () => {
    sequencer.failed(state('connected'), 'timeout', 0);
    sequencer.failed(mute(true), 'no-card', 0);
    expect([card, shown]).to.deep.equal([OPENED_CARD, 0]);
  });

  it('is as it opened, whatever becomes of what was sent before', () => {
    send(mute(true), START, hold(true), state('connected'));
    sequencer.cardOpened();
    sequencer.confirmed(mute(true), 1);
    sequencer.failed(hold(true), 'no-card', 3);
    sequencer.failed(state('connected'), 'timeout', 4);
    send(mute(false));
    sequencer.confirmed(mute(false), 5);
    expect(card, 'nor does the timer run').to.deep.equal(OPENED_CARD);
  });

  it('keeps of the silent ones those that were sent after it opened', () => {
    sequencer.cardOpened();
    send(START, mute(true));
    sequencer.confirmed(mute(true), 2);
    expect(card).to.deep.include({timer: {status: 'running', startedAt: 100}});
  });
});

describe('a command that needs a card', () => {
  it('is a worker’s that changes it', () => {
    const needing = CARD_COMMAND_NAMES.filter((name) =>
      needsCard({name, parameters: {}} as CardCommand),
    );
    expect(needing).to.deep.equal([
      'setUiState',
      'setMute',
      'setHold',
      'setTitle',
      'setStatusText',
      'startTimer',
      'stopTimer',
      'close',
    ]);
  });
});
