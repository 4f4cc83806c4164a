/** Rows of `fm`, as records of the sample firm have them. */
import type {JsonObject} from '../../../model/reading.js';

export function phone(id: number, valueType: string, value: string): JsonObject {
  return {id, valueType, value, typeId: 'PHONE'};
}

export function email(id: number, valueType: string, value: string): JsonObject {
  return {id, valueType, value, typeId: 'EMAIL'};
}
