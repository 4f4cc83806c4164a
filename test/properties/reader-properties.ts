/** What holds for everything that reads: it never throws, and it says what it left out. */
import fc from 'fast-check';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {readCall, type Call} from '../../src/model/call/call.js';
import {CARD_EVENT_NAMES, readCardEvent} from '../../src/model/card/card-event.js';
import {readInitData} from '../../src/model/portal/portal-answers.js';
import {readInterface} from '../../src/model/portal/portal-answers.js';
import {readPlacement} from '../../src/model/portal/placement.js';
import type {JsonObject, Problem} from '../../src/model/parse/reading.js';
import {
  readBatchOutcome,
  readRestOutcome,
  type RestOutcome,
} from '../../src/model/portal/rest-answer.js';
import {cardEvent} from './arbitraries/event-values.js';
import {context, recordId} from './arbitraries/placement-context.js';
import {anything, json, prototypeName, text} from './arbitraries/raw-values.js';
import {ABSENT, inAnyCase, escapeHtml} from './arbitraries/spelling.js';
import {checkCall, checkEventValue, checkPlacement} from './value-types.js';
import {holds, same} from './expectations.js';
import {property, type NamedProperty} from './property.js';

const callCardContext = property(
  'a context means what it says in every spelling, and each part that is left out is named',
  {short: 3000, long: 100_000},
  fc.tuple(context, inAnyCase('CALL_CARD'), fc.boolean()),
  ([{options, means, dropped}, code, posted]) => {
    const {value, problems} = readPlacement(code, posted ? JSON.stringify(options) : options);
    same(value, {kind: 'call-card', code: 'CALL_CARD', call: means}, 'the placement');
    same(keysOf(problems), [...new Set(dropped)].sort(), 'the keys that are named');
    checkProblems(problems);
  },
);

const againContext = property(
  'what was read and is written again, is read as the same',
  {short: 1000, long: 20_000},
  context,
  ({options}) => {
    const {value} = readCall(options);
    if (value === null) return;
    const again = readCall(asOptions(value));
    same(again.value, value, 'the call');
    same(again.problems, [], 'the problems');
  },
);

const recordPlacement = property(
  'a record placement has its record, and names what is wrong with it',
  {short: 500, long: 20_000},
  fc.tuple(
    recordId,
    fc.constantFrom('ID', 'ENTITY_ID', 'IDS'),
    fc.constantFrom<readonly [string, number]>(
      ['CRM_LEAD_DETAIL_TAB', 1],
      ['CRM_DEAL_LIST_MENU', 2],
      ['crm_contact_detail_activity', 3],
      ['CRM_DYNAMIC_177_DETAIL_TOOLBAR', 177],
      ['CRM_SMART_INVOICE_DETAIL_TAB', 31],
    ),
  ),
  ([{raw, means, dropped}, key, [code, typeId]]) => {
    const options = raw === ABSENT ? {} : {[key]: key === 'IDS' ? [raw] : raw};
    const {value, problems} = readPlacement(code, options);
    const entity = means === null ? null : {typeId, id: means};
    same(value, {kind: 'record', code: code.toUpperCase(), entity}, 'the placement');
    same(keysOf(problems), dropped, 'the keys that are named');
  },
);

const anyPlacement = property(
  'any placement at all has a kind and values of its types',
  {short: 1000, long: 50_000},
  fc.tuple(fc.oneof(text, anything), fc.oneof(anything, json.map(asJson), text)),
  ([code, options]) => {
    const {value, problems} = readPlacement(code, options);
    checkPlacement(value);
    checkProblems(problems);
  },
);

const anyCall = property(
  'any call at all has values of its types',
  {short: 1000, long: 50_000},
  fc.record({
    CALL_ID: anything,
    PHONE_NUMBER: anything,
    LINE_NAME: anything,
    CRM_ENTITY_TYPE: anything,
    CRM_ENTITY_ID: anything,
    CRM_BINDINGS: anything,
    CRM_ACTIVITY_ID: anything,
    CALL_DIRECTION: anything,
    CALL_STATE: anything,
    CALL_LIST_MODE: anything,
    URI: anything,
  }),
  (options) => {
    const {value, problems} = readCall(options);
    if (value !== null) checkCall(value);
    checkProblems(problems);
  },
);

