import {expect} from '@open-wc/testing';
import type {Call} from '../../../src/model/call/call.js';
import type {OpenCard} from '../../../src/model/card/card.js';
import {readSharedCall, writeSharedCall} from '../../../src/model/hub/hub-call.js';
import type {HubFrame} from '../../../src/model/hub/hub-frame.js';
import {
  MOST_HUB_CHARACTERS,
  MOST_HUB_ITEMS,
  MOST_HUB_WORDS,
} from '../../../src/model/parse/hub-values.js';
import {
  HUB_PROTOCOL,
  readHubMessage,
  writeHubMessage,
  type HubAction,
  type HubMessage,
  type HubMessageKind,
} from '../../../src/model/hub/hub-message.js';
import type {KeptDraft} from '../../../src/model/call/note-draft.js';

const CALL: Call = {
  id: 'externalCall.1',
  number: {kind: 'number', value: '+4930123456'},
  line: {number: '+4940', name: 'Berlin & Söhne &lt;b&gt; "5" &amp;'},
  direction: 'callback',
  progress: 'connecting',
  entity: {typeId: 3, id: 17},
  bindings: [
    {typeId: 3, id: 17},
    {typeId: 177, id: 4},
  ],
  activityId: 12_043,
  campaign: true,
  path: '/crm/deal/details/25/?a=1&b=&quot;2',
};

const CARD: OpenCard = {
  status: 'open',
  uiState: {certainty: 'unconfirmed', value: 'transferring'},
  title: 'Anna <b>&amp;</b>',
  statusText: '',
  muted: true,
  held: true,
  timer: {status: 'stopped', startedAt: 1_700_000_000_000, elapsed: 5250},
  conversation: 'none',
};

const FRAME: HubFrame = {
  id: 'sender',
  role: 'slider',
  since: 1_700_000_000_123.5,
  callId: 'externalCall.1',
  client: null,
  commands: ['setMute', 'close'],
  cardSince: 1_700_000_000_456,
  rank: 'listening',
  handles: ['next'],
  liveness: 'locks',
  throttled: false,
};

const ACTION: HubAction = {
  id: 'action-1',
  callId: null,
  action: {name: 'transfer', target: {kind: 'phone', number: '101'}, phoneNumber: '+4930'},
  source: 'card',
  status: 'begun',
};

const STAMP = {count: 7, frameId: 'sender'};
const MUTE = {name: 'setMute', parameters: {muted: false}} as const;

const SUBJECT = {callId: 'externalCall.1', number: '+4930', entity: {typeId: 3, id: 17}};
const DRAFT: KeptDraft = {
  id: 'draft-1',
  copy: 'copy-1',
  version: {load: 3},
  content: {text: 'Hello\n', disposition: 'sold'},
  subject: SUBJECT,
  unanswered: {note: {...SUBJECT, text: 'Hello', disposition: null}, after: 998},
  origin: {...SUBJECT, activityId: 5, cards: [{frameId: 'w', since: 7}], start: 8, phase: 'over'},
  place: '/2:25',
  seenAt: 9,
};

/** One of each kind, with all that it can carry. */
const MESSAGES: {readonly [K in HubMessageKind]: Extract<HubMessage, {kind: K}>} = {
  hello: {kind: 'hello', frame: FRAME},
  welcome: {
    kind: 'welcome',
    frame: FRAME,
    epoch: 4,
    leaderId: 'leader',
    calls: [{call: CALL, card: CARD, opening: 2}],
    orphans: [{call: {...CALL, id: 'externalCall.2'}, card: CARD, opening: 0}],
    settings: [{callId: 'externalCall.1', opening: 2, stamp: STAMP, command: MUTE}],
    actions: [ACTION],
  },
  frame: {kind: 'frame', frame: {...FRAME, callId: null}},
  bye: {kind: 'bye'},
  gone: {kind: 'gone', frameId: 'another'},
  call: {kind: 'call', call: {call: CALL, card: null, opening: 1}},
  action: {kind: 'action', action: {...ACTION, source: 'controls', status: 'sent'}},
  begun: {kind: 'begun', id: 'action-1', witness: null},
  noted: {kind: 'noted', id: 'action-1'},
  ended: {kind: 'ended', id: 'action-1', outcome: 'failed', message: 'The engine is down.'},
  command: {
    kind: 'command',
    id: 'command-1',
    callId: null,
    opening: 0,
    stamp: STAMP,
    command: MUTE,
  },
  outcome: {
    kind: 'outcome',
    id: 'command-1',
    outcome: {status: 'refused', code: 'no-card', message: 'There is none.'},
  },
  lead: {kind: 'lead', epoch: 1},
  resign: {kind: 'resign', epoch: 1},
  beat: {kind: 'beat', epoch: 0},
  probe: {kind: 'probe'},
  alive: {kind: 'alive'},
  suspect: {kind: 'suspect', frameId: 'leader'},
  want: {kind: 'want', key: 'crm 3 17'},
  have: {kind: 'have', key: 'crm 3 17', data: {fields: [1, null, {a: 'b'}]}},
  lack: {kind: 'lack', key: 'crm 3 17'},
  drafts: {kind: 'drafts'},
  draft: {kind: 'draft', holder: 'another', draft: DRAFT},
  undraft: {kind: 'undraft', id: 'draft-1', copy: 'copy-1', version: {load: 3}},
  saved: {
    kind: 'saved',
    receipt: {draftId: 'draft-1', at: 9, commentId: null, disposition: 'sold', prints: ['5-a-b']},
  },
  saving: {kind: 'saving', id: 'draft-1', isAtIt: true},
  unsaving: {kind: 'unsaving', id: 'draft-1'},
};

