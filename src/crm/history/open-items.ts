/** The client's records that are in progress. */
import {readCategoryId} from '../../model/crm/crm-category.js';
import {readItems} from '../../model/crm/crm-items.js';
import {readStatuses, stageDictionary, type CrmStatus} from '../../model/crm/crm-status.js';
import {entityPath, sameEntity, type EntityRef} from '../../model/entity/entity-ref.js';
import {isDynamicTypeId} from '../../model/entity/entity-type.js';
import {asId, asText, type JsonObject} from '../../model/parse/reading.js';
import type {RestOutcome} from '../../model/portal/rest-answer.js';
import type {OpenItem} from '../history.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import {inCurrency} from '../format/money.js';
import {readNumber} from '../format/number.js';
import {readStage} from '../record/parse-record.js';
import {recordTitle} from '../record/record-title.js';
import {unwrapResult} from '../record/unwrap-result.js';
import {dictionaryKey} from '../request/record-calls.js';
import {viewResponsible, type ActivityContext} from './activity-view.js';

export interface OpenItemContext extends Pick<ActivityContext, 'nameOf'> {
  /** The record whose history it is: it is on screen itself. */
  readonly ref: EntityRef;
  readonly locale: string;
  readonly store: MetadataStore;
  readonly typeNames: ReadonlyMap<number, string>;
}

/** Those of one type, newest first; nothing where the list failed. */
export function openItems(
  typeId: number,
  call: RestOutcome | undefined,
  context: OpenItemContext,
): readonly OpenItem[] {
  return itemsIn(call)
    .map(([id, item]) => openItem({typeId, id}, item, context))
    .filter(
      ({ref, stage}) =>
        !sameEntity(ref, context.ref) && (stage === null || stage.outcome === 'process'),
    )
    .sort((a, b) => b.ref.id - a.ref.id);
}

/** The dictionaries in which the stages of these records are named. */
export function dictionariesIn(typeId: number, call: RestOutcome | undefined): readonly string[] {
  const named = itemsIn(call).filter(([, item]) => asText(item['stageId']));
  return [...new Set(named.map(([, item]) => dictionaryOf(typeId, item)))];
}

export function responsiblesIn(call: RestOutcome | undefined): readonly number[] {
  return itemsIn(call).flatMap(([, item]) => asId(item['assignedById']) ?? []);
}

function itemsIn(call: RestOutcome | undefined): readonly (readonly [number, JsonObject])[] {
  return call?.status === 'ok' ? [...readItems(call.answer.result).value] : [];
}

function openItem(ref: EntityRef, item: JsonObject, context: OpenItemContext): OpenItem {
  const {locale, store, typeNames, nameOf} = context;
  const amount = readNumber(item['opportunity']);
  const currency = asText(item['currencyId']) ?? '';
  const hasAmount = amount !== undefined && amount !== 0;
  return {
    ref,
    title: recordTitle(ref, item, locale),
    typeName: isDynamicTypeId(ref.typeId) ? (typeNames.get(ref.typeId) ?? null) : null,
    stage: readStage(ref.typeId, item, stagesOf(dictionaryOf(ref.typeId, item), store)),
    amount: hasAmount ? amount : null,
    currency,
    amountText: hasAmount ? inCurrency(amount, currency, locale) : '',
    responsible: viewResponsible(asId(item['assignedById']) ?? null, nameOf),
    path: entityPath(ref) ?? null,
  };
}

function dictionaryOf(typeId: number, item: JsonObject): string {
  return stageDictionary(typeId, readCategoryId(item['categoryId']) ?? 0);
}

function stagesOf(dictionary: string, store: MetadataStore): readonly CrmStatus[] {
  const call = store.answer(dictionaryKey(dictionary));
  return (call && unwrapResult(call, readStatuses).value) ?? [];
}
