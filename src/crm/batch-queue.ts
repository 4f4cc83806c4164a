/** Merges requests that are made at the same time into as few batches as the portal allows. */
import {CallCardError, toCallCardError} from '../model/call-card-error.js';
import type {BatchOutcome, RestOutcome} from '../model/rest-answer.js';
import {BATCH_LENGTH, type BatchCalls, type Portal} from '../portal/portal.js';

interface Waiting {
  readonly calls: BatchCalls;
  readonly resolve: (outcome: BatchOutcome) => void;
}

export class BatchQueue {
  readonly #portal: Portal;
  #waiting: Waiting[] = [];

  constructor(portal: Portal) {
    this.#portal = portal;
  }

  /**
   * Runs calls that may refer to each other, in one batch with whatever else is asked until the
   * portal is connected and the present microtasks are done. A key must mean the same call wherever
   * it is used. Never rejects: when the batch fails as a whole, so does each of its calls.
   */
  run(calls: BatchCalls): Promise<BatchOutcome> {
    return new Promise((resolve) => {
      this.#waiting.push({calls, resolve});
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
    const outcome = failure ?? (await this.#portal.batch(calls).catch(toBatchError));
    const each = outcome instanceof CallCardError ? failedAll(calls, outcome) : outcome;
    for (const {resolve} of group) resolve(each);
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

function toBatchError(thrown: unknown): CallCardError {
  return toCallCardError(thrown, 'batch');
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
