/**
 * Which fields of a type refer to users or records, from one portal tab to the next: so the first batch of a
 * new tab brings their names, too. Nothing else is kept so long: no label, no name and no value.
 */
import {readFieldReferences, type FieldReference} from '../../model/crm/field-reference.js';
import {parseJson} from '../../model/parse/reading.js';

const PREFIX = 'call-card-kit:references:1:';
/** Of so many types, those learnt last. */
const MOST_TYPES = 30;

type TypeReferences = readonly [typeId: number, references: readonly FieldReference[]];

/** What was stored for a portal. */
export function storedReferences(memberId: string): readonly TypeReferences[] {
  let value: unknown;
  try {
    value = parseJson(localStorage.getItem(PREFIX + memberId) ?? '')?.value;
  } catch {
    // Denied to frames of other sites by some browsers.
  }
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((row) => {
    const [typeId, references] = Array.isArray(row) ? (row as unknown[]) : [];
    return Number.isSafeInteger(typeId) ? [[Number(typeId), readFieldReferences(references)]] : [];
  });
}

export function storeReferences(
  memberId: string,
  typeId: number,
  references: readonly FieldReference[],
): void {
  const others = storedReferences(memberId).filter(([id]) => id !== typeId);
  const kept = [...others, [typeId, references]].slice(-MOST_TYPES);
  try {
    localStorage.setItem(PREFIX + memberId, JSON.stringify(kept));
  } catch {
    // Denied, or full: a new tab needs a second request for names.
  }
}
