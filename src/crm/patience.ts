/** Which calls of a batch are worth making again, and how long to wait before it. */
import type {CallCardError} from '../model/call-card-error.js';
import type {BatchOutcome, RestOutcome} from '../model/rest-answer.js';
import type {BatchCalls} from '../portal/portal.js';

/** The bucket of requests drains by two a second, for all apps and tabs behind one address. */
const LIMIT_WAITS_MS = [500, 1500, 4000];
/** A moment without network, or a server that was just replaced. */
const FAULT_WAITS_MS = [250];

/**
 * How long a method whose operating time is used up is left alone where the portal has not told when
 * it gets some back: it counts in minutes.
 */
export const METHOD_REST_MS = 60_000;

export interface Repetition {
  readonly calls: BatchCalls;
  /** Milliseconds. */
  readonly delay: number;
}

/** What to ask again, and when; nothing when all is well, hopeless, or was tried often enough. */
export function repetitionOf(
  calls: BatchCalls,
  outcome: BatchOutcome,
  attempt: number,
  random: number,
): Repetition | undefined {
  const delays = new Map<string, number>();
  for (const key of Object.keys(calls)) {
    const delay = delayBefore(outcome.get(key), attempt);
    if (delay !== undefined) delays.set(key, delay);
  }
  if (delays.size === 0) return undefined;
  return {
    calls: withReferences(calls, new Set(delays.keys())),
    // Those who were refused together must not come back together.
    delay: Math.max(...delays.values()) * (0.75 + random / 2),
  };
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

function delayBefore(call: RestOutcome | undefined, attempt: number): number | undefined {
  if (call?.status !== 'failed') return undefined;
  const {code, portal} = call.error;
  if (portal?.code === 'QUERY_LIMIT_EXCEEDED') return LIMIT_WAITS_MS[attempt];
  return code === 'offline' || code === 'unavailable' ? FAULT_WAITS_MS[attempt] : undefined;
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
