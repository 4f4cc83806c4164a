/** Which calls of a batch are worth making again, and how long to wait before it. */
import type {CallCardError} from '../../model/errors/call-card-error.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import type {BatchCalls} from '../../portal/portal.js';

/** The bucket of requests drains by two a second, for all apps and tabs behind one address. */
const LIMIT_WAITS_MS = [500, 1500, 4000];
/** Who is asked to wait longer is refused at once: an operator in a call does not wait for that. */
const LONGEST_WAIT_MS = 10_000;
/** Within which those who were told to wait equally long come back. */
const SPREAD_MS = 500;
/** A moment without network, or a server that was just replaced. */
const FAULT_WAITS_MS = [250];

/**
 * How long a method whose operating time is used up is left alone where the portal has not told when
 * it gets some back: it counts in minutes.
 */
export const METHOD_REST_MS = 60_000;

export interface Retry {
  readonly calls: BatchCalls;
  /** Milliseconds. */
  readonly delay: number;
}

/** What to ask again, and when; nothing when all is well, hopeless, or was tried often enough. */
export function retryOf(
  calls: BatchCalls,
  outcome: BatchOutcome,
  attempt: number,
  random: number,
): Retry | undefined {
  const delays = new Map<string, number>();
  for (const key of Object.keys(calls)) {
    const call = outcome.get(key);
    const delay = call?.status === 'failed' ? delayBefore(call.error, attempt, random) : undefined;
    if (delay !== undefined) delays.set(key, delay);
  }
  if (delays.size === 0) return undefined;
  return {
    calls: withReferences(calls, new Set(delays.keys())),
    delay: Math.max(...delays.values()),
  };
}

/**
 * How long to wait, in milliseconds, before what failed so is asked again; nothing when that is of no
 * use, or was done often enough.
 */
export function delayBefore(
  error: CallCardError,
  attempt: number,
  random: number,
): number | undefined {
  const {code, retryable, portal} = error;
  // Those who were refused together must not come back together.
  const spread = 0.75 + random / 2;
  if (code === 'limit-reached') {
    const wait = LIMIT_WAITS_MS[attempt];
    const told = portal?.retryAfterMs ?? 0;
    if (wait === undefined || !retryable || isOperatingLimit(error) || told > LONGEST_WAIT_MS) {
      return undefined;
    }
    return Math.max(wait * spread, told === 0 ? 0 : told + random * SPREAD_MS);
  }
  const wait = FAULT_WAITS_MS[attempt];
  const isFault = code === 'offline' || code === 'unavailable';
  return isFault && wait !== undefined ? wait * spread : undefined;
}

/** Both rounds in one: an answer is never given up for a failure. */
export function betterOf(before: BatchOutcome, after: BatchOutcome): BatchOutcome {
  const answered = [...after].filter(
    ([key, {status}]) => status === 'ok' || before.get(key)?.status !== 'ok',
  );
  return new Map([...before, ...answered]);
}

/** True when the method's execution time is used up; other methods go on. */
export function isOperatingLimit({portal}: CallCardError): boolean {
  return portal?.code === 'OPERATION_TIME_LIMIT';
}

/** Those calls, also who refers to them, since that was answered for nothing, and to whom they all refer. */
export function withReferences(calls: BatchCalls, failed: ReadonlySet<string>): BatchCalls {
  const referred = new Map(Object.keys(calls).map((key) => [key, referencesOf(calls, key)]));
  const repeated = [...referred].filter(
    ([key, references]) => failed.has(key) || references.some((other) => failed.has(other)),
  );
  const wanted = new Set(repeated.flatMap(([key, references]) => [key, ...references]));
  return Object.fromEntries(Object.entries(calls).filter(([key]) => wanted.has(key)));
}

function referencesOf(calls: BatchCalls, key: string): readonly string[] {
  const text = JSON.stringify(calls[key]?.parameters);
  return [...text.matchAll(/\$result\[(\w+)\]/g)].map(([, other = '']) => other);
}
