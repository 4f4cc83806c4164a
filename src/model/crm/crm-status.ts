/** Entries of the CRM's dictionaries (sources, types, stages): the answer of `crm.status.list`. */
import {LEAD, DEAL, QUOTE, SMART_DOCUMENT, SMART_INVOICE} from '../entity/entity-type.js';
import {asObject, asText, type Reading} from '../parse/reading.js';
import {readList} from '../parse/parse-list.js';

export interface CrmStatus {
  readonly id: string;
  /** The entry's dictionary: `SOURCE`, `DEAL_STAGE_9` … */
  readonly dictionary: string;
  readonly name: string;
  /** `#rrggbb`; `null` if the portal gave none. */
  readonly color: string | null;
  readonly outcome: StageOutcome;
}

/** The meaning of a stage. */
export type StageOutcome = 'process' | 'success' | 'failure';

export function readStatuses(result: unknown): Reading<readonly CrmStatus[]> {
  const statuses: CrmStatus[] = [];
  const list = readList('crm.status.list', result);
  for (const row of list.value) {
    const id = asText(row['STATUS_ID']);
    const name = asText(row['NAME']);
    if (!id || !name) continue;
    const extra = asObject(row['EXTRA']) ?? {};
    statuses.push({
      id,
      dictionary: asText(row['ENTITY_ID']) ?? '',
      name,
      color: readColor(row['COLOR']) ?? readColor(extra['COLOR']),
      outcome: readStageOutcome(row['SEMANTICS'] ?? extra['SEMANTICS']),
    });
  }
  return {value: statuses, problems: list.problems};
}

/** Reads the meaning from `S` and `F` or from `EXTRA`; every other stage is in progress. */
export function readStageOutcome(semantics: unknown): StageOutcome {
  switch (asText(semantics)?.toLowerCase()) {
    case 's':
    case 'success':
      return 'success';
    case 'f':
    case 'failure':
    case 'apology':
      return 'failure';
    default:
      return 'process';
  }
}

/**
 * The dictionary of a record's stages. `statusType` of the field names the default pipeline's, so it
 * is built from the record's own (reference: REST, section 1.4).
 */
export function stageDictionary(typeId: number, categoryId: number): string {
  switch (typeId) {
    case LEAD:
      return 'STATUS';
    case DEAL:
      return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;
    case QUOTE:
      return 'QUOTE_STATUS';
    case SMART_INVOICE:
      return `SMART_INVOICE_STAGE_${categoryId}`;
    case SMART_DOCUMENT:
      return `SMART_DOCUMENT_STAGE_${categoryId}`;
    default:
      return `DYNAMIC_${typeId}_STAGE_${categoryId}`;
  }
}

function readColor(value: unknown): string | null {
  const color = asText(value)?.trim().toLowerCase() ?? '';
  return /^#[0-9a-f]{6}$/.test(color) ? color : null;
}