describe('a message of the hub', () => {
  for (const message of Object.values(MESSAGES)) {
    it(`is read as it was written: ${message.kind}`, () => {
      const envelope = {from: 'sender', number: 3, to: 'receiver', message};
      const reading = readHubMessage(writeHubMessage('hub', envelope), 'hub');
      expect(reading).to.deep.equal({status: 'read', envelope});
    });
  }

  it('that says that a command was done brings its value', () => {
    const message = {
      kind: 'outcome',
      id: 'command-1',
      outcome: {status: 'done', value: ['incoming', 'connected']},
    } as const;
    expect(readBack(message)).to.deep.equal(message);
  });

  it('is for one hub alone', () => {
    const text = textOf(MESSAGES.probe);
    expect(readHubMessage(text, 'another hub')).to.deep.equal({status: 'other'});
    expect(readHubMessage('{"callCardKit":', 'hub')).to.deep.equal(fault('malformed'));
    for (const other of ['', 'hello', '{"kind":"probe"}', null, 5, {callCardKit: 1}]) {
      expect(readHubMessage(other, 'hub')).to.deep.equal({status: 'other'});
    }
  });

  it('of another version is none, whatever else it says', () => {
    for (const version of [HUB_PROTOCOL + 1, 0, '1', null]) {
      const text = textOf(MESSAGES.lead).replace(
        /"callCardKit":\d+/,
        `"callCardKit":${JSON.stringify(version)}`,
      );
      expect(readHubMessage(text, 'hub').status).to.equal('fault');
    }
    const newer = JSON.stringify({callCardKit: HUB_PROTOCOL + 1, hub: 'hub', future: true});
    expect(readHubMessage(newer, 'hub')).to.deep.equal(fault('foreign-version'));
  });

  it('is bounded in size and in number', () => {
    const data = 'x'.repeat(MOST_HUB_CHARACTERS);
    expect(readHubMessage(textOf({kind: 'have', key: 'key', data}), 'hub')).to.deep.equal(
      fault('oversized'),
    );
    const actions = Array.from({length: MOST_HUB_ITEMS + 5}, () => ACTION);
    const welcome = readBack({...MESSAGES.welcome, actions});
    expect(welcome?.kind === 'welcome' && welcome.actions.length).to.equal(MOST_HUB_ITEMS);
  });

  const BROKEN: readonly (readonly [words: string, body: object])[] = [
    ['no sender', {from: undefined}],
    ['a sender that is no id', {from: 'a b'}],
    ['a sender as long as a message', {from: 'x'.repeat(81)}],
    ['a number that is none', {number: '3'}],
    ['a number below none', {number: -1}],
    ['a number beyond counting', {number: 2 ** 51}],
    ['no kind', {kind: undefined}],
    ['an unknown kind', {kind: 'explode'}],
    ['a kind that every object has', {kind: 'constructor'}],
    ['no epoch', {epoch: undefined}],
    ['a command that there is not', {kind: 'command', id: 'a', stamp: STAMP, command: {name: 'x'}}],
    [
      'a command with parameters that the portal would refuse',
      {kind: 'command', id: 'a', stamp: STAMP, command: {name: 'setMute', parameters: {muted: 1}}},
    ],
    ['an action that there is not', {kind: 'action', action: {id: 'a', action: {name: 'x'}}}],
    ['a frame without a role', {kind: 'hello', frame: {...FRAME, role: 'king'}}],
    ['a call without an id', {kind: 'call', call: {call: {}, card: null}}],
    ['an outcome with an unknown code', {kind: 'outcome', id: 'a', outcome: {code: 'x'}}],
  ];
  for (const [words, body] of BROKEN) {
    it(`is malformed with ${words}`, () => {
      const right = {callCardKit: HUB_PROTOCOL, hub: 'hub', from: 'sender', number: 3};
      const text = JSON.stringify({...right, kind: 'lead', epoch: 1, ...body});
      expect(readHubMessage(text, 'hub')).to.deep.equal(fault('malformed'));
    });
  }

  /** What each kind can't be without. */
  const NEEDED: {readonly [K in HubMessageKind]: readonly string[]} = {
    hello: ['frame'],
    welcome: ['frame', 'epoch'],
    frame: ['frame'],
    bye: [],
    gone: ['frameId'],
    call: ['call'],
    action: ['action'],
    begun: ['id'],
    noted: ['id'],
    ended: ['id', 'outcome'],
    command: ['id', 'stamp', 'command'],
    outcome: ['id', 'outcome'],
    lead: ['epoch'],
    resign: ['epoch'],
    beat: ['epoch'],
    probe: [],
    alive: [],
    suspect: ['frameId'],
    want: ['key'],
    have: ['key'],
    lack: ['key'],
    drafts: [],
    draft: ['holder', 'draft'],
    undraft: ['id', 'copy'],
    saved: ['receipt'],
    saving: ['id'],
    unsaving: ['id'],
  };
  for (const [kind, needed] of Object.entries(NEEDED)) {
    for (const name of needed) {
      it(`is malformed as “${kind}” without ${name}`, () => {
        const whole = JSON.parse(textOf(MESSAGES[kind as HubMessageKind])) as object;
        for (const nothing of [undefined, null, {}]) {
          const text = JSON.stringify({...whole, [name]: nothing});
          expect(readHubMessage(text, 'hub'), text).to.deep.equal(fault('malformed'));
        }
      });
    }
  }

  /** What is read where something is missing that a message can be without. */
  const DEFAULTS: readonly (readonly [kind: HubMessageKind, without: object, read: object])[] = [
    [
      'welcome',
      {
        leaderId: undefined,
        calls: undefined,
        orphans: undefined,
        settings: undefined,
        actions: undefined,
      },
      {leaderId: null, calls: [], orphans: [], settings: [], actions: []},
    ],
    ['command', {callId: undefined, opening: undefined}, {callId: null, opening: 0}],
    ['begun', {witness: 'a b'}, {witness: null}],
    ['saving', {isAtIt: 'yes'}, {isAtIt: false}],
    ['undraft', {version: 'no'}, {version: {}}],
    ['ended', {message: undefined}, {message: ''}],
  ];
  for (const [kind, without, expected] of DEFAULTS) {
    it(`is read as “${kind}” without ${Object.keys(without).join()}`, () => {
      const whole = JSON.parse(textOf(MESSAGES[kind])) as object;
      const reading = readHubMessage(JSON.stringify({...whole, ...without}), 'hub');
      const message = reading.status === 'read' ? reading.envelope.message : undefined;
      expect(message).to.deep.equal({...MESSAGES[kind], ...expected});
    });
  }

  it('keeps each end of an action, and each source and status', () => {
    for (const outcome of ['done', 'interrupted', 'no-leader'] as const) {
      const ended = {kind: 'ended', id: 'a', outcome} as const;
      expect(readBack(ended)).to.deep.equal(ended);
    }
    for (const source of ['card', 'controls'] as const) {
      for (const status of ['sent', 'begun'] as const) {
        const message = {kind: 'action', action: {...ACTION, source, status}} as const;
        expect(readBack(message)).to.deep.equal(message);
      }
    }
  });

  it('has no more words of a failure than people read', () => {
    const message = 'w'.repeat(MOST_HUB_WORDS + 1);
    const ended = readBack({kind: 'ended', id: 'a', outcome: 'failed', message});
    expect(ended).to.have.property('message', 'w'.repeat(MOST_HUB_WORDS));
  });

  it('that is as long as may be is read', () => {
    const rest = textOf({kind: 'have', key: 'key', data: ''}).length;
    const data = 'x'.repeat(MOST_HUB_CHARACTERS - rest);
    expect(readBack({kind: 'have', key: 'key', data})).to.have.property('data', data);
    expect(readBack({kind: 'have', key: 'key', data: `${data}x`})).to.equal(undefined);
  });

  it('may bring commands of a newer kit, which are left out', () => {
    const text = textOf({kind: 'hello', frame: FRAME}).replace('["setMute"', '["fly","setMute"');
    const reading = readHubMessage(text, 'hub');
    const message = reading.status === 'read' ? reading.envelope.message : undefined;
    expect(message).to.deep.equal({kind: 'hello', frame: FRAME});
  });
});

