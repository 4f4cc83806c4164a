/** How a portal opens a page, through each kind of input. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT, DEAL} from '../../src/model/entity/entity-type.js';
import {readPlacementRequest, type PlacementRequest} from '../../src/server/placement-request.js';
import {FORM, INPUT_KINDS, type Fields, type Posted} from './input-kinds.js';

const ACCESS = '4172bb6600705a0700005a4b00000001f0f107c42ca5bd5f61030c5d9c3e4d60';
const REFRESH = '31f1e26600705a0700005a4b00000001f0f107b1918506d8a2ed9ecf76e8fdac';
const TOKEN = 'ec1b2074a9d3f5c81b6e40d27a95cf38';

const OPTIONS = {
  CALL_ID: 'externalCall.c3ee67f1a63f6e6117c230ab59cc49ea.1723556778',
  PHONE_NUMBER: '+4930123456',
  LINE_NUMBER: '+49 30 000-00-00',
  LINE_NAME: 'Größe & Söhne',
  CRM_ENTITY_TYPE: 'COMPANY',
  CRM_ENTITY_ID: '17',
  CRM_ACTIVITY_ID: 'undefined',
  CRM_BINDINGS: [
    {ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'},
    {ENTITY_TYPE: 'COMPANY', ENTITY_ID: '17'},
  ],
  CALL_DIRECTION: 'incoming',
  CALL_STATE: 'connected',
  CALL_LIST_MODE: 'false',
  URI: '/crm/company/details/17/',
};

const ADDRESS = {
  DOMAIN: 'example.bitrix24.com',
  PROTOCOL: '1',
  LANG: 'de',
  APP_SID: '588b8a98e848778a4ffb38fbcf70f2b9',
};
const BODY = {
  AUTH_ID: ACCESS,
  AUTH_EXPIRES: '3600',
  REFRESH_ID: REFRESH,
  SERVER_ENDPOINT: 'https://oauth.bitrix.info/rest/',
  APPLICATION_TOKEN: TOKEN,
  APPLICATION_SCOPE: 'placement,telephony',
  member_id: 'da45a03b265edd8787f8a258d793cc5d',
  status: 'L',
  PLACEMENT: 'CALL_CARD',
};

const CALL = {
  id: OPTIONS.CALL_ID,
  number: {kind: 'number', value: '+4930123456'},
  line: {number: '+49 30 000-00-00', name: 'Größe & Söhne'},
  direction: 'incoming',
  progress: 'connected',
  entity: {typeId: COMPANY, id: 17},
  bindings: [
    {typeId: COMPANY, id: 17},
    {typeId: DEAL, id: 25},
  ],
  activityId: null,
  campaign: false,
  path: '/crm/company/details/17/',
} as const;

const READ: PlacementRequest = {
  domain: 'example.bitrix24.com',
  isSecure: true,
  language: 'de',
  sid: ADDRESS.APP_SID,
  memberId: BODY.member_id,
  status: 'L',
  tokens: {accessToken: ACCESS, refreshToken: REFRESH, expiresIn: 3600},
  serverEndpoint: BODY.SERVER_ENDPOINT,
  applicationToken: TOKEN,
  scopes: ['placement', 'telephony'],
  placement: {kind: 'call-card', code: 'CALL_CARD', call: CALL},
  options: OPTIONS,
};

interface Case {
  readonly name: string;
  /** Fields in place of those of the documented request; `null` for none. */
  readonly address?: Readonly<Record<string, string | null>>;
  readonly body?: Readonly<Record<string, string | null>>;
  /** Options in place of the documented ones. */
  readonly options?: object;
  /** Fields behind all others. */
  readonly more?: Fields;
  /** What is read in another way. */
  readonly reads: Partial<PlacementRequest>;
  /** Where the problems are. */
  readonly problems?: readonly string[];
}

const withCall = (change: object): Pick<PlacementRequest, 'placement'> => ({
  placement: {kind: 'call-card', code: 'CALL_CARD', call: {...CALL, ...change}},
});
const noCall: PlacementRequest['placement'] = {kind: 'call-card', code: 'CALL_CARD', call: null};
const JUNK = 'x'.repeat(1_000_000);

