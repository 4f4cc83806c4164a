/** Every event: told once with its value read, from the first one on. */
import {expect} from '@open-wc/testing';
import {
  CARD_EVENTS,
  CARD_EVENT_NAMES,
  type CardEventName,
} from '../../src/model/card/card-event.js';
import {isObject} from '../../src/model/parse/reading.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {openTab, openWorker} from './command-cases.js';
import {valueIn, type ContractApp} from './contract-app.js';
import {EVENT_FACTS, eventsOf, setUiState, transfer, type EventFacts} from './event-facts.js';
import {CALL, COMPANY_5, KLAUS, type Stage} from './stage.js';

/** Longer than b24jssdk holds the promise of a binding. */
const LIBRARY_GAVE_UP_MS = 901;
const CALL_STATE_CHANGED = CARD_EVENTS.callStateChanged.wire;
const HANG_UP = CARD_EVENTS.hangupButtonClick.wire;

const IN_WORKER: ContractGroup = {
  title: 'events in the worker',
  open: openWorker,
  cases: (setting) => [
    ...eventsOf('background-worker').flatMap(([name, facts]) => casesOf(name, facts, setting)),
    ...TRANSFERS.map(([name, facts]) => tellsFirst('transferButtonClick', facts, name)),
    transferBeforeAnyCommand,
    ...ORDER,
  ],
};

const IN_TAB: ContractGroup = {
  title: 'events in the tab',
  open: openTab,
  prepare: async (app, {portal}) => {
    portal.changeEntity(KLAUS);
    portal.setCallProgress('connected');
    await app.settle();
  },
  cases: (setting) => [
    ...eventsOf('call-card').flatMap(([name, facts]) => casesOf(name, facts, setting)),
    ...listening(setting),
  ],
};

export const EVENT_GROUPS = {worker: [IN_WORKER], tab: [IN_TAB]};

function casesOf(
  name: CardEventName,
  facts: EventFacts,
  setting: Setting,
): readonly ContractCase[] {
  return [
    tellsFirst(name, facts),
    tellsAfterAWhile(name, facts),
    tellsTwoListeners(name, facts),
    readsNoValue(name, facts, setting),
    outlivesGarbage(name, facts, setting),
  ];
}

/** The app with a client that has just bound its events, and the card as the event needs it. */
async function makeReady(app: ContractApp, stage: Stage, facts: EventFacts): Promise<void> {
  await app.ready();
  await showCard(app, stage, facts);
}

async function showCard(app: ContractApp, {portal}: Stage, {uiState}: EventFacts): Promise<void> {
  if (uiState !== undefined) {
    portal.startCall({...CALL, campaign: true});
    valueIn(await app.run(setUiState(uiState)));
    await app.settle();
  } else if (portal.card === null) portal.startCall(CALL);
  app.takeEvents();
}

/** Raises the event and expects that it is told once: to a listener, and to who hears actions. */
async function expectToldOnce(
  app: ContractApp,
  {portal}: Stage,
  name: CardEventName,
  {raise, value, action}: EventFacts,
): Promise<void> {
  app.takeEvents();
  raise(portal);
  await app.settle();
  const told = app.takeEvents().filter(isObject);
  const values = told.filter(({event}) => event === name).map((event) => event['value']);
  expect(values).to.have.length(1);
  if (isObject(value)) expect(values[0]).to.deep.include(value);
  else expect(values[0]).to.equal(value);
  const actions = told.filter((event) => 'action' in event);
  expect(actions).to.deep.equal(action === undefined ? [] : [{action, source: 'card'}]);
}

function tellsFirst(name: CardEventName, facts: EventFacts, title: string = name): ContractCase {
  return {
    name: `${title}: the first one, right after it was bound, and the next`,
    run: async (app, stage) => {
      await makeReady(app, stage, facts);
      await expectToldOnce(app, stage, name, facts);
      await expectToldOnce(app, stage, name, facts);
    },
  };
}

function tellsAfterAWhile(name: CardEventName, facts: EventFacts): ContractCase {
  return {
    name: `${name}: the first one, a second after it was bound, and the next`,
    run: async (app, stage) => {
      await makeReady(app, stage, facts);
      await app.pass(LIBRARY_GAVE_UP_MS);
      await expectToldOnce(app, stage, name, facts);
      await expectToldOnce(app, stage, name, facts);
    },
  };
}

