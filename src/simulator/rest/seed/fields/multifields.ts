/** Rows of `fm` in the sample firm's records. */
import type {JsonObject} from '../../../../model/parse/reading.js';

/** A number that several records have: contacts and companies. */
export const SHARED_NUMBER = '+49 30 5550199';

export function phone(id: number, valueType: string, value: string): JsonObject {
  return {id, valueType, value, typeId: 'PHONE'};
}

export function email(id: number, valueType: string, value: string): JsonObject {
  return {id, valueType, value, typeId: 'EMAIL'};
}
