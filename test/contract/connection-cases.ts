/** The start: what the portal tells first, what when it tells nonsense or nothing, and the end. */
import {expect} from '@open-wc/testing';
import type {PortalSession} from '../../src/model/session.js';
import {CARD_COMMANDS, CARD_COMMAND_NAMES} from '../../src/model/card-command.js';
import {CARD_EVENTS, CARD_EVENT_NAMES} from '../../src/model/card-event.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {errorIn, valueIn, watch, type ContractApp} from './contract-app.js';
import {CALL, DEAL_25, KLAUS, type Stage} from './stage.js';

/** How long a portal may take for its first answer. */
const CONNECT_LIMIT_MS = 10_000;
const ANSWER_LIMIT_MS = 2000;
const INITIALIZED = CARD_EVENTS.initialized.wire;

const IN_TAB: ContractGroup = {
  title: 'the start in a tab',
  open: (stage) => stage.tab(),
  cases: ({adapter}) => [
    {
      name: 'says where it is and who is there',
      run: async (app, {backend}) => {
        const session = await connect(app);
        expect(session).to.deep.include({
          language: 'de',
          isAdmin: false,
          origin: location.origin,
          memberId: backend.memberId,
          restPath: '/rest',
          problems: [],
        });
        expect(app.sent('getInitData')).to.have.length(1);
      },
    },
    {
      name: 'reads the call of the card, escaped as it comes',
      run: async (app) => {
        const {placement} = await connect(app);
        expect(placement).to.deep.include({kind: 'call-card', code: 'CALL_CARD'});
        expect(placement.kind === 'call-card' && placement.call).to.deep.include({
          number: {kind: 'number', value: '+4930123456'},
          line: {number: '100', name: 'Berlin & <Süd>'},
          direction: 'incoming',
          progress: 'connected',
          entity: KLAUS,
          bindings: [KLAUS, DEAL_25],
          activityId: null,
          campaign: false,
        });
      },
    },
    listsInterface('call-card'),
    {
      name: `writes its first message as "${adapter.opening}…"`,
      run: async (app, {portal}) => {
        await connect(app);
        const texts = portal.timeline.entries.map(({text}) => text);
        const first = texts.find((text) => text.startsWith('getInitData')) ?? '';
        expect(first.slice(0, adapter.opening.length)).to.equal(adapter.opening);
        expect(first.slice(adapter.opening.length)).to.match(
          new RegExp(`^[\\w-]+:${app.frame.sid}$`),
        );
      },
    },
  ],
};

const IN_RECORD: ContractGroup = {
  title: 'the start in a record’s tab',
  open: (stage) => stage.openApp('CRM_DEAL_DETAIL_TAB', {options: {ID: '25'}}),
  cases: () => [
    {
      name: 'reads the record',
      run: async (app) => {
        const {placement} = await connect(app);
        const code = 'CRM_DEAL_DETAIL_TAB';
        expect(placement).to.deep.equal({kind: 'record', code, entity: DEAL_25});
      },
    },
    offersNothing,
  ],
};

const ELSEWHERE: ContractGroup = {
  title: 'the start on the app’s own page',
  open: (stage) => stage.openApp('DEFAULT', {method: 'get'}),
  cases: () => [
    {
      name: 'is in no special place',
      run: async (app) => {
        const {placement} = await connect(app);
        expect(placement).to.deep.equal({kind: 'other', code: 'DEFAULT'});
      },
    },
    offersNothing,
  ],
};

const IN_WORKER: ContractGroup = {
  title: 'the start in the worker',
  open: (stage) => stage.worker(),
  cases: (setting) => [
    {
      name: 'is in the worker',
      run: async (app) => {
        const {placement} = await connect(app);
        const code = 'PAGE_BACKGROUND_WORKER';
        expect(placement).to.deep.equal({kind: 'background-worker', code});
      },
    },
    listsInterface('background-worker'),
    ...READINGS.map(reads),
    restPath(setting),
    ...OFFERS.map(readsOffer),
    ...BEGINNINGS,
    ...(setting.adapter.firstQuestion === 'adapter' ? asksItself(setting) : LIBRARY_ASKS),
    ...ENDS,
  ],
};

