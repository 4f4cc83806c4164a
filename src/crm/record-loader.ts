/** Loads the CRM records of one portal, shares what is loading, and knows their labels. */
import {CallCardError} from '../model/call-card-error.js';
import {readItem} from '../model/crm-item.js';
import {readStatuses} from '../model/crm-status.js';
import {entityKey, type EntityRef} from '../model/entity-ref.js';
import {entityTypeOf} from '../model/entity-type.js';
import {portalLocale} from '../model/language.js';
import {isBlank, type JsonObject} from '../model/reading.js';
import type {RestOutcome} from '../model/rest-answer.js';
import type {Portal} from '../portal/portal.js';
import {unlessAborted} from './abortable.js';
import {BatchQueue, outcomeOf} from './batch-queue.js';
import {readOutcome} from './read-outcome.js';
import type {CrmRecord, RecordOptions} from './record.js';
import {itemKey, recordCalls, stageKey, typeCalls} from './record-calls.js';
import {readRecord} from './record-reader.js';
import {readTypeMetadata, type TypeMetadata} from './type-metadata.js';

/**
 * How long a loaded record is given to whoever else asks, in milliseconds: panels of one page start
 * one after the other. Not a cache: what the operator edits must be there with the next card.
 */
const SHARED_FOR_MS = 1000;

export class RecordLoader {
  readonly #portal: Portal;
  readonly #queue: BatchQueue;
  /** Kept as long as the page: a portal's fields change seldom. */
  readonly #types = new Map<number, TypeMetadata>();
  readonly #records = new Map<string, Promise<CrmRecord>>();

  constructor(portal: Portal) {
    this.#portal = portal;
    this.#queue = new BatchQueue(portal);
  }

  /** See `CrmStore.record`. */
  record(ref: EntityRef, {signal, reload = false}: RecordOptions = {}): Promise<CrmRecord> {
    return unlessAborted(signal, 'crm.item.get', () => this.#shared(ref, reload));
  }

  #shared(ref: EntityRef, reload: boolean): Promise<CrmRecord> {
    const key = entityKey(ref);
    const known = reload ? undefined : this.#records.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(ref);
    this.#records.set(key, loading);
    const forget = (): void => {
      if (this.#records.get(key) === loading) this.#records.delete(key);
    };
    loading.then(() => setTimeout(forget, SHARED_FOR_MS), forget);
    return loading;
  }

  async #load(ref: EntityRef): Promise<CrmRecord> {
    const {typeId} = ref;
    const type = entityTypeOf(typeId);
    const known = this.#types.get(typeId);
    // Not shared with a record that is still loading: its batch may be stuck, and this one is later.
    const outcome = await this.#queue.run({
      ...recordCalls(ref, type),
      ...(known === undefined ? typeCalls(typeId, type) : {}),
    });
    const metadata = known ?? readTypeMetadata(typeId, outcome);
    if (metadata.complete) this.#types.set(typeId, metadata);
    const item = itemOf(outcomeOf(outcome, itemKey(ref)));
    const stages = type?.hasStages
      ? readOutcome(outcomeOf(outcome, stageKey(ref)), readStatuses)
      : {value: [], problems: []};
    const {language} = await this.#portal.connect();
    return readRecord(ref, {
      item,
      stages: stages.value ?? [],
      metadata,
      locale: portalLocale(language),
      // A smart process may have its stages switched off; then there was nothing to name.
      problems: isBlank(item['stageId']) ? [] : stages.problems,
    });
  }
}

/** The item; throws what the portal answered instead of it. */
function itemOf(call: RestOutcome): JsonObject {
  if (call.status === 'failed') throw call.error;
  const {value, problems} = readItem(call.answer.result);
  if (value !== null) return value;
  const found = problems.map(({path, expected}) => `${path}: ${expected}`).join();
  throw new CallCardError('bad-answer', `The portal sent no record (expected ${found}).`, {
    request: 'crm.item.get',
  });
}
