/** Loads records over any batch: labels with the first one of a type, the rest with each. */
import {keepLabels, keptLabels} from './label-cache.js';
import {callsFor, labelCallsFor, type Answers, type BatchCall, type Entity} from './record-card.js';
import {viewOf, type RecordView} from './record-view.js';

export type Batch = (calls: Readonly<Record<string, BatchCall>>) => Promise<Answers>;

export class RecordSource {
  readonly #batch: Batch;
  readonly #owner: string;
  readonly #labels = new Map<number, Answers>();

  /** @param owner - the owner of the labels: a portal and a language */
  constructor(batch: Batch, owner: string) {
    this.#batch = batch;
    this.#owner = owner;
  }

  async load(entity: Entity): Promise<RecordView | null> {
    const {typeId} = entity;
    const key = `labels:${this.#owner}:${typeId}`;
    const known = this.#labels.get(typeId) ?? keptLabels(key);
    if (known !== null) {
      this.#labels.set(typeId, known);
      return viewOf(entity, {...known, ...(await this.#batch(callsFor(entity)))});
    }
    const labelCalls = labelCallsFor(typeId);
    const answers = await this.#batch({...callsFor(entity), ...labelCalls});
    const labels = Object.fromEntries(
      Object.entries(answers).filter(([name]) => name in labelCalls),
    );
    this.#labels.set(typeId, labels);
    setTimeout(() => keepLabels(key, labels));
    return viewOf(entity, answers);
  }
}
