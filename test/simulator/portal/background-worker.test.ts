import {expect} from '@open-wc/testing';
import {PAGE_BACKGROUND_WORKER} from '../../../src/simulator/portal/commands/placement-interface.js';
import {CONTACT} from '../../../src/model/entity/entity-type.js';
import type {SimulatedPortal} from '../../../src/simulator/index.js';
import {openApp, portalsOfATest, type OpenedApp} from './remote-app.js';

const KNOWN = {phoneNumber: '+4930', entity: {typeId: CONTACT, id: 17}};
const UNDEFINED = [{result: 'error', errorCode: 'Call card is undefined'}];

describe('a worker on the simulated page', () => {
  const makePortal = portalsOfATest();
  let portal: SimulatedPortal;
  const openWorker = (): Promise<OpenedApp> => openApp(portal, PAGE_BACKGROUND_WORKER);

  beforeEach(() => {
    portal = makePortal();
  });

  it('is told of a card that its app raised: first the client, then the card', async () => {
    const {app} = await openWorker();
    const initialized = await app.bind('BackgroundCallCard::initialized');
    const changed = await app.bind('BackgroundCallCard::entityChanged');
    portal.startCall(KNOWN);
    await app.settle();
    const events = app.received
      .map(String)
      .filter((text) => text.startsWith(initialized) || text.startsWith(changed));
    expect(events.map((text) => text.slice(0, text.indexOf(':')))).to.deep.equal([
      changed,
      initialized,
    ]);
    expect(events[0]).to.contain('{"PHONE_NUMBER":"+4930","CRM_ENTITY_TYPE":"CONTACT"');
    expect(events[1]).to.contain('"CALL_STATE":"idle"');
  });

  it('is told nothing of a card that it did not raise', async () => {
    const {app} = await openWorker();
    await app.bind('BackgroundCallCard::initialized');
    await app.bind('BackgroundCallCard::entityChanged');
    const before = app.received.length;
    portal.startCall({...KNOWN, raisedByApp: false});
    portal.click({name: 'answer'});
    expect(await app.allAnswers('CallCardSetCardTitle', {title: 'x'})).to.deep.equal([UNDEFINED]);
    // Two answers: that one, and the one that ends the wait.
    expect(app.received).to.have.lengthOf(before + 2);
  });

  it('drives the card through a call', async () => {
    const {app} = await openWorker();
    portal.startCall(KNOWN);
    const answered = await app.bind('BackgroundCallCard::answerButtonClick');
    expect(await app.ask('CallCardSetUiState', {uiState: 'incoming'})).to.deep.equal([]);
    portal.click({name: 'answer'});
    expect(await app.waitFor(answered)).to.deep.equal(['']);
    // The click alone has changed nothing.
    expect(portal.card?.card.uiState).to.equal('incoming');
    expect(await app.ask('CallCardSetUiState', {uiState: 'connected'})).to.deep.equal([]);
    expect(portal.card?.card.timer.status).to.equal('running');
    expect(await app.allAnswers('CallCardStopTimer')).to.deep.equal([]);
    expect(portal.card?.card.timer.status).to.equal('stopped');
    expect(await app.ask('CallCardClose')).to.deep.equal([]);
    expect(portal.card).to.equal(null);
    expect(await app.ask('CallCardClose')).to.deep.equal(UNDEFINED);
  });

  it('hears nothing for `connected` once the card has lost its record', async () => {
    const {app} = await openWorker();
    portal.startCall(KNOWN);
    portal.changeEntity(null);
    const connected = {uiState: 'connected'};
    expect(await app.allAnswers('CallCardSetUiState', connected)).to.deep.equal([]);
    expect(portal.card?.card.uiState).to.equal('connected');
    portal.changeEntity(KNOWN.entity);
    expect(await app.allAnswers('CallCardSetUiState', connected)).to.deep.equal([[]]);
  });

  it('gets values with clicks that have one', async () => {
    const {app} = await openWorker();
    portal.startCall(KNOWN);
    const held = await app.bind('BackgroundCallCard::holdButtonClick');
    const transferred = await app.bind('BackgroundCallCard::transferButtonClick');
    await app.ask('CallCardSetUiState', {uiState: 'connected'});
    portal.click({name: 'hold', held: true});
    portal.click({name: 'transfer', target: {kind: 'user', id: 5}, phoneNumber: '+4930'});
    await app.settle();
    expect(app.answersTo(held)).to.deep.equal(['true']);
    expect(app.answersTo(transferred)).to.deep.equal(['{"phoneNumber":"+4930","target":5}']);
    expect(portal.card?.card.held).to.equal(false);
  });

  it('cannot be clicked at for a button that the card does not show', () => {
    portal.startCall(KNOWN);
    expect(() => {
      portal.click({name: 'answer'});
    }).to.throw('the card offers no "answer" in the state externalCard');
  });

  it('speaks with the desktop client in its own dialect', async () => {
    portal.dialect = 'desktop';
    const {app} = await openWorker();
    expect(await app.ask('CallCardStartTimer')).to.deep.equal([]);
    expect(await app.allAnswers('CallCardSetHold', {})).to.deep.equal([
      {result: 'error', errorCode: 'missing field held'},
      [],
    ]);
  });

  it('has every tab of the page told: two workers hear one click', async () => {
    const first = await openWorker();
    const second = await openWorker();
    portal.startCall(KNOWN);
    const event = 'BackgroundCallCard::closeButtonClick';
    const bound = [await first.app.bind(event), await second.app.bind(event)] as const;
    portal.click({name: 'close'});
    expect(await first.app.waitFor(bound[0])).to.deep.equal(['']);
    expect(await second.app.waitFor(bound[1])).to.deep.equal(['']);
  });
});

describe('one card at a time', () => {
  const makePortal = portalsOfATest();

  it('means that a new call takes the place of the last one', () => {
    const portal = makePortal();
    const seen: (string | null)[] = [];
    portal.subscribeCard((snapshot) => seen.push(snapshot?.call.callId ?? null));
    portal.startCall({callId: 'a'});
    portal.startCall({callId: 'b'});
    expect(seen).to.deep.equal([null, 'a', null, 'b']);
  });
});