const SECRET = 'secret-of-the-token';

const initData = property(
  'the first answer is read whatever it is, and its token is in no problem',
  {short: 1000, long: 50_000},
  fc.oneof(
    anything,
    fc.record(
      {
        LANG: anything,
        PATH: fc.oneof(anything, text),
        MEMBER_ID: anything,
        IS_ADMIN: anything,
        AUTH_ID: fc.oneof(fc.constant(SECRET), anything),
        AUTH_EXPIRES: anything,
        REFRESH_ID: fc.constant(SECRET),
        PLACEMENT: fc.oneof(fc.constant('CALL_CARD'), anything),
        PLACEMENT_OPTIONS: anything,
      },
      {requiredKeys: []},
    ),
  ),
  (answer) => {
    const {value, problems} = readInitData(answer);
    const {init, credentials} = value;
    holds(init.language !== '' && init.language === init.language.toLowerCase(), () => 'language');
    holds(/^\/(?![/\\])[\w\-./]*$/.test(init.restPath), () => `the path ${init.restPath}`);
    holds(typeof init.memberId === 'string', () => 'memberId');
    holds(typeof init.isAdmin === 'boolean', () => 'isAdmin');
    checkPlacement(init.placement);
    checkProblems(problems);
    const named = problems.some(({path}) => path === 'AUTH_ID');
    same(named, credentials === null, 'whether the missing token is named');
    if (credentials !== null) {
      holds(credentials.accessToken !== '', () => 'an empty token');
      holds(credentials.expiresIn > 0, () => 'a token that never lived');
    }
    holds(!JSON.stringify([init, problems]).includes(SECRET), () => 'the token is told');
  },
);

const interfaces = property(
  'the list of what a placement offers is two sets of names, whatever was answered',
  {short: 500, long: 20_000},
  fc.oneof(anything, fc.record({command: anything, event: fc.array(fc.oneof(text, anything))})),
  (answer) => {
    const {value, problems} = readInterface(answer);
    for (const name of [...value.commands, ...value.events]) {
      holds(typeof name === 'string', () => 'a name that is no text');
    }
    checkProblems(problems);
  },
);

const eventValues = property(
  'each of the 20 events means what its value says, and a value that means nothing is named',
  {short: 2000, long: 100_000},
  cardEvent,
  ({name, raw, means, action, dropped}) => {
    const received = readCardEvent(name, raw);
    same(received.event, {name, value: means}, 'the event');
    same(received.action, action, 'what the operator asked');
    same(received.problems.length > 0, dropped, 'whether a problem is named');
    checkProblems(received.problems);
  },
);

const anyEvent = property(
  'each of the 20 events survives any value',
  {short: 2000, long: 100_000},
  fc.tuple(fc.constantFrom(...CARD_EVENT_NAMES), anything),
  ([name, raw]) => {
    const {event, action, problems} = readCardEvent(name, raw);
    checkEventValue(event);
    checkProblems(problems);
    if (event.value === null && VALUED_CLICKS.has(name)) {
      holds(action === null, () => 'an action without its value');
      holds(problems.length > 0, () => 'a value was left out and not named');
    }
  },
);

const VALUED_CLICKS: ReadonlySet<string> = new Set([
  'holdButtonClick',
  'muteButtonClick',
  'transferButtonClick',
  'dialpadButtonClick',
  'qualityMeterClick',
  'addCommentButtonClick',
]);

const restError = fc.oneof(
  fc.constantFrom('', 'QUERY_LIMIT_EXCEEDED', 'expired_token', 'NOT_FOUND', 'constructor'),
  anything,
);

const restBody = fc.oneof(
  anything,
  fc.record({result: anything, total: anything, next: anything}, {requiredKeys: ['result']}),
  fc.record({error: restError, error_description: anything}, {requiredKeys: ['error']}),
  fc.record({error: fc.record({code: anything, message: anything})}),
);

