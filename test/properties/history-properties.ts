/** What holds for histories whatever the portal answers: they never throw, and show what can be read. */
import fc from 'fast-check';
import {RecordLoader} from '../../src/crm/request/record-loader.js';
import type {CrmActivity, CrmHistory} from '../../src/crm/history.js';
import {readActivities} from '../../src/model/history/activity.js';
import {readStageTypes} from '../../src/model/history/stage-types.js';
import {readTranscript} from '../../src/model/history/transcript.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {RestOutcome} from '../../src/model/portal/rest-answer.js';
import {fakeSession, FakePortal} from '../support/fake-portal.js';
import {ManualTime} from '../support/manual-time.js';
import {anything} from './arbitraries/raw-values.js';
import {holds} from './expectations.js';
import {property, type NamedProperty} from './property.js';

const KLAUS = {typeId: 3, id: 17};
const CODES = ['not-allowed', 'missing-scope', 'not-found', 'unsupported', 'refused'] as const;

/** Rows with the right names and anything in them. */
const row = fc.oneof(
  anything,
  fc.record(
    {
      ID: fc.oneof(fc.integer({min: 1, max: 30}).map(String), anything),
      OWNER_ID: anything,
      OWNER_TYPE_ID: fc.oneof(fc.constantFrom('2', '3', '177'), anything),
      TYPE_ID: fc.oneof(fc.constantFrom('1', '2', '3', '4', '6'), anything),
      PROVIDER_ID: anything,
      SUBJECT: anything,
      DESCRIPTION: anything,
      START_TIME: fc.oneof(fc.constant('2026-03-02T16:31:00+02:00'), anything),
      END_TIME: fc.oneof(fc.constant('2026-03-02T16:40:00+02:00'), anything),
      DEADLINE: anything,
      COMPLETED: fc.oneof(fc.constantFrom('Y', 'N'), anything),
      RESPONSIBLE_ID: anything,
      DIRECTION: fc.oneof(fc.constantFrom('1', '2'), anything),
      RESULT_STREAM: anything,
      SETTINGS: anything,
      COMMUNICATIONS: anything,
      ID_OF_USER: anything,
      id: fc.oneof(fc.integer({min: 1, max: 30}), anything),
      title: anything,
      stageId: anything,
      categoryId: anything,
      opportunity: anything,
      currencyId: anything,
      assignedById: anything,
      ENTITY_TYPE_ID: anything,
      NAME: anything,
    },
    {requiredKeys: []},
  ),
);

const rows = fc.oneof(anything, fc.array(row, {maxLength: 6}));
const answer = fc.oneof(
  rows,
  rows.map((items) => ({items})),
  fc.constantFrom(...CODES),
);

const readers = property(
  'activities, stages and transcripts are read whatever they are',
  {short: 1000, long: 50_000},
  rows,
  (result) => {
    for (const activity of readActivities(result).value) {
      holds(activity.id > 0, () => 'an id');
      holds(typeof activity.subject === 'string', () => 'the subject');
    }
    readStageTypes(result);
    readTranscript(result);
  },
);

const histories = property(
  'a history is put together from whatever the portal answers',
  {short: 300, long: 10_000},
  fc.array(answer, {minLength: 5, maxLength: 12}),
  async (answers) => {
    const portal = new FakePortal({...fakeSession(), memberId: ''});
    let asked = 0;
    portal.batchAnswer = (calls) =>
      Promise.resolve(
        new Map(
          Object.entries(calls).map(([key, {method}]): readonly [string, RestOutcome] => {
            if (key === 'item_3_17') return [key, ok({item: {id: 17, companyId: 5}})];
            const given: unknown = answers[(asked += 1) % answers.length];
            const code = CODES.find((each) => each === given);
            return [key, code === undefined ? ok(given) : failed(code, method)];
          }),
        ),
      );
    const loader = new RecordLoader(portal, new ManualTime(Date.UTC(2026, 4, 20)));
    const loading = (await loader.histories()).history(KLAUS, {
      activityId: 7,
      phoneNumber: '+49 30',
    });
    try {
      const history = await loading;
      checkHistory(history);
      checkHistory(await history.loadMore());
    } catch (error) {
      holds(error instanceof CallCardError, () => String(error));
    }
  },
);

function checkHistory({past, planned, openItems, currentActivity, problems}: CrmHistory): void {
  const all = [...past, ...planned];
  const ids = all.map(({id}) => id);
  holds(new Set(ids).size === ids.length, () => `twice: ${ids.join()}`);
  for (const activity of currentActivity === null ? all : [...all, currentActivity]) {
    checkActivity(activity);
  }
  for (const item of openItems) {
    holds(item.title !== '', () => 'a record without a title');
    holds(item.amount === null || Number.isFinite(item.amount), () => 'the amount');
    holds(typeof item.amountText === 'string', () => 'the text of the amount');
  }
  for (const {message} of problems) holds(message !== '', () => 'a problem without words');
}

function checkActivity({subject, description, durationSeconds, start}: CrmActivity): void {
  holds(typeof subject === 'string' && !/[\n\r]/.test(subject), () => `the subject ${subject}`);
  holds(typeof description === 'string', () => 'the description');
  holds(durationSeconds === null || durationSeconds > 0, () => 'the duration');
  holds(start === null || Number.isFinite(start), () => 'the beginning');
}

function ok(result: unknown): RestOutcome {
  return {status: 'ok', answer: {result, total: null, next: null}};
}

function failed(code: (typeof CODES)[number], request: string): RestOutcome {
  return {status: 'failed', error: new CallCardError(code, `The portal says ${code}.`, {request})};
}

export const historyProperties: readonly NamedProperty[] = [readers, histories];
