/** What the portal says first, and how it is read: where the page is, who is there, what is offered. */
import {expect} from '@open-wc/testing';
import {CARD_COMMANDS, CARD_COMMAND_NAMES} from '../../src/model/card/card-command.js';
import {CARD_EVENTS, CARD_EVENT_NAMES} from '../../src/model/card/card-event.js';
import type {PortalSession} from '../../src/model/portal/session.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {errorIn, valueIn, type ContractApp} from './contract-app.js';
import {DEAL_25, KLAUS, type Stage} from './stage.js';

const IN_TAB: ContractGroup = {
  title: 'the session in a tab',
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
  title: 'the session in a record’s tab',
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
  title: 'the session on the app’s own page',
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
  title: 'the session in the worker',
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
    ...SECRETS,
  ],
};

export const SESSION_GROUPS = [IN_TAB, IN_RECORD, ELSEWHERE, IN_WORKER];

export async function connect(app: ContractApp): Promise<PortalSession> {
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

/** Connects with a first answer in which something is different. */ async function connectWith(
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
const SECRETS: readonly ContractCase[] = [
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
