/** Merges requests that are made at the same time into as few batches as the portal allows. */
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import type {BatchOutcome, RestAnswer, RestOutcome} from '../../model/portal/rest-answer.js';
import {BATCH_LENGTH, type BatchCalls, type Portal} from '../../portal/portal.js';
import {pauseFor} from './retrying-rest.js';
import {betterOf, isOperatingLimit, METHOD_REST_MS, retryOf} from './retry-policy.js';
import type {Clock} from '../../model/clock.js';

/** The wish of a server is heeded for no longer: its clock, or this one, may be wrong by hours. */
const LONGEST_REST_MS = 300_000;

interface Waiting {
  readonly calls: BatchCalls;
  readonly signal: AbortSignal;
  readonly retries: boolean;
  readonly resolve: (outcome: BatchOutcome) => void;
}

interface Refusal {
  readonly until: number;
  readonly error: CallCardError;
}

export class BatchQueue {
  readonly #portal: Portal;
  readonly #time: Clock;
  readonly #refusals = new Map<string, Refusal>();
  /** When a method gets some of its execution time back, as far as the portal has told. */
  readonly #resets = new Map<string, number>();
  #waiting: Waiting[] = [];

  constructor(portal: Portal, time: Clock) {
    this.#portal = portal;
    this.#time = time;
  }

  /**
   * Runs calls that may refer to each other, in one batch with whatever else is asked until the
   * portal is connected and the present microtasks are done. A key must mean the same call wherever
   * it is used. The portal's limits are waited out, until the signal says that nobody wants the
   * answer any more. Never rejects: when the batch fails as a whole, so does each of its calls.
   */
  run(
    calls: BatchCalls,
    signal: AbortSignal,
    {retries = true}: {readonly retries?: boolean} = {},
  ): Promise<BatchOutcome> {
    return new Promise((resolve) => {
      this.#waiting.push({calls, signal, retries, resolve});
      // The first one starts the flush, which takes along whoever comes before it is off.
      if (this.#waiting.length === 1) void this.#flush();
    });
  }

  async #flush(): Promise<void> {
    let failure: CallCardError | undefined;
    await this.#portal.connect().catch((error: unknown) => (failure = toCallCardError(error)));
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const group of packed(waiting)) void this.#send(group, failure);
  }

  async #send(group: readonly Waiting[], failure: CallCardError | undefined): Promise<void> {
    const calls = merged(group);
    const outcome =
      failure === undefined ? await this.#askPatiently(calls, group) : failedAll(calls, failure);
    for (const {resolve} of group) resolve(outcome);
  }

  async #askPatiently(calls: BatchCalls, group: readonly Waiting[]): Promise<BatchOutcome> {
    let outcome = await this.#ask(calls);
    if (group.every(({retries}) => !retries)) return outcome;
    for (let attempt = 0; ; attempt += 1) {
      const again = retryOf(calls, outcome, attempt, this.#time.random());
      if (again === undefined || !(await pauseFor(again.delay, group, this.#time))) return outcome;
      outcome = betterOf(outcome, await this.#ask(again.calls));
    }
  }

  /** Asks what may be asked at present; a method whose time is used up is refused here already. */
  async #ask(calls: BatchCalls): Promise<BatchOutcome> {
    const refused = new Map<string, RestOutcome>();
    const asked: Record<string, BatchCalls[string]> = {};
    for (const [key, call] of Object.entries(calls)) {
      const error = this.#refusalOf('batch') ?? this.#refusalOf(call.method);
      if (error === undefined) asked[key] = call;
      else refused.set(key, {status: 'failed', error});
    }
    if (Object.keys(asked).length === 0) return refused;
    const outcome = await this.#portal
      .batch(asked)
      .catch((thrown: unknown) => failedAll(asked, toCallCardError(thrown, 'batch')));
    for (const [key, call] of outcome) {
      if (call.status === 'failed') this.#heed(call.error);
      else this.#noteReset(asked[key]?.method ?? '', call.answer);
    }
    return new Map([...outcome, ...refused]);
  }

  #refusalOf(method: string): CallCardError | undefined {
    const refusal = this.#refusals.get(method);
    return refusal !== undefined && this.#time.now() < refusal.until ? refusal.error : undefined;
  }

  #heed(error: CallCardError): void {
    const method = error.request ?? 'batch';
    const now = this.#time.now();
    const told = error.portal?.retryAfterMs;
    if (told !== undefined) {
      this.#refusals.set(method, {until: now + Math.min(told, LONGEST_REST_MS), error});
    }
    if (told !== undefined || !isOperatingLimit(error)) return;
    const reset = this.#resets.get(method) ?? 0;
    this.#refusals.set(method, {until: reset > now ? reset : now + METHOD_REST_MS, error});
  }

  #noteReset(method: string, {operatingResetMs}: RestAnswer): void {
    if (operatingResetMs === undefined) return;
    this.#resets.set(method, this.#time.now() + operatingResetMs);
  }
}

/** One call's part of an outcome. Every call of a batch is run: one without an answer is a fault. */
export function outcomeOf(outcome: BatchOutcome, key: string): RestOutcome {
  const call = outcome.get(key);
  if (call !== undefined && (call.status === 'ok' || call.error.code !== 'aborted')) return call;
  const message = `The portal's answer has nothing for ${key}.`;
  return {
    status: 'failed',
    error: new CallCardError('bad-answer', message, {request: 'batch'}),
  };
}

function failedAll(calls: BatchCalls, error: CallCardError): BatchOutcome {
  return new Map(Object.keys(calls).map((key) => [key, {status: 'failed', error}]));
}

function packed(waiting: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const groups: Waiting[][] = [];
  for (const next of waiting) {
    const last = groups.at(-1);
    const fits = last && Object.keys(merged([...last, next])).length <= BATCH_LENGTH;
    if (fits) last.push(next);
    else groups.push([next]);
  }
  return groups;
}

function merged(group: readonly Waiting[]): BatchCalls {
  return Object.fromEntries(group.flatMap(({calls}) => Object.entries(calls)));
}