export const CONNECTION_GROUPS = [IN_TAB, IN_RECORD, ELSEWHERE, IN_WORKER];

async function connect(app: ContractApp): Promise<PortalSession> {
  valueIn(await app.load());
  return valueIn(await app.ask('connect')) as PortalSession;
}

/** The names that a page of the test gets: sets do not travel. */
function offeredTo({interface: offered}: PortalSession): unknown {
  return offered;
}

function listsInterface(placement: 'call-card' | 'background-worker'): ContractCase {
  const ofPlacement = (entry: {placement: string}): boolean => entry.placement === placement;
  const commands = CARD_COMMAND_NAMES.map((name) => CARD_COMMANDS[name]).filter(ofPlacement);
  const events = CARD_EVENT_NAMES.map((name) => CARD_EVENTS[name]).filter(ofPlacement);
  return {
    name: `lists ${commands.length} commands and ${events.length} events`,
    run: async (app) => {
      expect(offeredTo(await connect(app))).to.deep.equal({
        commands: commands.map(({wire}) => wire),
        events: events.map(({wire}) => wire),
      });
    },
  };
}

const offersNothing: ContractCase = {
  name: 'offers nothing of a card',
  run: async (app) => {
    expect(offeredTo(await connect(app))).to.deep.equal({commands: [], events: []});
  },
};

/** Connects with a first answer in which something is different. */
async function connectWith(
  app: ContractApp,
  stage: Stage,
  different: object,
): Promise<PortalSession> {
  const {AUTH_ID, AUTH_EXPIRES, REFRESH_ID} = await stage.backend.issueToken();
  const answer = {
    LANG: 'de',
    DOMAIN: location.host,
    PROTOCOL: 0,
    PATH: '/rest',
    ...{AUTH_ID, AUTH_EXPIRES, REFRESH_ID},
    MEMBER_ID: stage.backend.memberId,
    FIRST_RUN: false,
    IS_ADMIN: false,
    INSTALL: false,
    USER_OPTIONS: {},
    APP_OPTIONS: {},
    PLACEMENT: 'CALL_CARD',
    PLACEMENT_OPTIONS: {CALL_ID: 'externalCall.1', LINE_NAME: 'A &amp; B'},
    ...different,
  };
  app.answerWith('getInitData', JSON.stringify(answer));
  return connect(app);
}

interface Reading {
  readonly name: string;
  readonly different: object;
  /** Paths of what could not be read. */
  readonly problems?: readonly string[];
  readonly session?: object;
  /** In the call; `null`: there is none. */
  readonly call?: object | null;
}

const READINGS: readonly Reading[] = [
  {name: 'another language', different: {LANG: 'BR'}, session: {language: 'br'}},
  {name: 'no language', different: {LANG: undefined}, session: {language: 'en'}},
  {name: 'an administrator', different: {IS_ADMIN: true}, session: {isAdmin: true}},
  {name: 'a member id that is missing', different: {MEMBER_ID: null}, session: {memberId: ''}},
  {
    name: 'no placement',
    different: {PLACEMENT: undefined},
    session: {placement: {kind: 'other', code: 'DEFAULT'}},
  },
  {
    name: 'empty maps as []',
    different: {PLACEMENT_OPTIONS: [], USER_OPTIONS: [], APP_OPTIONS: []},
    call: null,
  },
  {name: 'no options', different: {PLACEMENT_OPTIONS: undefined}, call: null},
  {name: 'options null', different: {PLACEMENT_OPTIONS: null}, call: null},
  {name: 'options ""', different: {PLACEMENT_OPTIONS: ''}, call: null},
  {
    name: 'options as a JSON text',
    different: {PLACEMENT_OPTIONS: '{"CALL_ID":"externalCall.2"}'},
    call: {id: 'externalCall.2'},
  },
  ...[17, true, '{not JSON', '"x"', ['x']].map((options) => ({
    name: `options ${JSON.stringify(options)}`,
    different: {PLACEMENT_OPTIONS: options},
    call: null,
    problems: ['PLACEMENT_OPTIONS'],
  })),
  {
    name: 'options that are HTML-escaped',
    different: {PLACEMENT_OPTIONS: {CALL_ID: 'c', LINE_NAME: '&lt;A&gt; &amp;amp; &quot;B&quot;'}},
    call: {line: {number: '', name: '<A> &amp; "B"'}},
  },
  {
    name: 'options that are not escaped',
    different: {PLACEMENT_OPTIONS: {CALL_ID: 'c', LINE_NAME: '<A> & "B"'}},
    call: {line: {number: '', name: '<A> & "B"'}},
  },
  {
    name: 'a hidden number, no record and no activity',
    different: {
      PLACEMENT_OPTIONS: {
        CALL_ID: 'c',
        PHONE_NUMBER: 'hidden',
        CRM_ENTITY_TYPE: '',
        CRM_ENTITY_ID: '0',
        CRM_ACTIVITY_ID: 'undefined',
        CALL_LIST_MODE: 'True',
      },
    },
    call: {number: {kind: 'hidden'}, entity: null, bindings: [], activityId: null, campaign: true},
  },
  {
    name: 'options that mean nothing',
    different: {PLACEMENT_OPTIONS: {CALL_ID: 'c', CRM_BINDINGS: 'all', CALL_STATE: 'ringing'}},
    call: {id: 'c', bindings: [], progress: null},
    problems: ['CRM_BINDINGS', 'CALL_STATE'],
  },
];

