/** Reads the answers behind one record. */
import {CallCardError} from '../../model/errors/call-card-error.js';
import {readItem} from '../../model/crm/crm-item.js';
import {readStatuses} from '../../model/crm/crm-status.js';
import type {FieldReference} from '../../model/crm/field-reference.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../model/entity/entity-type.js';
import {portalLocale} from '../../model/call/language.js';
import {isBlank, type JsonObject} from '../../model/parse/reading.js';
import {whenIdle} from '../../model/async/when-idle.js';
import type {BatchOutcome, RestOutcome} from '../../model/portal/rest-answer.js';
import type {BatchCalls} from '../../portal/portal.js';
import {outcomeOf} from '../request/batch-queue.js';
import {prepareDates} from '../format/date.js';
import {readLayout} from '../request/layout.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import type {CallNumber} from '../actions/click-to-call.js';
import {unwrapResult} from './unwrap-result.js';
import type {CrmRecord} from '../record.js';
import {itemKey, namedIds, stageKey} from '../request/record-calls.js';
import {NameResolver} from './name-resolver.js';
import {parseRecord} from './parse-record.js';
import {readTypeMetadata} from './type-metadata.js';

export interface AnsweredRecord {
  readonly ref: EntityRef;
  /** In milliseconds since 1970. */
  readonly loadedAt: number;
  readonly isOld: boolean;
  /** The user's, as the portal calls it. */
  readonly language: string;
  readonly store: MetadataStore;
  readonly callNumber: CallNumber;
  /** What is the same for all records of the type. */
  readonly metadata: BatchOutcome;
  /** What was answered about the record itself. */
  readonly outcome: BatchOutcome;
  /** All answers that are known, names that another frame has loaded among them. */
  readonly all: BatchOutcome;
  /** The fields whose ids this frame's batch has asked the names of. */
  readonly references: readonly FieldReference[];
  /** Asks for more. Never rejects. */
  readonly run: (calls: BatchCalls) => Promise<BatchOutcome>;
}

/** A portal that has not answered so much later, in milliseconds, takes its time. */
const LATER_MS = 120;

/**
 * Makes ready what takes the browser long the first time, once the page has made its elements and
 * still waits for the portal. Returns the undo.
 */
export function prepareLater(language: string): () => void {
  let isOver = false;
  const prepare = (): void => {
    if (!isOver) prepareDates(portalLocale(language));
  };
  // Behind an answer that is there already.
  const timer = setTimeout(() => void whenIdle().then(prepare), LATER_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** The record with the names that are known already; throws what the portal answered instead of it. */
export function assembleRecord(answered: AnsweredRecord): CrmRecord {
  const {ref, language, store, callNumber, outcome, run} = answered;
  const type = entityTypeOf(ref.typeId);
  const locale = portalLocale(language);
  const metadata = readTypeMetadata(ref.typeId, answered.metadata);
  const item = itemOf(outcomeOf(outcome, itemKey(ref)));
  const stages = type?.hasStages
    ? unwrapResult(outcomeOf(outcome, stageKey(ref)), readStatuses)
    : {value: [], problems: []};
  const names = new NameResolver(store, locale);
  names.learnFirst(ref, answered.all, namedIds(ref, item, answered.references));
  return parseRecord(ref, {
    item,
    names,
    stages: stages.value ?? [],
    metadata,
    layout: readLayout(ref, item, outcome),
    locale,
    callNumber,
    loadedAt: answered.loadedAt,
    isOld: answered.isOld,
    // A smart process may have its stages switched off; then there was nothing to name.
    problems: isBlank(item['stageId']) ? [] : stages.problems,
    loadNames: async (missing, references) => {
      store.learnReferences(ref.typeId, references);
      await names.loadNames(missing, run);
    },
  });
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