function tellsTwoListeners(name: CardEventName, facts: EventFacts): ContractCase {
  const {wire} = CARD_EVENTS[name];
  return {
    name: `${name}: two listeners of the port hear it once each, over one binding`,
    run: async (app, stage) => {
      await showCard(app, stage, facts);
      const bindings = app.frame.callbacksFor(wire).length;
      await app.do('listen', {event: wire, as: 'first'});
      await app.do('listen', {event: wire, as: 'second'});
      await app.settle();
      app.takeEvents();
      facts.raise(stage.portal);
      await app.settle();
      const heard = app.takeEvents().flatMap((event) => (isObject(event) ? event['listener'] : []));
      expect(heard.filter((as) => as !== undefined)).to.deep.equal(['first', 'second']);
      expect(app.frame.callbacksFor(wire)).to.have.length(bindings);
      await app.do('leave', 'first');
      await app.do('leave', 'second');
    },
  };
}

function readsNoValue(
  name: CardEventName,
  {withoutValue}: EventFacts,
  {adapter}: Setting,
): ContractCase {
  const {wire} = CARD_EVENTS[name];
  return {
    name: `${name}: without a value`,
    run: async (app) => {
      await app.do('listen', {event: wire, as: 'raw'});
      app.raise(wire);
      await app.settle();
      const told = app.takeEvents().filter(isObject);
      const values = told.filter(({event}) => event === name).map(({value}) => value);
      expect(values).to.deep.equal([withoutValue]);
      const raw = told.filter(({listener}) => listener === 'raw').map(({value}) => value);
      expect(raw).to.deep.equal([adapter.noValue]);
      await app.do('leave', 'raw');
    },
  };
}

function outlivesGarbage(name: CardEventName, facts: EventFacts, {adapter}: Setting): ContractCase {
  return {
    name: `${name}: one that is not JSON is told to nobody, and the next is`,
    run: async (app, stage) => {
      await makeReady(app, stage, facts);
      const malformed = await app.counts('malformedMessages', async () => {
        app.raise(CARD_EVENTS[name].wire, '{not JSON');
        await app.settle();
      });
      expect(app.takeEvents()).to.deep.equal([]);
      expect(malformed).to.equal(adapter.seesStrangers ? 1 : 0);
      await expectToldOnce(app, stage, name, facts);
    },
  };
}

const TRANSFERS: readonly (readonly [string, EventFacts])[] = [
  ['transfer to an employee', transfer({kind: 'user', id: 12})],
  ['transfer to a phone number', transfer({kind: 'phone', number: '+49170555'})],
];

const transferBeforeAnyCommand: ContractCase = {
  name: 'transfer to a queue, in the form from before any command',
  run: async (app, {portal}) => {
    portal.startCall(CALL);
    await app.settle();
    app.takeEvents();
    app.raise(CARD_EVENTS.transferButtonClick.wire, '{"type":"queue","target":3}');
    await app.settle();
    const target = {kind: 'queue', id: '3'};
    expect(app.takeValues('transferButtonClick')).to.deep.equal([{target, phoneNumber: ''}]);
  },
};