function reads({name, different, problems, session, call}: Reading): ContractCase {
  return {
    name: `reads ${name}`,
    run: async (app, stage) => {
      const connected = await connectWith(app, stage, different);
      expect(connected.problems.map(({path}) => path)).to.deep.equal(problems ?? []);
      if (session !== undefined) expect(connected).to.deep.include(session);
      if (call === undefined) return;
      const {placement} = connected;
      if (placement.kind !== 'call-card') throw new Error(`It is in ${placement.kind}.`);
      if (call === null) expect(placement.call).to.equal(null);
      else expect(placement.call).to.deep.include(call);
    },
  };
}

function restPath({adapter}: Setting): ContractCase {
  const path = adapter.restPath === 'told' ? '/other/rest' : '/rest';
  return {
    name: `reads another path of REST as ${path}`,
    run: async (app, stage) => {
      const session = await connectWith(app, stage, {PATH: '/other/rest/'});
      expect(session.restPath).to.equal(path);
    },
  };
}

const OFFERS: readonly (readonly [string, object])[] = [
  ['{"command":["a","a"],"event":["b","b","c"]}', {commands: ['a'], events: ['b', 'c']}],
  ['{"command":{"1":"a"},"event":[]}', {commands: ['a'], events: []}],
  ['{"command":[5,"a",null]}', {commands: ['a'], events: []}],
];

function readsOffer([text, offered]: readonly [string, object]): ContractCase {
  return {
    name: `reads the list ${text}`,
    run: async (app) => {
      app.answerWith('getInterface', text);
      expect(offeredTo(await connect(app))).to.deep.equal(offered);
    },
  };
}

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
  {
    name: 'keeps the token to itself',
    run: async (app) => {
      const session = await connect(app);
      const snapshot = await app.start();
      const error = errorIn(await app.ask('rest', {method: 'no.such.method', parameters: {}}));
      const notices = await app.ask('notices');
      const told = JSON.stringify([session, snapshot, error, notices, await app.diagnostics()]);
      const {AUTH_ID, REFRESH_ID} = app.frame.token ?? {AUTH_ID: '', REFRESH_ID: ''};
      expect(AUTH_ID).to.have.length.above(4);
      expect(told).not.to.contain(AUTH_ID);
      expect(told).not.to.contain(REFRESH_ID);
    },
  },
  {
    name: 'without a token: says so, and REST ends as the adapter can tell',
    run: async (app, stage) => {
      const session = await connectWith(app, stage, {AUTH_ID: '', REFRESH_ID: ''});
      expect(session.problems.map(({path}) => path)).to.deep.equal(['AUTH_ID']);
      const outcome = await app.ask('rest', {method: 'profile', parameters: {}});
      if (stage.adapter.withoutToken === 'renewed') valueIn(outcome);
      else expect(errorIn(outcome).code).to.equal('not-authorized');
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

/** Everything that needs a connection. */
const REQUESTS: readonly (readonly [string, unknown])[] = [
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