describe('a call on its way between frames', () => {
  const CALLS: readonly (readonly [words: string, call: Partial<Call>])[] = [
    ['with all that it can have', {}],
    ['with a hidden number', {number: {kind: 'hidden'}}],
    ['without a number', {number: {kind: 'unknown'}}],
    ['with entities in its texts', {line: {number: '&#039;', name: '&amp;amp; <i>'}}],
    ['of which nothing is known', {direction: null, progress: null, activityId: null, path: null}],
    ['without a record', {entity: null, bindings: []}],
    ['outside of a campaign', {campaign: false}],
  ];
  for (const [words, change] of CALLS) {
    it(`stays as it is ${words}`, () => {
      const told = {call: {...CALL, ...change}, card: CARD, opening: 3};
      const text = JSON.stringify(writeSharedCall(told));
      expect(readSharedCall(JSON.parse(text))).to.deep.equal(told);
    });
  }

  for (const certainty of ['confirmed', 'unconfirmed', 'assumed'] as const) {
    it(`keeps a state that is ${certainty}`, () => {
      const uiState = {certainty, value: 'connected'} as const;
      const told = {call: CALL, card: {...CARD, uiState}, opening: 1};
      expect(readSharedCall(JSON.parse(JSON.stringify(writeSharedCall(told))))).to.deep.equal(told);
    });
  }

  const TIMERS: readonly OpenCard['timer'][] = [
    {status: 'hidden'},
    {status: 'running', startedAt: 5},
    {status: 'stopped', startedAt: 5, elapsed: 0},
  ];
  for (const timer of TIMERS) {
    it(`keeps a timer that is ${timer.status}`, () => {
      const told = {call: CALL, card: {...CARD, timer}, opening: 1};
      expect(readSharedCall(JSON.parse(JSON.stringify(writeSharedCall(told))))).to.deep.equal(told);
    });
  }

  const HALF: readonly (readonly [words: string, card: object])[] = [
    ['a timer that runs since no moment', {timer: {status: 'running'}}],
    ['a timer that runs since ever', {timer: {status: 'running', startedAt: '5'}}],
    ['a timer that stopped at no time', {timer: {status: 'stopped', startedAt: 5}}],
    ['a timer that never began', {timer: {status: 'stopped', elapsed: 5}}],
    ['no timer', {timer: undefined}],
    ['no state', {uiState: undefined}],
    ['a state that is only a word', {uiState: 'connected'}],
  ];
  for (const [words, change] of HALF) {
    it(`is not read with ${words}`, () => {
      const {call} = writeSharedCall({call: CALL, card: CARD, opening: 1});
      expect(readSharedCall({call, card: {...CARD, ...change}, opening: 1})).to.equal(undefined);
    });
  }

  it('shows what an older kit does not tell as not known', () => {
    const {call} = writeSharedCall({call: CALL, card: CARD, opening: 1});
    const card = {...CARD, title: undefined, statusText: 5, muted: 1, held: 'yes'};
    const told = {...card, conversation: 'long', uiState: {value: 'connected'}};
    expect(readSharedCall({call, card: told})).to.deep.equal({
      call: CALL,
      opening: 0,
      card: {
        ...CARD,
        title: null,
        statusText: '5',
        muted: false,
        held: false,
        conversation: 'unknown',
        uiState: {certainty: 'confirmed', value: 'connected'},
      },
    });
  });

  for (const conversation of ['none', 'begun', 'unknown'] as const) {
    it(`keeps a conversation that is ${conversation}`, () => {
      const told = {call: CALL, card: {...CARD, conversation}, opening: 1};
      expect(readSharedCall(JSON.parse(JSON.stringify(writeSharedCall(told))))).to.deep.equal(told);
    });
  }

  it('is not read with a card that is none', () => {
    const {call} = writeSharedCall({call: CALL, card: CARD, opening: 1});
    const cards = [
      undefined,
      5,
      {},
      {...CARD, status: 'closed'},
      {...CARD, timer: {status: 'odd'}},
    ];
    for (const card of cards) expect(readSharedCall({call, card})).to.equal(undefined);
    expect(readSharedCall({call, card: {...CARD, uiState: {value: 'flying'}}})).to.equal(undefined);
  });
});

function textOf(message: HubMessage): string {
  return writeHubMessage('hub', {from: 'sender', number: 3, to: null, message});
}

function readBack(message: HubMessage): HubMessage | undefined {
  const reading = readHubMessage(textOf(message), 'hub');
  return reading.status === 'read' ? reading.envelope.message : undefined;
}

function fault(name: string): object {
  return {status: 'fault', fault: name};
}
