/** What a portal posts to an app's server, through each kind of input. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {
  readEventRequest,
  type EventAuth,
  type EventRequest,
} from '../../src/server/event-request.js';
import type {PortalEvent} from '../../src/server/portal-event.js';
import {INPUT_KINDS, type Fields} from './input-kinds.js';

const SECRET = 's7p6eclrvim9da28dt9ch94ekreb52sv';

const AUTH = {
  access_token: SECRET,
  expires_in: '3600',
  scope: 'telephony',
  domain: 'some-domain.bitrix24.com',
  server_endpoint: 'https://oauth.bitrix.info/rest/',
  status: 'F',
  client_endpoint: 'https://some-domain.bitrix24.com/rest/',
  member_id: 'a223c6b9410f85df78e9377d6c4f7213',
  user_id: '1269',
  refresh_token: '4s386p3q0tr8dy89xvmt96234v3dljg8',
  application_token: '51610fefc120afg4b628cc82d6298cce',
};
const READ_AUTH: EventAuth = {
  domain: AUTH.domain,
  memberId: AUTH.member_id,
  applicationToken: AUTH.application_token,
  tokens: {accessToken: SECRET, refreshToken: AUTH.refresh_token, expiresIn: 3600},
  userId: 1269,
  status: 'F',
  scopes: ['telephony'],
  clientEndpoint: AUTH.client_endpoint,
  serverEndpoint: AUTH.server_endpoint,
};
const NO_AUTH: EventAuth = {
  domain: null,
  memberId: null,
  applicationToken: null,
  tokens: null,
  userId: null,
  status: null,
  scopes: [],
  clientEndpoint: null,
  serverEndpoint: null,
};

const CALL_START = {
  PHONE_NUMBER: '+14155551234',
  PHONE_NUMBER_INTERNATIONAL: '+14155551234',
  EXTENSION: '',
  USER_ID: '1269',
  CALL_LIST_ID: '0',
  LINE_NUMBER: '7',
  IS_MOBILE: '0',
  CALL_ID: 'externalCall.89350264e026dace3f2b14d1f438257c.1773236989',
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: '797',
};
const READ_START: PortalEvent = {
  kind: 'call-start',
  code: 'ONEXTERNALCALLSTART',
  callId: CALL_START.CALL_ID,
  number: {kind: 'number', value: '+14155551234'},
  internationalNumber: '+14155551234',
  extension: null,
  userId: 1269,
  line: '7',
  callListId: null,
  isMobile: false,
  entity: {typeId: CONTACT, id: 797},
};

interface Case {
  readonly name: string;
  readonly event: string;
  readonly data: Readonly<Record<string, string>>;
  readonly auth?: Readonly<Record<string, string>>;
  readonly more?: Fields;
  readonly reads: PortalEvent;
  readonly readsAuth?: EventAuth;
  readonly problems?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'a click on a number',
    event: 'ONEXTERNALCALLSTART',
    data: CALL_START,
    reads: READ_START,
  },
  {
    name: 'a click in a campaign, in the mobile app, on a number without a record',
    event: 'OnExternalCallStart',
    data: {
      ...CALL_START,
      CALL_LIST_ID: '12',
      IS_MOBILE: '1',
      EXTENSION: '22',
      CRM_ENTITY_TYPE: '',
      CRM_ENTITY_ID: '0',
    },
    reads: {...READ_START, callListId: 12, isMobile: true, extension: '22', entity: null},
  },
  {
    name: 'a click whose data are wrong',
    event: 'ONEXTERNALCALLSTART',
    data: {
      PHONE_NUMBER: 'hidden',
      USER_ID: 'admin',
      CALL_LIST_ID: '-1',
      IS_MOBILE: 'perhaps',
      CALL_ID: 'a b',
      CRM_ENTITY_TYPE: 'CONTACT',
      CRM_ENTITY_ID: 'x',
    },
    reads: {
      ...READ_START,
      number: {kind: 'hidden'},
      internationalNumber: null,
      userId: null,
      callId: null,
      line: null,
      entity: null,
    },
    problems: ['CALL_ID', 'CALL_LIST_ID', 'CRM_ENTITY_ID', 'IS_MOBILE', 'USER_ID'].map(
      (name) => `data.${name}`,
    ),
  },
  {
    name: 'a visitor who wants to be called back',
    event: 'ONEXTERNALCALLBACKSTART',
    data: {
      PHONE_NUMBER: '+14151234567',
      TEXT: 'Ein Rückruf: „Größe“, Иванова, ١٢٣',
      VOICE: 'deinternalfemale',
      CRM_ENTITY_TYPE: 'CONTACT',
      CRM_ENTITY_ID: '5785',
      LINE_NUMBER: '7',
    },
    reads: {
      kind: 'callback-start',
      code: 'ONEXTERNALCALLBACKSTART',
      number: {kind: 'number', value: '+14151234567'},
      entity: {typeId: CONTACT, id: 5785},
      line: '7',
      text: 'Ein Rückruf: „Größe“, Иванова, ١٢٣',
      voice: 'deinternalfemale',
    },
  },
  {
    name: 'an installation',
    event: 'ONAPPINSTALL',
    data: {VERSION: '1.0.0', ACTIVE: 'Y', INSTALLED: 'N', LANGUAGE_ID: 'de'},
    reads: {
      kind: 'app-install',
      code: 'ONAPPINSTALL',
      version: '1.0.0',
      isActive: true,
      isInstalled: false,
      language: 'de',
    },
  },
  {
    name: 'the end of an installation, of which no user has tokens any more',
    event: 'ONAPPUNINSTALL',
    data: {LANGUAGE_ID: 'ru', CLEAN: '1'},
    auth: {member_id: AUTH.member_id, application_token: AUTH.application_token},
    reads: {kind: 'app-uninstall', code: 'ONAPPUNINSTALL', clean: true, language: 'ru'},
    readsAuth: {
      ...NO_AUTH,
      memberId: AUTH.member_id,
      applicationToken: AUTH.application_token,
    },
  },
  {
    name: 'an event that the kit does not know',
    event: 'ONCRMDEALADD',
    data: {ID: '5'},
    reads: {kind: 'other', code: 'ONCRMDEALADD', data: {ID: '5'}},
  },
  {
    name: 'an event with the name of a method of all objects',
    event: 'constructor',
    data: {ID: '5'},
    reads: {kind: 'other', code: 'CONSTRUCTOR', data: {ID: '5'}},
  },
  {
    name: 'a token that comes twice',
    event: 'ONAPPINSTALL',
    data: {},
    more: [
      ['auth[application_token]', 'forged'],
      ['auth[__proto__][domain]', 'x'],
      ['auth[access_token', 'x'],
      ['auth]access_token[', 'x'],
    ],
    reads: {
      kind: 'app-install',
      code: 'ONAPPINSTALL',
      version: null,
      isActive: true,
      isInstalled: true,
      language: 'en',
    },
    problems: ['auth.application_token'],
  },
  {
    name: 'wrong words about the portal',
    event: 'ONCRMDEALADD',
    data: {ID: '5'},
    auth: {
      ...AUTH,
      domain: '//evil.example',
      client_endpoint: 'javascript:alert(1)',
      server_endpoint: 'https://a@evil.example/',
      access_token: `${SECRET}\u00e9`,
    },
    reads: {kind: 'other', code: 'ONCRMDEALADD', data: {ID: '5'}},
    readsAuth: {
      ...READ_AUTH,
      domain: null,
      clientEndpoint: null,
      serverEndpoint: null,
      tokens: null,
    },
    problems: ['access_token', 'client_endpoint', 'domain', 'server_endpoint'].map(
      (name) => `auth.${name}`,
    ),
  },
];

function nested(outer: string, fields: object): Fields {
  return Object.entries(fields).map(([name, value]) => [`${outer}[${name}]`, String(value)]);
}

describe('readEventRequest', () => {
  for (const [kind, makeInput] of Object.entries(INPUT_KINDS)) {
    describe(`of ${kind}`, () => {
      for (const {name, event, data, auth = AUTH, more = [], ...expected} of CASES) {
        it(`reads ${name}`, async () => {
          const body: Fields = [
            ['event', event],
            ['event_handler_id', '1055'],
            ...nested('data', data),
            ['ts', '1773236988'],
            ...nested('auth', auth),
            ...more,
          ];
          const {value, problems} = await readEventRequest(makeInput({address: [], body}));
          expect(value).to.deep.equal({
            event: expected.reads,
            auth: expected.readsAuth ?? READ_AUTH,
            sentAt: 1_773_236_988_000,
            handlerId: 1055,
          } satisfies EventRequest);
          const paths = [...new Set(problems.map(({path}) => path))].sort();
          expect(paths).to.deep.equal(expected.problems ?? []);
          expect(JSON.stringify(problems)).not.to.include(SECRET);
        });
      }

      it('reads a complaint about the worker, which has no proof', async () => {
        const body: Fields = [
          ['error', 'ERROR_PLACEMENT_LOADING_OVERTIME'],
          ['error_description', 'Loading took longer than 5 s'],
        ];
        const {value, problems} = await readEventRequest(makeInput({address: [], body}));
        const event: PortalEvent = {
          kind: 'worker-error',
          code: 'ERROR_PLACEMENT_LOADING_OVERTIME',
          description: 'Loading took longer than 5 s',
        };
        expect(value).to.deep.equal({event, auth: NO_AUTH, sentAt: null, handlerId: null});
        expect(problems).to.deep.equal([]);
      });
    });
  }

  it('names what a request without anything lacks', async () => {
    const {value, problems} = await readEventRequest({});
    const event: PortalEvent = {kind: 'other', code: '', data: {}};
    expect(value).to.deep.equal({event, auth: NO_AUTH, sentAt: null, handlerId: null});
    expect(problems.map(({path}) => path)).to.deep.equal(['event', 'auth.application_token']);
  });

  it('keeps numbers with their types, and lists, in the data of other events', async () => {
    const data = {FIELDS: {IDS: [1, 2], deep: {er: {still: {more: {most: {gone: 1}}}}}}};
    const {value} = await readEventRequest({event: 'ONX', data, ts: 1773236988});
    expect(value.event).to.deep.equal({
      kind: 'other',
      code: 'ONX',
      data: {FIELDS: {IDS: [1, 2], deep: {er: {still: {more: {most: {}}}}}}},
    });
    expect(value.sentAt).to.equal(1_773_236_988_000);
  });

  it('numbers what PHP numbers', async () => {
    const form = new URLSearchParams('event=ONX&data[IDS][]=1&data[IDS][]=2&data[a][0][b]=3');
    const {value} = await readEventRequest(form);
    const data = {IDS: {0: '1', 1: '2'}, a: {0: {b: '3'}}};
    expect(value.event).to.deep.equal({kind: 'other', code: 'ONX', data});
  });

  for (const fields of ['data=x&data[a]=1', 'data[a]=1&data=x', 'data[a]=1&data[a][b]=2']) {
    it(`names a text in the place of an object: ${fields}`, async () => {
      const {problems} = await readEventRequest(new URLSearchParams(`event=ONX&${fields}`));
      const paths = problems.map(({path}) => path);
      expect(paths).to.include('data');
    });
  }
});
