/**
 * Which call it was. A portal gives calls an id and no start, and may give two calls one id: those of
 * a call list, or those of a telephony app that counts anew. So the kit keeps what it has seen of a
 * call beside the id, and takes for the same call only what contradicts none of it.
 */
import type {CallProgress} from './call.js';
import {sameEntity, readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {readCount, readId, readList} from '../parse/hub-values.js';
import {asId, asObject, asText, isObject} from '../parse/reading.js';

/** A card of the call in another frame, which alone is told by the portal that it was opened. */
export interface CardMark {
  readonly frameId: string;
  /** When it was opened, in milliseconds since the epoch. */
  readonly since: number;
}

/** What is known of a call at one moment. */
export interface CallFacts {
  readonly callId: string;
  readonly number: string | null;
  readonly entity: EntityRef | null;
  readonly activityId: number | null;
  readonly progress: CallProgress | null;
  readonly cards: readonly CardMark[];
}

export interface CallOrigin extends Omit<CallFacts, 'progress'> {
  /** When this page has first seen the call, in milliseconds since the epoch. */
  readonly start: number;
  /** `over`: it was talked, and is no more. */
  readonly phase: 'before' | 'talking' | 'over';
}

/**
 * How long a page that shows a call may be away until what comes back is another call, where nothing
 * but the id and the number tells, in milliseconds. A reload takes seconds, and so does no new call.
 */
export const LONGEST_RELOAD_MS = 30_000;

/** Of that many cards is remembered when they were opened. */
const MOST_CARDS = 8;
/** A number may be written with and without its country; that many digits tell numbers apart. */
const FEWEST_DIGITS = 6;

/** The call that is shown now, given the one that was shown before; the same object for no news. */
export function originAfter(before: CallOrigin | null, facts: CallFacts, now: number): CallOrigin {
  const isNew =
    before === null ||
    !mayBeSame(before, facts) ||
    // The portal starts another conversation under the same id.
    (before.phase === 'over' && isTalking(facts));
  const known: CallOrigin = isNew
    ? {...facts, cards: [], start: startAfter(before, now), phase: 'before'}
    : before;
  const next: CallOrigin = {
    callId: known.callId,
    number: facts.number ?? known.number,
    entity: facts.entity ?? known.entity,
    activityId: facts.activityId ?? known.activityId,
    cards: joined(known.cards, facts.cards),
    start: known.start,
    phase: phaseAfter(known.phase, facts),
  };
  return JSON.stringify(next) === JSON.stringify(before) ? known : next;
}

/**
 * Whether what a page has kept of a call is of the one that is shown after it was loaded anew. In
 * doubt it is not: a note then stands below as that of an earlier call, and no wrong client gets it.
 *
 * @param seenAt - when the page that kept it was there for the last time
 */
export function isResumed(
  origin: CallOrigin,
  facts: CallFacts,
  seenAt: number,
  now: number,
): boolean {
  if (!mayBeSame(origin, facts)) return false;
  if (origin.phase === 'over' && isTalking(facts)) return false;
  // Another frame has had its card all the time.
  if (origin.cards.some(({frameId}) => sinceIn(facts.cards, frameId) !== undefined)) return true;
  const {entity} = origin;
  if (entity !== null && facts.entity !== null && !sameEntity(entity, facts.entity)) return false;
  return now - seenAt <= LONGEST_RELOAD_MS;
}

/** The call that is shown, with what a page knew of it that had it before. */
export function continued(present: CallOrigin, before: CallOrigin): CallOrigin {
  const phase = present.phase === 'before' ? before.phase : present.phase;
  return {...present, phase, cards: joined(before.cards, present.cards)};
}

/** A call's origin as another load of the page, or another frame, wrote it. */
export function readCallOrigin(value: unknown): CallOrigin | null {
  const stored = asObject(value) ?? {};
  const callId = asText(stored['callId']);
  const start = readCount(stored['start']);
  const phase = (['before', 'talking', 'over'] as const).find((each) => each === stored['phase']);
  if (callId === undefined || start === undefined || phase === undefined) return null;
  const entity = asObject(stored['entity']);
  return {
    callId,
    start,
    phase,
    number: asText(stored['number']) ?? null,
    entity: readEntityRef(entity?.['typeId'], entity?.['id']).value,
    activityId: asId(stored['activityId']) ?? null,
    cards: readList(stored['cards'], readCardMark).slice(0, MOST_CARDS),
  };
}

function readCardMark(value: unknown): CardMark | undefined {
  if (!isObject(value)) return undefined;
  const frameId = readId(value['frameId']);
  const since = readCount(value['since']);
  return frameId === undefined || since === undefined ? undefined : {frameId, since};
}

function mayBeSame(origin: CallOrigin, facts: CallFacts): boolean {
  if (origin.callId !== facts.callId) return false;
  if (isOther(origin.activityId, facts.activityId)) return false;
  if (origin.number !== null && facts.number !== null) {
    if (!isSameNumber(origin.number, facts.number)) return false;
  }
  return origin.cards.every(({frameId, since}) => !isOther(since, sinceIn(facts.cards, frameId)));
}

/** Whether both are known, and differ. */
function isOther(a: number | null, b: number | null | undefined): boolean {
  return a !== null && b !== null && b !== undefined && a !== b;
}

function isSameNumber(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b]
    .map((each) => each.replace(/\D/g, ''))
    .sort((one, other) => one.length - other.length);
  if (short === long) return a === b || short !== '';
  const local = short.replace(/^0+/, '');
  return local.length >= FEWEST_DIGITS && long.endsWith(local);
}

/** Two calls that are shown within a millisecond have different starts, by which they are told apart. */
function startAfter(before: CallOrigin | null, now: number): number {
  return Math.max(Math.round(now), (before?.start ?? -1) + 1);
}

function isTalking({progress}: CallFacts): boolean {
  return progress === 'connecting' || progress === 'connected';
}

function phaseAfter(phase: CallOrigin['phase'], facts: CallFacts): CallOrigin['phase'] {
  if (isTalking(facts)) return 'talking';
  return phase === 'talking' && facts.progress === 'idle' ? 'over' : phase;
}

function sinceIn(cards: readonly CardMark[], frameId: string): number | undefined {
  return cards.find((card) => card.frameId === frameId)?.since;
}

function joined(known: readonly CardMark[], present: readonly CardMark[]): readonly CardMark[] {
  const others = known.filter(({frameId}) => sinceIn(present, frameId) === undefined);
  return [...others, ...present].slice(-MOST_CARDS);
}
