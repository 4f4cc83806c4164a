/** Which commands and actions there are, and why not the others. */
import {expect} from '@open-wc/testing';
import {
  commandsIn,
  isActionAllowed,
  isCommandAvailable,
  noCommands,
  type Others,
} from '../../src/controller/availability.js';
import type {Card, Snapshot} from '../../src/controller/snapshot.js';
import {CARD_COMMAND_NAMES, CARD_COMMANDS} from '../../src/model/card/card-command.js';
import {OPENED_CARD} from '../../src/model/card/card-reducer.js';
import {readPlacement, type Placement} from '../../src/model/portal/placement.js';
import type {PlacementInterface} from '../../src/model/portal/portal-answers.js';
import {connectedSnapshot} from '../support/connected-snapshot.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';

const WORKER = readPlacement('PAGE_BACKGROUND_WORKER', []).value;
const TAB = readPlacement('CALL_CARD', CALL_OPTIONS).value;
const CLOSED: Card = {status: 'closed'};
const NOBODY: Others = {reach: new Set(), isLost: false};

function offer(...commands: readonly string[]): PlacementInterface {
  return {commands: new Set(commands), events: new Set()};
}

/** Each command with the reason why it is not available. */
function reasons(
  placement: Placement,
  offered: PlacementInterface | null = null,
  card: Card = OPENED_CARD,
  others?: Others,
): Readonly<Record<string, string>> {
  const commands = commandsIn(placement, offered, card, others);
  return Object.fromEntries(
    CARD_COMMAND_NAMES.flatMap((name) => {
      const availability = commands[name];
      return availability.status === 'available' ? [] : [[name, availability.reason]];
    }),
  );
}

const OF_TAB = ['getStatus', 'disableAutoClose', 'enableAutoClose'];
const OF_WORKER = CARD_COMMAND_NAMES.filter((name) => !OF_TAB.includes(name));
const all = (names: readonly string[], reason: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, reason]));

describe('the commands of a placement', () => {
  it('are its own', () => {
    expect(reasons(WORKER)).to.deep.equal(all(OF_TAB, 'wrong-placement'));
    expect(reasons(TAB)).to.deep.equal(all(OF_WORKER, 'wrong-placement'));
  });

  it('are those that the portal offers, where it says so', () => {
    const {setMute, getStatus} = CARD_COMMANDS;
    const offered = offer(setMute.wire, getStatus.wire);
    const others = OF_WORKER.filter((name) => name !== 'setMute');
    expect(reasons(WORKER, offered)).to.deep.equal({
      ...all(OF_TAB, 'wrong-placement'),
      ...all(others, 'unsupported'),
    });
    expect(reasons(TAB, offered)).to.include({
      disableAutoClose: 'unsupported',
      setMute: 'wrong-placement',
    });
    expect(reasons(TAB, offered)).to.not.have.property('getStatus');
  });

  it('need a card in a worker, but for the list of states', () => {
    const needing = OF_WORKER.filter((name) => name !== 'listUiStates');
    expect(reasons(WORKER, null, CLOSED)).to.deep.equal({
      ...all(OF_TAB, 'wrong-placement'),
      ...all(needing, 'no-card'),
    });
    expect(reasons(WORKER, null, {status: 'unseen'})).to.not.have.property('setMute');
    expect(reasons(TAB, null, CLOSED)).to.not.have.any.keys(...OF_TAB);
  });

  it('are also those that other frames can run', () => {
    const others: Others = {reach: new Set(['setMute', 'getStatus']), isLost: true};
    const found = reasons(TAB, offer(), CLOSED, others);
    expect(found).to.not.have.any.keys('setMute', 'getStatus');
    expect(found).to.include({setHold: 'unreachable', disableAutoClose: 'unsupported'});
  });

  it('are out of reach where the frame with the card has gone', () => {
    const lost = {...NOBODY, isLost: true};
    expect(reasons(TAB, null, OPENED_CARD, lost)).to.deep.equal(all(OF_WORKER, 'unreachable'));
    expect(reasons(TAB, null, OPENED_CARD, NOBODY)).to.include({setMute: 'wrong-placement'});
    expect(reasons(WORKER, null, OPENED_CARD, lost)).to.deep.equal(all(OF_TAB, 'wrong-placement'));
  });

  it('are none before the portal has answered', () => {
    const none = noCommands('connecting');
    for (const name of CARD_COMMAND_NAMES) {
      expect(none[name]).to.deep.equal({status: 'unavailable', reason: 'connecting'});
    }
  });
});

describe('a snapshot', () => {
  let snapshot: Snapshot;
  beforeEach(async () => (snapshot = await connectedSnapshot()));

  it('says whether a command can be called', () => {
    expect(isCommandAvailable(snapshot, 'getStatus')).to.equal(true);
    expect(isCommandAvailable(snapshot, 'setMute')).to.equal(false);
  });

  it('allows no action without a card', () => {
    for (const status of ['unseen', 'closed'] as const) {
      const allowance = isActionAllowed({...snapshot, card: {status}}, 'comment');
      expect(allowance).to.deep.equal({status: 'not-allowed', reason: 'no-card'});
    }
  });

  it('allows the actions of the card’s state, and a comment in each', () => {
    const ringing: Snapshot = {
      ...snapshot,
      card: {...OPENED_CARD, uiState: {certainty: 'confirmed', value: 'incoming'}},
    };
    expect(isActionAllowed(ringing, 'answer')).to.deep.equal({status: 'allowed'});
    expect(isActionAllowed(ringing, 'comment')).to.deep.equal({status: 'allowed'});
    expect(isActionAllowed(ringing, 'hold')).to.deep.equal({
      status: 'not-allowed',
      reason: 'not-in-this-state',
    });
  });

  it('allows the next client in a campaign whose app handles that', async () => {
    const open = {...snapshot, card: OPENED_CARD};
    const campaign = {...(await connectedSnapshot({CALL_LIST_MODE: 'true'})), card: OPENED_CARD};
    const next = (of: Snapshot): string => isActionAllowed(of, 'next').status;
    expect(next({...campaign, handles: ['next']})).to.equal('allowed');
    expect(next(campaign)).to.equal('not-allowed');
    expect(next({...open, handles: ['next']})).to.equal('not-allowed');
    expect(next({...open, call: null, handles: ['next']})).to.equal('not-allowed');
    expect(isActionAllowed({...campaign, handles: ['next']}, 'answer').status).to.equal(
      'not-allowed',
    );
  });
});
