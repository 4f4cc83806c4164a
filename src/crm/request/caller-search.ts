/** Finds the records that have a phone number (reference: REST, sections 1.12 and 8.2). */
import {readCallers, readDuplicates, type Caller} from '../../model/call/caller.js';
import {
  CallCardError,
  toCallCardError,
  type CallCardErrorCode,
} from '../../model/errors/call-card-error.js';
import {portalLocale} from '../../model/call/language.js';
import {readItems} from '../../model/crm/crm-items.js';
import {readUsers} from '../../model/crm/crm-users.js';
import type {Reading} from '../../model/parse/reading.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import type {BatchCalls} from '../../portal/portal.js';
import {retryingRest, type RetryingRest} from './retrying-rest.js';
import {namesCall, usersCall} from './record-calls.js';
import {personName, recordTitle} from '../record/record-title.js';

const SEARCH = 'telephony.externalCall.searchCrmEntities';
const DUPLICATES = 'crm.duplicate.findbycomm';

/** Without these the portal's own search can't be used at all. */
const CLOSED: readonly CallCardErrorCode[] = ['missing-scope', 'unsupported'];

/** Nobody reads a longer list during a call. */
const MOST_CALLERS = 20;

const PEOPLE = 'callers_people';
const listKey = (typeId: number): string => `callers_${typeId}`;

/**
 * The contacts, companies and leads with the number, in the portal's order. Names that can't be
 * loaded are numbers; the search itself rejects with what the portal answered.
 *
 * @param run - asks for the names. Never rejects
 */
export async function findCallers(
  rest: RetryingRest,
  number: string,
  run: (calls: BatchCalls) => Promise<BatchOutcome>,
): Promise<readonly Caller[]> {
  const {language} = await rest.portal.connect();
  const found = (await search(rest, number)).slice(0, MOST_CALLERS);
  // One record is shown itself.
  if (found.length < 2) return found;
  const calls = nameCalls(found);
  if (Object.keys(calls).length === 0) return found;
  return named(found, await run(calls), portalLocale(language));
}

async function search(rest: RetryingRest, number: string): Promise<readonly Caller[]> {
  try {
    const request = {PHONE_NUMBER: number};
    const {result} = await retryingRest(rest, SEARCH, request);
    return readable(readCallers(result), SEARCH);
  } catch (thrown) {
    if (!CLOSED.includes(toCallCardError(thrown).code)) throw thrown;
  }
  const request = {type: 'PHONE', values: [number]};
  const {result} = await retryingRest(rest, DUPLICATES, request);
  const refs = readable(readDuplicates(result), DUPLICATES);
  return refs.map((ref) => ({ref, name: `#${ref.id}`, responsible: null}));
}

/** What could be read. Of an answer in which nothing could, nobody can say that it names nobody. */
function readable<T>({value, problems}: Reading<readonly T[]>, request: string): readonly T[] {
  const [first] = problems;
  if (value.length > 0 || first === undefined) return value;
  const message = `The portal's answer to ${request} could not be read (expected ${first.expected}).`;
  throw new CallCardError('bad-answer', message, {request});
}

/** The names of the responsible people, and of records that came without a name. */
function nameCalls(callers: readonly Caller[]): BatchCalls {
  const people = [...new Set(callers.flatMap(({responsible}) => responsible?.id ?? []))];
  const nameless = callers.filter(({ref, name}) => name === `#${ref.id}`);
  const types = new Set(nameless.map(({ref}) => ref.typeId));
  const lists = [...types].map((typeId) => {
    const ids = nameless.flatMap(({ref}) => (ref.typeId === typeId ? ref.id : []));
    return [listKey(typeId), namesCall(typeId, ids)] as const;
  });
  return {
    ...Object.fromEntries(lists),
    ...(people.length === 0 ? {} : {[PEOPLE]: usersCall(people)}),
  };
}

function named(
  callers: readonly Caller[],
  outcome: BatchOutcome,
  locale: string,
): readonly Caller[] {
  const people = readUsers(resultOf(outcome, PEOPLE)).value;
  return callers.map((caller) => {
    const {ref, responsible} = caller;
    const item = readItems(resultOf(outcome, listKey(ref.typeId))).value.get(ref.id);
    const person = responsible && people.get(responsible.id);
    return {
      ref,
      name: item === undefined ? caller.name : recordTitle(ref, item, locale),
      responsible: responsible && {
        ...responsible,
        name: person ? personName(person, locale) || null : null,
      },
    };
  });
}

function resultOf(outcome: BatchOutcome, key: string): unknown {
  const call = outcome.get(key);
  return call?.status === 'ok' ? call.answer.result : undefined;
}
