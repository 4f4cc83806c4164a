/** Rows of `fm`, as records of the sample firm have them. */
import type {JsonObject} from '../../../../model/parse/reading.js';

/** The number that calls when several records are wanted: people and companies have it. */
export const SHARED_NUMBER = '+49 30 5550199';

export function phone(id: number, valueType: string, value: string): JsonObject {
  return {id, valueType, value, typeId: 'PHONE'};
}

export function email(id: number, valueType: string, value: string): JsonObject {
  return {id, valueType, value, typeId: 'EMAIL'};
}