const ORDER: readonly ContractCase[] = [
  {
    name: 'a click on hold or mute is in the snapshot; the card’s other clicks change nothing',
    run: async (app, {portal}) => {
      portal.startCall(CALL);
      await app.ready();
      valueIn(await app.run(setUiState('connected')));
      portal.click({name: 'hold', held: true});
      portal.click({name: 'mute', muted: true});
      await app.settle();
      const {card} = await app.snapshot();
      expect(card).to.include({held: true, muted: true});
      portal.click({name: 'hang-up'});
      await app.settle();
      expect((await app.snapshot()).card).to.deep.equal(card);
    },
  },
  {
    name: 'a card that opens tells of its record first and then of its call',
    run: async (app, {portal}) => {
      await app.ready();
      app.takeEvents();
      const {callId} = portal.startCall(CALL);
      await app.settle();
      const told = app.takeEvents().flatMap((event) => (isObject(event) ? [event['event']] : []));
      expect(told).to.deep.equal(['cardEntityChanged', 'initialized']);
      const {call, card} = await app.snapshot();
      expect(call).to.deep.include({id: callId, entity: KLAUS, progress: 'idle'});
      expect(card).to.deep.include({
        status: 'open',
        uiState: {certainty: 'confirmed', value: 'externalCard'},
      });
    },
  },
  {
    name: 'events that come at once are told in their order, each once',
    run: async (app, {portal}) => {
      portal.startCall(CALL);
      await app.ready();
      app.takeEvents();
      const clicks = CARD_EVENT_NAMES.filter((name) => EVENT_FACTS[name].action?.name !== undefined)
        .filter((name) => EVENT_FACTS[name].value === null)
        .reverse();
      for (const name of clicks) app.raise(CARD_EVENTS[name].wire);
      await app.settle();
      const told = app.takeEvents().flatMap((event) => (isObject(event) ? [event['event']] : []));
      expect(told.filter((name) => name !== undefined)).to.deep.equal(clicks);
    },
  },
  {
    name: 'nothing is told after the end, not even to a listener of the port',
    run: async (app, {portal}) => {
      portal.startCall(CALL);
      await app.ready();
      await app.do('listen', {event: HANG_UP, as: 'port'});
      await app.do('disposeController');
      app.takeEvents();
      app.raise(HANG_UP);
      // Messages stay in order: another client's answers come after the event.
      await app.do('anotherClient');
      expect(app.takeEvents()).to.deep.equal([]);
      await app.ready();
    },
  },
];

function listening({adapter}: Setting): readonly ContractCase[] {
  return [
    {
      name: 'a listener that left hears nothing; one that comes back hears each event once',
      run: async (app, {portal}) => {
        await app.do('listen', {event: CALL_STATE_CHANGED, as: 'a'});
        const bindings = app.frame.callbacksFor(CALL_STATE_CHANGED).length;
        await app.do('leave', 'a');
        portal.setCallProgress('idle');
        await app.settle();
        expect(heardBy(app, 'a')).to.deep.equal([]);
        await app.do('listen', {event: CALL_STATE_CHANGED, as: 'a'});
        await app.settle();
        portal.setCallProgress('connected');
        await app.settle();
        expect(heardBy(app, 'a')).to.deep.equal(['connected']);
        expect(app.frame.callbacksFor(CALL_STATE_CHANGED)).to.have.length(bindings);
      },
    },
    {
      name: 'an event that the portal delivers twice is told twice: only bindings are merged',
      run: async (app, {portal}) => {
        portal.faults.plan(CALL_STATE_CHANGED, {kind: 'duplicate'}, 1000);
        await app.ready();
        app.takeEvents();
        portal.setCallProgress('idle');
        await app.settle();
        expect(app.takeValues('callStateChanged')).to.deep.equal(['idle', 'idle']);
      },
    },
    {
      name: 'an event that no placement has is bound in vain, and the others work',
      run: async (app, {portal}) => {
        valueIn(await app.load());
        await app.do('listen', {event: 'CallCard::Invented', as: 'invented'});
        await app.start();
        await app.settle();
        app.takeEvents();
        expect(app.frame.callbacksFor('CallCard::Invented')).to.deep.equal([]);
        portal.changeEntity(COMPANY_5);
        await app.settle();
        expect(app.takeValues('entityChanged')).to.have.length(1);
      },
    },
    {
      name: 'a listener of the port hears what the portal sent, unread',
      run: async (app) => {
        await app.ready();
        await app.do('listen', {event: CALL_STATE_CHANGED, as: 'raw'});
        await app.settle();
        app.takeEvents();
        for (const text of ['{"a":[1]}', 'null', '"x:y"', '']) app.raise(CALL_STATE_CHANGED, text);
        await app.settle();
        expect(heardBy(app, 'raw')).to.deep.equal([{a: [1]}, null, 'x:y', adapter.noValue]);
      },
    },
  ];
}

function heardBy(app: ContractApp, as: string): readonly unknown[] {
  return app
    .takeEvents()
    .filter(isObject)
    .filter(({listener}) => listener === as)
    .map(({value}) => value);
}