const CASES: readonly Case[] = [
  {name: 'the documented request', reads: {}},
  {
    name: 'a request of an older portal',
    body: {SERVER_ENDPOINT: null, APPLICATION_TOKEN: null, APPLICATION_SCOPE: null},
    reads: {serverEndpoint: null, applicationToken: null, scopes: []},
  },
  ...['Müller & Söhne „Größe“', 'Иванова <Анна>', 'شركة النور "١٢٣"'].map((name) => ({
    name: `the line ${name}`,
    options: {LINE_NAME: name},
    reads: withCall({line: {...CALL.line, name}}),
  })),
  {
    name: 'what a portal writes for none',
    options: {
      PHONE_NUMBER: 'undefined',
      CRM_ENTITY_ID: '0',
      CRM_BINDINGS: [],
      CALL_DIRECTION: '',
      CALL_LIST_MODE: 'False',
      URI: '',
    },
    reads: withCall({
      number: {kind: 'unknown'},
      entity: null,
      bindings: [],
      direction: null,
      path: null,
    }),
  },
  {
    name: 'numbers and booleans with their types',
    options: {CRM_ENTITY_ID: 17, CRM_ACTIVITY_ID: 12043, CALL_LIST_MODE: true},
    reads: withCall({activityId: 12043, campaign: true}),
  },
  {
    name: 'options with a part that is wrong',
    options: {CRM_ENTITY_TYPE: 'TEAPOT', CALL_DIRECTION: 'sideways'},
    reads: withCall({
      entity: null,
      direction: null,
      bindings: [
        {typeId: DEAL, id: 25},
        {typeId: COMPANY, id: 17},
      ],
    }),
    problems: ['CALL_DIRECTION', 'CRM_ENTITY_TYPE'],
  },
  {
    name: 'a page outside of a call',
    body: {PLACEMENT: 'DEFAULT', PLACEMENT_OPTIONS: null},
    reads: {placement: {kind: 'other', code: 'DEFAULT'}, options: {}},
  },
  {
    name: 'a request without a placement',
    body: {PLACEMENT: null, PLACEMENT_OPTIONS: ''},
    reads: {placement: {kind: 'other', code: 'DEFAULT'}, options: {}},
  },
  {
    name: 'the worker’s page',
    body: {
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
      PLACEMENT_OPTIONS: '{"ID":"PAGE_BACKGROUND_WORKER","URI":"\\/crm\\/"}',
    },
    reads: {
      placement: {kind: 'background-worker', code: 'PAGE_BACKGROUND_WORKER'},
      options: {ID: 'PAGE_BACKGROUND_WORKER', URI: '/crm/'},
    },
  },
  {
    name: 'a record’s tab',
    body: {PLACEMENT: 'CRM_CONTACT_DETAIL_TAB', PLACEMENT_OPTIONS: '{"ID":"17"}'},
    reads: {
      placement: {
        kind: 'record',
        code: 'CRM_CONTACT_DETAIL_TAB',
        entity: {typeId: CONTACT, id: 17},
      },
      options: {ID: '17'},
    },
  },
  {
    name: 'an empty list for no options',
    body: {PLACEMENT_OPTIONS: '[]'},
    reads: {placement: noCall, options: {}},
  },
  ...['{"CALL_ID":"exter', 'null', '17', '["CALL_ID"]', JUNK, '['.repeat(10_000)].map((text) => ({
    name: `${text.length} characters of broken options: ${text.slice(0, 12)}`,
    body: {PLACEMENT_OPTIONS: text},
    reads: {placement: noCall, options: {}},
    problems: ['PLACEMENT_OPTIONS'],
  })),
  {
    name: 'fields that come twice',
    more: [
      ['member_id', 'another'],
      ['AUTH_ID', 'another'],
      ['PLACEMENT', 'DEFAULT'],
    ],
    reads: {},
    problems: ['AUTH_ID', 'PLACEMENT', 'member_id'],
  },
  {name: 'a field that comes twice alike', more: [['status', 'L']], reads: {}},
  {
    name: 'a megabyte of fields that nobody knows',
    more: [['junk', JUNK]],
    reads: {},
  },
  {
    name: 'names that mean something to JavaScript',
    more: [
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['toString', 'x'],
      ['__proto__[status]', 'P'],
      ['constructor[prototype][status]', 'P'],
    ],
    reads: {},
  },
  {
    name: 'text that was in another encoding',
    body: {PLACEMENT_OPTIONS: JSON.stringify({...OPTIONS, LINE_NAME: 'M\uFFFDller'})},
    reads: {
      ...withCall({line: {...CALL.line, name: 'M\uFFFDller'}}),
      options: {...OPTIONS, LINE_NAME: 'M\uFFFDller'},
    },
    problems: ['PLACEMENT_OPTIONS'],
  },
  {
    name: 'a portal with a port, on http, in capital letters',
    address: {DOMAIN: 'Portal.Example:8080', PROTOCOL: '0', LANG: 'BR'},
    reads: {domain: 'portal.example:8080', isSecure: false, language: 'br'},
  },
  ...[
    'a.example/rest',
    'user@a.example',
    'a.example#',
    'http://a.example',
    'a b',
    '%61.example',
  ].map((DOMAIN) => ({
    name: `the host ${DOMAIN}`,
    address: {DOMAIN},
    reads: {domain: null},
    problems: ['DOMAIN'],
  })),
  {
    name: 'wrong values of all other fields',
    address: {PROTOCOL: 'maybe', LANG: '<script>', APP_SID: 'a b'},
    body: {
      AUTH_ID: 'with\nlines',
      AUTH_EXPIRES: 'soon',
      SERVER_ENDPOINT: 'http://oauth.example/',
      APPLICATION_SCOPE: '<b>',
      status: 'Z',
    },
    reads: {
      language: 'en',
      sid: null,
      tokens: null,
      serverEndpoint: null,
      scopes: [],
      status: null,
    },
    problems: [
      ...['APPLICATION_SCOPE', 'APP_SID', 'AUTH_EXPIRES', 'AUTH_ID', 'LANG', 'PROTOCOL'],
      ...['SERVER_ENDPOINT', 'status'],
    ],
  },
  {
    name: 'an access token alone',
    body: {REFRESH_ID: null, AUTH_EXPIRES: '0'},
    reads: {tokens: {accessToken: ACCESS, refreshToken: null, expiresIn: 3600}},
  },
];

