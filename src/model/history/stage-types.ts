/** The dictionaries of stages by the types of records: the answer of `crm.status.entity.types`. */
import {asBoolean, asId, asText, type Reading} from '../parse/reading.js';
import {readList} from '../parse/parse-list.js';

export type StageTypes = ReadonlyMap<number, readonly string[]>;

export function readStageTypes(result: unknown): Reading<StageTypes> {
  const {value: rows, problems} = readList('crm.status.entity.types', result);
  const types = new Map<number, string[]>();
  for (const row of rows) {
    const typeId = asId(row['ENTITY_TYPE_ID']);
    const dictionary = asText(row['ID']);
    if (typeId === undefined || !dictionary || asBoolean(row['IS_ENABLED']) === false) continue;
    types.set(typeId, [...(types.get(typeId) ?? []), dictionary]);
  }
  return {value: types, problems};
}
