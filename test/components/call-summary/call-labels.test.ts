import {expect} from '@open-wc/testing';
import {elapsedOf, timerOf} from '../../../src/components/call-summary/timer-controller.js';
import {
  countryName,
  isFailed,
  marksOf,
  routeWords,
  stateWords,
} from '../../../src/components/call-summary/call-labels.js';
import {numberWords} from '../../../src/components/shared/call-announcement.js';
import {OPENED_CARD} from '../../../src/model/card/card-reducer.js';
import type {Call} from '../../../src/model/call/call.js';
import {readCall} from '../../../src/model/call/call.js';
import {UI_STATES} from '../../../src/model/card/ui-state.js';
import {speak, speakEnglish} from '../../support/english.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {connected} from '../shared/page.js';

before(speakEnglish);

function call(options: object): Call {
  const {value} = readCall({...CALL_OPTIONS, ...options});
  if (value === null) throw new Error('There is no call.');
  return value;
}

describe('elapsedOf', () => {
  it('counts from the start, and never backwards', () => {
    expect(elapsedOf({status: 'running', startedAt: 1000}, 3500)).to.equal(2500);
    expect(elapsedOf({status: 'running', startedAt: 1000}, 500)).to.equal(0);
  });

  it('counts no further than the card was seen', () => {
    const timer = {status: 'running', startedAt: 1000} as const;
    const card = {...OPENED_CARD, timer};
    expect(elapsedOf(timerOf({card, cardLostAt: null}), 9000)).to.equal(8000);
    expect(elapsedOf(timerOf({card, cardLostAt: 3000}), 9000)).to.equal(2000);
    expect(timerOf({card: {status: 'closed'}, cardLostAt: 3000})).to.deep.equal({status: 'hidden'});
  });

  it('keeps what a stopped timer shows', () => {
    expect(elapsedOf({status: 'stopped', startedAt: 0, elapsed: 700}, 9000)).to.equal(700);
  });
});

describe('the words of a call', () => {
  it('name who calls', () => {
    expect(numberWords(call({}))).to.equal('+4930123456');
    expect(numberWords(call({PHONE_NUMBER: 'hidden'}))).to.equal('Hidden number');
    expect(numberWords(call({PHONE_NUMBER: 'unknown'}))).to.equal('Unknown number');
  });

  it('name the direction and the line, as far as they are known', () => {
    expect(routeWords(call({}))).to.deep.equal(['Incoming', 'Line Berlin']);
    expect(routeWords(call({LINE_NAME: '', LINE_NUMBER: '+4930'}))).to.deep.equal([
      'Incoming',
      'Line +4930',
    ]);
    expect(routeWords(call({LINE_NAME: '', CALL_DIRECTION: 'sideways'}))).to.deep.equal([]);
  });

  it('name the country between them, in the language of the page', async () => {
    expect(countryName('DE')).to.equal('Germany');
    expect(countryName('no country')).to.equal(undefined);
    await speak('ua');
    expect(countryName('DE')).to.equal('Німеччина');
    // In Chromium, which knows no Kazakh, as in Russian; in Kazakh it is the same word.
    await speak('kz');
    expect(countryName('DE')).to.equal('Германия');
    await speak('en');
    expect(routeWords(call({}), 'Germany')).to.deep.equal(['Incoming', 'Germany', 'Line Berlin']);
  });

  it('tell a failure from what is only a state', async () => {
    const {controller} = await connected('PAGE_BACKGROUND_WORKER');
    expect(isFailed(controller.snapshot)).to.equal(false);
    const failures = ['error', 'moneyError', 'sipPhoneError', 'transferFailed'];
    for (const uiState of UI_STATES) {
      await controller.setUiState(uiState);
      expect(isFailed(controller.snapshot), uiState).to.equal(failures.includes(uiState));
    }
  });

  it('say of a call that is over what became of it, as far as that is known', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    await controller.setUiState('redial');
    expect(stateWords(controller.snapshot)).to.equal('Ready to call again');
    portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_LIST_MODE: 'true'});
    await controller.setUiState('connectingOutgoing');
    await controller.setUiState('redial');
    expect(stateWords(controller.snapshot)).to.equal('Not reached');
    await controller.setUiState('connected');
    await controller.setUiState('redial');
    expect(stateWords(controller.snapshot)).to.equal('Call ended');
    portal.emit('BackgroundCallCard::entityChanged', {
      PHONE_NUMBER: '+4930',
      CRM_ENTITY_TYPE: 'CONTACT',
      CRM_ENTITY_ID: 21,
    });
    expect(stateWords(controller.snapshot)).to.equal('Ready to call again');
  });

  it('take the state from the card where it is known, and from the call otherwise', async () => {
    const worker = await connected('PAGE_BACKGROUND_WORKER');
    expect(stateWords(worker.controller.snapshot)).to.equal(undefined);
    await worker.controller.setUiState('transferring');
    expect(stateWords(worker.controller.snapshot)).to.equal('Transferring');
    const tab = await connected('CALL_CARD');
    expect(stateWords(tab.controller.snapshot)).to.equal('Connected');
  });

  it('say nothing of a call whose card has closed: what the portal said last was before that', async () => {
    const {controller, portal} = await connected('PAGE_BACKGROUND_WORKER');
    portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, CALL_STATE: 'connected'});
    expect(controller.snapshot.call?.progress).to.equal('connected');
    await controller.close();
    expect(stateWords(controller.snapshot)).to.equal(undefined);
  });

  it('say of a call that the portal makes itself whether it rings here or is being made', async () => {
    const says = async (direction: string, progress: string): Promise<string | undefined> => {
      const options = {...CALL_OPTIONS, CALL_DIRECTION: direction, CALL_STATE: progress};
      return stateWords((await connected('CALL_CARD', options)).controller.snapshot);
    };
    expect(await says('incoming', 'connecting')).to.equal('Incoming call');
    expect(await says('callback', 'connecting')).to.equal('Incoming call');
    expect(await says('outgoing', 'connecting')).to.equal('Calling');
    expect(await says('', 'connecting')).to.equal('Connecting');
    expect(await says('outgoing', 'idle')).to.equal('Not connected');
    expect(await says('incoming', 'connected')).to.equal('Connected');
  });

  it('mark a campaign, hold and mute', async () => {
    const {controller} = await connected();
    await controller.setUiState('connected');
    expect(marksOf(call({}), controller.snapshot.card)).to.deep.equal([]);
    await controller.setHold(true);
    await controller.setMute(true);
    const marks = marksOf(call({CALL_LIST_MODE: 'true'}), controller.snapshot.card);
    expect(marks.map(({label}) => label)).to.deep.equal(['Campaign', 'On hold', 'Muted']);
  });
});