function postedOf({address, body, options, more = []}: Case): Posted {
  const PLACEMENT_OPTIONS = JSON.stringify({...OPTIONS, ...options});
  const present = (fields: object): Fields =>
    Object.entries(fields).filter(([, value]) => value !== null);
  return {
    address: present({...ADDRESS, ...address}),
    body: [...present({...BODY, PLACEMENT_OPTIONS, ...body}), ...more],
  };
}

const NOTHING: PlacementRequest = {
  domain: null,
  isSecure: true,
  language: 'en',
  sid: null,
  memberId: null,
  status: null,
  tokens: null,
  serverEndpoint: null,
  applicationToken: null,
  scopes: [],
  placement: {kind: 'other', code: 'DEFAULT'},
  options: {},
};

describe('readPlacementRequest', () => {
  for (const [kind, makeInput] of Object.entries(INPUT_KINDS)) {
    describe(`of ${kind}`, () => {
      for (const each of CASES) {
        it(`reads ${each.name}`, async () => {
          const {value, problems} = await readPlacementRequest(makeInput(postedOf(each)));
          const options = {...OPTIONS, ...each.options};
          expect(value).to.deep.equal({...READ, options, ...each.reads});
          const paths = [...new Set(problems.map(({path}) => path))].sort();
          expect(paths).to.deep.equal(each.problems ?? []);
          expect(JSON.stringify(problems)).not.to.include(ACCESS.slice(0, 16));
        });
      }
    });
  }

  it('reads what the address says of a page that was opened by GET', async () => {
    const {value, problems} = await readPlacementRequest(
      new Request(`https://app.example/?${new URLSearchParams(ADDRESS).toString()}#x?DOMAIN=y`),
    );
    const {domain, language, sid} = READ;
    expect(value).to.deep.equal({...NOTHING, domain, language, sid});
    expect(problems.map(({path}) => path)).to.deep.equal(['member_id', 'AUTH_ID']);
  });

  it('reads options that a parser has read already', async () => {
    const {value, problems} = await readPlacementRequest({
      ...ADDRESS,
      ...BODY,
      PLACEMENT_OPTIONS: OPTIONS,
    });
    expect(value).to.deep.equal(READ);
    expect(problems).to.deep.equal([]);
  });

  it('reads a body that a server has left as text', async () => {
    const body = new URLSearchParams({...BODY, PLACEMENT_OPTIONS: JSON.stringify(OPTIONS)});
    const query = new URLSearchParams(ADDRESS).toString();
    const {value} = await readPlacementRequest({query, body: body.toString()});
    expect(value).to.deep.equal(READ);
  });

  it('leaves out of the options what means something to JavaScript', async () => {
    const PLACEMENT_OPTIONS = '{"ID":"17","__proto__":{"a":1},"deep":{"constructor":1,"b":2}}';
    const {value} = await readPlacementRequest({...ADDRESS, ...BODY, PLACEMENT_OPTIONS});
    expect(value.options).to.deep.equal({ID: '17', deep: {b: 2}});
    expect(Object.keys(value.options)).to.deep.equal(['ID', 'deep']);
  });

  const file = new FormData();
  file.set('AUTH_ID', new Blob(['x']));
  for (const [name, input, path] of [
    ['nothing', undefined, 'DOMAIN'],
    ['a text that is no form', '{', 'request'],
    ['a number', 17, 'request'],
    ['a request without a body parser', {query: {}, body: undefined}, 'DOMAIN'],
    ['a body that is a number', {query: {}, body: 17}, 'body'],
    ['a body of broken JSON', {body: '{"AUTH_ID":'}, 'body'],
    ['a file in place of a token', file, 'AUTH_ID'],
  ] as const) {
    it(`names what is wrong with ${name}`, async () => {
      const {value, problems} = await readPlacementRequest(input as object);
      expect(value).to.deep.equal(NOTHING);
      expect(problems.map((each) => each.path)).to.include(path);
    });
  }

  it('names a body that was read before', async () => {
    const body = 'status=L';
    const input = new Request('https://app.example/?DOMAIN=a.example', {method: 'POST', body});
    await input.text();
    const {value, problems} = await readPlacementRequest(input);
    expect(value).to.deep.equal({...NOTHING, domain: 'a.example'});
    expect(problems[0]).to.deep.include({path: 'body', expected: 'a body that can be read'});
  });

  it('leaves a form of parts to the server’s own parser', async () => {
    const headers = {'content-type': 'multipart/form-data; boundary=x'};
    const body = '--x\r\ncontent-disposition: form-data; name="status"';
    const input = new Request('https://app.example/?LANG=de', {method: 'POST', body, headers});
    const {value, problems} = await readPlacementRequest(input);
    expect(value).to.deep.equal({...NOTHING, language: 'de'});
    expect(problems[0]).to.deep.include({path: 'body', expected: 'a form without parts'});
  });

  it('names text that is not in UTF-8', async () => {
    // In windows-1251, as old portals on servers of their own may be.
    const body =
      'PLACEMENT_OPTIONS=%7B%22CALL_ID%22%3A%221%22%2C%22LINE_NAME%22%3A%22%CE%F4%E8%F1%22%7D';
    const headers = {'content-type': `${FORM}; charset=windows-1251`};
    const {value, problems} = await readPlacementRequest(
      new Request('https://app.example/', {
        method: 'POST',
        body: `PLACEMENT=CALL_CARD&${body}`,
        headers,
      }),
    );
    expect(value.placement).to.have.nested.property('call.line.name', '\uFFFD'.repeat(4));
    expect(problems.map(({expected}) => expected)).to.include('text in UTF-8');
  });

  it('stops to read a body that is longer than any portal’s', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull: (stream) => {
        sent += 1;
        stream.enqueue(new Uint8Array(1_000_000));
      },
    });
    const request = {url: '/?LANG=de', headers: new Headers(), body, arrayBuffer: () => undefined};
    const {value, problems} = await readPlacementRequest(request);
    expect(value).to.deep.equal({...NOTHING, language: 'de'});
    expect(problems[0]).to.deep.include({path: 'body', found: 'more'});
    expect(sent).to.be.lessThan(6);
  });

  it('reads no more than a thousand fields, and names that once', async () => {
    const form = new URLSearchParams();
    for (let count = 0; count < 3000; count += 1) form.append(`PLACEMENT_OPTIONS[${count}]`, '');
    form.append('PLACEMENT_OPTIONS[a][b][c][d][e][f][g]', '');
    form.append(`PLACEMENT_OPTIONS[${'a'.repeat(300)}]`, '');
    const {value, problems} = await readPlacementRequest(form);
    expect(Object.keys(value.options)).to.have.length(1000);
    expect(problems.filter(({path}) => path === 'PLACEMENT_OPTIONS')).to.have.length(1);
  });
});
