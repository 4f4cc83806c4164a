/** The answers behind one record: those that are known already, and those that the portal is asked for. */
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import type {BatchCalls} from '../../portal/portal.js';
import {withReferences} from './retry-policy.js';

export class BatchResults {
  readonly #known: Map<string, RestOutcome>;
  readonly #ask: (calls: BatchCalls) => Promise<BatchOutcome>;

  constructor(known: BatchOutcome, ask: (calls: BatchCalls) => Promise<BatchOutcome>) {
    this.#known = new Map(known);
    this.#ask = ask;
  }

  /** All that is known by now, what is added later included. */
  get all(): BatchOutcome {
    return this.#known;
  }

  /** Takes in what another frame was answered. */
  add(answers: BatchOutcome): void {
    for (const [key, call] of answers) this.#known.set(key, call);
  }

  /** The answers to these calls; only those that are not known are asked for. Never rejects. */
  async run(calls: BatchCalls): Promise<BatchOutcome> {
    const keys = Object.keys(calls);
    const unknown = new Set(keys.filter((key) => !this.#known.has(key)));
    if (unknown.size > 0) {
      // A reference means something in the same batch only.
      const outcome = await this.#ask(withReferences(calls, unknown));
      for (const key of keys) this.#learn(key, outcome.get(key));
    }
    return new Map(keys.flatMap((key) => this.#entry(key)));
  }

  #learn(key: string, call: RestOutcome | undefined): void {
    if (call !== undefined) this.#known.set(key, call);
  }

  #entry(key: string): readonly (readonly [string, RestOutcome])[] {
    const call = this.#known.get(key);
    return call === undefined ? [] : [[key, call]];
  }
}
