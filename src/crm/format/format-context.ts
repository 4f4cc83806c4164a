/** What formatting needs to know beside the value and its field. */
import type {FieldMeta} from '../../model/crm/crm-fields.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {JsonObject} from '../../model/parse/reading.js';
import type {FieldDisplay} from './field-display.js';

/**
 * The names of what values point at. `undefined`: the name is not known yet, and can be asked for;
 * empty: the portal does not tell it.
 */
export interface NameContext {
  /** The name of a dictionary's entry. */
  readonly statusName: (dictionary: string, id: string) => string | undefined;
  readonly userName: (id: number) => string | undefined;
  /** What a record is called; `null` for one that this user may not read. */
  readonly recordName: (ref: EntityRef) => string | null | undefined;
}

export interface FormatContext extends NameContext {
  /** A BCP 47 tag: `portalLocale` of the portal's language. */
  readonly locale: string;
  /** The user's time zone; the browser's where the portal's is not known. */
  readonly timeZone?: string;
  /** The item that the value is of: an amount's currency is another field of it. */
  readonly item: JsonObject;
  /** The name of a pipeline, where it is known and worth showing. */
  readonly categoryName: (id: number) => string | undefined;
}

/** Formats one value, of a multiple field each of its values: `none` for an empty one. */
export type Formatter = (value: unknown, meta: FieldMeta, context: FormatContext) => FieldDisplay;
