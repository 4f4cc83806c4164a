/** The start and the end of a connection, whether the portal is slow, silent or speaks nonsense. */
import {expect} from '@open-wc/testing';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import type {PortalSession} from '../../src/model/portal/session.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {errorIn, valueIn, watch, type ContractApp} from './contract-app.js';
import {connect} from './session-cases.js';
import {CALL} from './stage.js';

/** How long a portal may take for its first answer. */
const CONNECT_LIMIT_MS = 10_000;
const ANSWER_LIMIT_MS = 2000;
const INITIALIZED = CARD_EVENTS.initialized.wire;

const CONNECTION: ContractGroup = {
  title: 'the connection',
  open: (stage) => stage.worker(),
  cases: (setting) => [
    ...BEGINNINGS,
    ...(setting.adapter.firstQuestion === 'adapter' ? asksItself(setting) : LIBRARY_ASKS),
    ...ENDS,
  ],
};

export const CONNECTION_GROUPS = [CONNECTION];

/** What a portal may answer instead of a list; then every command may be tried. */
const NO_LISTS: readonly (readonly [string, readonly string[]])[] = [
  ['silence', []],
  ['what is not JSON', ['{not JSON']],
  ['null', ['null']],
  ['17', ['17']],
];

const BEGINNINGS: readonly ContractCase[] = [
  ...NO_LISTS.map(([name, texts]) => ({
    name: `connects without a list when getInterface is answered with ${name}`,
    run: async (app: ContractApp) => {
      valueIn(await app.load());
      app.answerWith('getInterface', ...texts);
      const outcome = app.ask('connect');
      await app.whenSent('getInterface');
      // Another client's answers come after whatever came for this one.
      await app.do('anotherClient');
      await app.pass(ANSWER_LIMIT_MS);
      const session = valueIn(await outcome) as PortalSession;
      expect(session.interface).to.equal(null);
      expect(session.problems.map(({path}) => path)).to.deep.equal(['getInterface']);
    },
  })),
  {
    name: 'connects once, however often it is asked',
    run: async (app) => {
      valueIn(await app.load());
      const sessions = await Promise.all([app.ask('connect'), app.ask('connect')]);
      expect(valueIn(sessions[0])).to.deep.equal(valueIn(sessions[1]));
      valueIn(await app.ask('connect'));
      expect(app.sent('getInitData')).to.have.length(1);
    },
  },
  {
    name: 'tells the controller’s listeners what happened before it was connected',
    run: async (app, {portal}) => {
      valueIn(await app.load());
      const bound = app.frame.callbacksFor(INITIALIZED).length;
      portal.faults.plan('getInterface', {kind: 'hold', key: 'list'});
      const started = app.start();
      await app.whenSent('getInterface');
      await app.do('anotherClient');
      expect(app.frame.callbacksFor(INITIALIZED)).to.have.length(bound + 1);
      const {callId} = portal.startCall(CALL);
      portal.faults.release('list');
      expect((await started).call).to.deep.include({id: callId});
      expect(app.takeValues('initialized')).to.have.length(1);
    },
  },
];

function asksItself({adapter}: Setting): readonly ContractCase[] {
  return [
    {
      name: 'a portal that is silent at first: a timeout after 10 s, and not before',
      run: async (app, {portal}) => {
        valueIn(await app.load());
        portal.faults.plan('getInitData', {kind: 'drop'});
        const outcome = app.ask('connect');
        const watched = watch(outcome);
        await app.pass(CONNECT_LIMIT_MS - 1);
        expect(watched.isOver).to.equal(false);
        await app.pass(1);
        expect(errorIn(await outcome)).to.include({code: 'timeout', retryable: true});
      },
    },
    {
      name: 'a portal that is silent at first: the next attempt succeeds, and events come once',
      run: async (app, {portal}) => {
        valueIn(await app.load());
        portal.faults.plan('getInitData', {kind: 'hold', key: 'first'});
        const started = app.start();
        await app.whenSent('getInitData');
        await app.do('anotherClient');
        await app.pass(CONNECT_LIMIT_MS);
        expect(await started).to.have.nested.property('error.code', 'timeout');
        portal.faults.release('first');
        expect((await app.start()).status).to.equal('ready');
        await app.settle();
        app.takeEvents();
        portal.startCall(CALL);
        await app.settle();
        expect(app.takeValues('initialized')).to.have.length(1);
      },
    },
    {
      name: 'is disposed while the portal is silent: disconnected',
      run: async (app, {portal}) => {
        valueIn(await app.load());
        portal.faults.plan('getInitData', {kind: 'hold', key: 'first'});
        const outcome = app.ask('connect');
        await app.whenSent('getInitData');
        await app.do('dispose');
        expect(errorIn(await outcome).code).to.equal('disconnected');
      },
    },
    {
      name: `a first answer that is not JSON: ${adapter.garbage}`,
      run: async (app) => {
        valueIn(await app.load());
        app.answerWith('getInitData', '{not JSON');
        const outcome = app.ask('connect');
        await app.whenSent('getInitData');
        await app.do('anotherClient');
        await app.pass(CONNECT_LIMIT_MS);
        const code = adapter.garbage === 'silence' ? 'timeout' : 'bad-answer';
        expect(errorIn(await outcome).code).to.equal(code);
      },
    },
  ];
}

