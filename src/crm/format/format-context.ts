/** What formatting needs to know beside the value and its field. */
import type {FieldMeta} from '../../model/crm-fields.js';
import type {JsonObject} from '../../model/reading.js';
import type {FieldDisplay} from './field-display.js';

export interface FormatContext {
  /** A BCP 47 tag: `portalLocale` of the portal's language. */
  readonly locale: string;
  /** The user's time zone; the browser's where the portal's is not known. */
  readonly timeZone?: string;
  /** The item that the value is of: an amount's currency is another field of it. */
  readonly item: JsonObject;
  /** The name of a dictionary's entry, where it is known. */
  readonly statusName: (dictionary: string, id: string) => string | undefined;
  /** The name of a pipeline, where it is known and worth showing. */
  readonly categoryName: (id: number) => string | undefined;
}

/** Formats one value that is not empty; of a multiple field, each of its values. */
export type Formatter = (value: unknown, meta: FieldMeta, context: FormatContext) => FieldDisplay;
