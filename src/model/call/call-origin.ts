/**
 * The identity of a call. A portal gives calls an id but no start time, and may use one id for two calls:
 * in a call list, or when a telephony app counts anew. So the kit stores further facts beside the id, and
 * two calls are the same only if no fact contradicts it.
 */
import type {CallProgress} from './call.js';
import {sameEntity, readEntityRef, type EntityRef} from '../entity/entity-ref.js';
import {readCount, readId, readList} from '../parse/hub-values.js';
import {asId, asObject, asText, isObject} from '../parse/reading.js';

/** A card of the call in another frame. Only that frame gets the portal's event of its opening. */
export interface CardMark {
  readonly frameId: string;
  /** The time of its opening, in milliseconds since the epoch. */
  readonly since: number;
}

/** The known facts of a call at one moment. */
export interface CallFacts {
  readonly callId: string;
  readonly number: string | null;
  readonly entity: EntityRef | null;
  readonly activityId: number | null;
  readonly progress: CallProgress | null;
  readonly cards: readonly CardMark[];
}

export interface CallOrigin extends Omit<CallFacts, 'progress'> {
  /** The time when this page first saw the call, in milliseconds since the epoch. */
  readonly start: number;
  /** `over`: there was a conversation, and it has ended. */
  readonly phase: 'before' | 'talking' | 'over';
}

/**
 * How long a page may be away and still show the same call, in milliseconds, if only id and number are
 * known. A reload takes seconds; a new call takes longer.
 */
export const LONGEST_RELOAD_MS = 30_000;

/** The number of cards whose opening times are stored. */
const MOST_CARDS = 8;
/** The number of last digits that are compared: a number may be written without its country code. */
const FEWEST_DIGITS = 6;

/** The origin of the call that is shown now, from the last one; the same object if nothing has changed. */
export function originAfter(before: CallOrigin | null, facts: CallFacts, now: number): CallOrigin {
  const isNew =
    before === null ||
    !mayBeSame(before, facts) ||
    // The portal has started another conversation with the same id.
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
 * Whether a stored origin is that of the call that is shown after a reload. In doubt it is not: the note is
 * then shown as that of an earlier call, and never saved for the wrong client.
 *
 * @param seenAt - the last time when a page with the stored origin was open
 */
export function isResumed(
  origin: CallOrigin,
  facts: CallFacts,
  seenAt: number,
  now: number,
): boolean {
  if (!mayBeSame(origin, facts)) return false;
  if (origin.phase === 'over' && isTalking(facts)) return false;
  // Another frame has shown the call's card all the time.
  if (origin.cards.some(({frameId}) => sinceIn(facts.cards, frameId) !== undefined)) return true;
  const {entity} = origin;
  if (entity !== null && facts.entity !== null && !sameEntity(entity, facts.entity)) return false;
  return now - seenAt <= LONGEST_RELOAD_MS;
}

/** The origin of the call that is shown, completed by the facts that an earlier page knew. */
export function continued(present: CallOrigin, before: CallOrigin): CallOrigin {
  const phase = present.phase === 'before' ? before.phase : present.phase;
  return {...present, phase, cards: joined(before.cards, present.cards)};
}

/** Reads an origin that an earlier load of the page or another frame has written. */
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

/** Whether both values are known and differ. */
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

/** A start time that is unique also among calls that are shown within one millisecond. */
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