const restOutcome = property(
  'a REST answer is a result or one error, whatever came',
  {short: 1000, long: 50_000},
  fc.tuple(fc.constantFrom(0, 200, 400, 401, 403, 404, 429, 500, 503), restBody),
  ([status, body]) => checkOutcome(readRestOutcome('crm.item.get', status, body)),
);

const keyed = fc.oneof(anything, fc.dictionary(fc.constantFrom('a', 'b', 'c'), anything));

const batchOutcome = property(
  'a batch has one outcome for every call that was asked, and for no other',
  {short: 1000, long: 50_000},
  fc.tuple(
    fc.array(fc.tuple(fc.oneof(fc.constantFrom('a', 'b', 'c', '0', '1'), prototypeName), text)),
    fc.oneof(
      anything,
      fc.record({
        result: keyed,
        result_error: keyed,
        result_total: keyed,
        result_next: keyed,
      }),
    ),
  ),
  ([entries, result]) => {
    const calls = new Map(entries);
    const outcomes = readBatchOutcome(calls, result);
    same([...outcomes.keys()], [...calls.keys()], 'the keys');
    for (const [key, outcome] of outcomes) {
      checkOutcome(outcome);
      const errors = partOf(result, 'result_error');
      const isError = outcome.status === 'failed' && outcome.error.code !== 'aborted';
      if (isError) holds(Object.hasOwn(errors, key), () => `nobody said that ${key} failed`);
    }
  },
);

/** Every property of the readers. */
export const readerProperties: readonly NamedProperty[] = [
  callCardContext,
  againContext,
  recordPlacement,
  anyPlacement,
  anyCall,
  initData,
  interfaces,
  eventValues,
  anyEvent,
  restOutcome,
  batchOutcome,
];

function checkOutcome(outcome: RestOutcome): void {
  if (outcome.status === 'failed') {
    holds(outcome.error instanceof CallCardError, () => 'another error');
    holds(outcome.error.message !== '', () => 'an error without words');
    return;
  }
  const {total, next} = outcome.answer;
  for (const count of [total, next]) {
    holds(count === null || Number.isInteger(count), () => `the count ${count ?? ''}`);
  }
}

function partOf(result: unknown, key: string): object {
  const part = (result as Record<string, unknown> | null | undefined)?.[key];
  return typeof part === 'object' && part !== null ? part : {};
}

function checkProblems(problems: readonly Problem[]): void {
  for (const {path, expected, found} of problems) {
    holds(typeof path === 'string' && expected !== '', () => 'a problem without words');
    holds(typeof found === 'string' && found.length <= 81, () => `found: ${found}`);
  }
}

function keysOf(problems: readonly Problem[]): string[] {
  return [...new Set(problems.map(({path}) => path.replace(/\[.*$/, '')))].sort();
}

function asJson(value: unknown): string {
  return JSON.stringify(value);
}

const TYPE_CODES: Readonly<Record<number, string>> = {
  1: 'LEAD',
  2: 'DEAL',
  3: 'CONTACT',
  4: 'COMPANY',
  7: 'QUOTE',
  31: 'SMART_INVOICE',
  36: 'SMART_DOCUMENT',
  39: 'SMART_B2E_DOC',
};

/** A call as a portal would write it. */
function asOptions(call: Call): JsonObject {
  const {number, entity} = call;
  return {
    CALL_ID: call.id,
    PHONE_NUMBER: number.kind === 'number' ? escapeHtml(number.value) : number.kind,
    LINE_NUMBER: escapeHtml(call.line.number),
    LINE_NAME: escapeHtml(call.line.name),
    CALL_DIRECTION: call.direction,
    CALL_STATE: call.progress,
    CRM_ENTITY_TYPE: entity && typeCode(entity.typeId),
    CRM_ENTITY_ID: entity && String(entity.id),
    CRM_BINDINGS: call.bindings.map(({typeId, id}) => ({
      ENTITY_TYPE: typeCode(typeId),
      ENTITY_ID: String(id),
    })),
    CRM_ACTIVITY_ID: call.activityId,
    CALL_LIST_MODE: String(call.campaign),
    URI: call.path === null ? null : escapeHtml(call.path),
  };
}

function typeCode(typeId: number): string {
  return TYPE_CODES[typeId] ?? `DYNAMIC_${typeId}`;
}
