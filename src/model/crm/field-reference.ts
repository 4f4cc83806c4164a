/** A field of a type that refers to users or records, as it is kept between pages. */
import {asObject, asText} from '../parse/reading.js';

export interface FieldReference {
  /** The field's name in `crm.item.get`. */
  readonly key: string;
  /** The type of the records; `user` for users. */
  readonly target: number | 'user';
  readonly multiple: boolean;
}

/** A name that can stand in a reference of a batch. */
const KEY = /^\w+$/;

/** Reads what was kept. Storage is foreign: what is not of this form is left out. */
export function readFieldReferences(value: unknown): readonly FieldReference[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((row) => {
    const {key: name, target, multiple} = asObject(row) ?? {};
    const key = asText(name) ?? '';
    const isTarget = target === 'user' || (Number.isSafeInteger(target) && Number(target) > 0);
    if (!KEY.test(key) || !isTarget) return [];
    return [
      {key, target: target === 'user' ? target : Number(target), multiple: multiple === true},
    ];
  });
}