const LIBRARY_ASKS: readonly ContractCase[] = [
  {
    name: 'a portal that is silent at first: the library waits as long as that takes',
    run: async (app, {portal}) => {
      portal.faults.plan('getInitData', {kind: 'hold', key: 'first'});
      const loaded = app.load();
      const watched = watch(loaded);
      await app.whenSent('getInitData');
      await app.do('anotherClient');
      await app.pass(10 * CONNECT_LIMIT_MS);
      expect(watched.isOver).to.equal(false);
      portal.faults.release('first');
      valueIn(await loaded);
      expect((await app.start()).status).to.equal('ready');
    },
  },
  {
    name: 'a first answer that is not JSON: the library fails, and nothing of the kit is made',
    run: async (app) => {
      app.answerWith('getInitData', '{not JSON');
      expect(errorIn(await app.load()).code).to.equal('not-a-call-card-error');
    },
  },
];

/** Everything that needs a connection. */ const REQUESTS: readonly (readonly [string, unknown])[] =
  [
    ['call', {command: 'getStatus', parameters: {}}],
    ['readInterface', null],
    ['rest', {method: 'profile', parameters: {}}],
    ['batch', {a: {method: 'profile', parameters: {}}}],
    ['openPath', '/crm/deal/details/25/'],
    ['resize', {width: 1, height: 1}],
  ];

const ENDS: readonly ContractCase[] = [
  ...REQUESTS.map(([task, input]) => ({
    name: `${task}: disconnected before it is connected and after it is disposed`,
    run: async (app: ContractApp) => {
      valueIn(await app.load());
      expect(errorIn(await app.ask(task, input)).code).to.equal('disconnected');
      valueIn(await app.ask('connect'));
      await app.do('dispose');
      expect(errorIn(await app.ask(task, input)).code).to.equal('disconnected');
    },
  })),
  {
    name: 'connect: disconnected after it is disposed',
    run: async (app) => {
      await connect(app);
      await app.do('dispose');
      expect(errorIn(await app.ask('connect')).code).to.equal('disconnected');
    },
  },
  {
    name: 'is disposed while the list is on its way: disconnected',
    run: async (app, {portal}) => {
      valueIn(await app.load());
      portal.faults.plan('getInterface', {kind: 'hold', key: 'list'});
      const outcome = app.ask('connect');
      await app.whenSent('getInterface');
      await app.do('anotherClient');
      await app.do('dispose');
      expect(errorIn(await outcome).code).to.equal('disconnected');
    },
  },
  {
    name: 'a controller that is disposed while it starts does not become ready',
    run: async (app, {portal}) => {
      valueIn(await app.load());
      portal.faults.plan('getInterface', {kind: 'hold', key: 'list'});
      const started = app.start();
      await app.whenSent('getInterface');
      await app.do('anotherClient');
      await app.do('disposeController');
      portal.faults.release('list');
      expect((await started).status).not.to.equal('ready');
      expect((await app.snapshot()).status).not.to.equal('ready');
    },
  },
  {
    name: 'a command and a slider under way when it is disposed: disconnected',
    run: async (app, {portal}) => {
      await app.ready();
      portal.faults.plan('CallCardGetListUiStates', {kind: 'hold', key: 'list'});
      const command = app.ask('run', {name: 'listUiStates', parameters: {}});
      const slider = app.ask('openPath', '/crm/deal/details/25/');
      await app.whenSent('openPath');
      await app.do('disposeController');
      expect(errorIn(await command).code).to.equal('disconnected');
      expect(errorIn(await slider).code).to.equal('disconnected');
      portal.slider.dispose();
    },
  },
];
