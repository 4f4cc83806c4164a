/** One CRM record as a panel shows it. */
import type {CardLayout} from '../model/crm/card-layout.js';
import type {StageOutcome} from '../model/crm/crm-status.js';
import type {EntityRef} from '../model/entity/entity-ref.js';
import type {Multifield} from '../model/crm/multifield.js';
import type {Problem} from '../model/parse/reading.js';
import type {FieldDisplay} from './format/field-display.js';
import type {CallNumber} from './actions/click-to-call.js';

export interface CrmRecord {
  readonly ref: EntityRef;
  /** A record without a title has its number for one: `#17`. */
  readonly title: string;
  /** What the portal calls the type of a smart process; none for the types that every portal has. */
  readonly typeName: string | null;
  /** Its own; of a type without phones those of its contacts and its company. */
  readonly phones: readonly ClientMultifield[];
  readonly emails: readonly ClientMultifield[];
  readonly stage: Stage | null;
  /** The fields with a value, in the order in which they are shown. */
  readonly fields: readonly RecordField[];
  /** The names of these and of the empty ones, in the same order. */
  readonly fieldNames: readonly string[];
  /** How the operator arranged the portal's own card; `null` where nobody did. */
  readonly layout: CardLayout | null;
  /** Any field by its name, an empty one, too; nothing for one that the record does not have. */
  readonly field: (name: string) => RecordField | undefined;
  /**
   * Loads the names that are not known yet in these fields, by their codes or their keys; in `fields`
   * and the fields of `layout` when none are given. Resolves with the record that has them: itself
   * when no name is missing. Never rejects: what could not be loaded is in `problems`, and its id is
   * shown.
   */
  readonly loadNames: (names?: readonly string[]) => Promise<CrmRecord>;
  /** Asks the portal to call a phone. */
  readonly callNumber: CallNumber;
  /** When the portal was asked for it, in milliseconds since 1970: by this frame, or by another one. */
  readonly loadedAt: number;
  /** Whether another frame loaded it so long ago that it should be loaded again: 5 s. */
  readonly isOld: boolean;
  /** The portal's path to the record; none for a type without a page. */
  readonly path: string | null;
  /** What of the record could not be loaded or read; the rest is shown. */
  readonly problems: readonly Problem[];
}

export interface ClientMultifield extends Multifield {
  /** Whose it is; none for the record's own. */
  readonly owner: RecordName | null;
}

export interface RecordName {
  readonly ref: EntityRef;
  readonly title: string;
}

export interface Stage {
  readonly id: string;
  /** The id again when the name could not be loaded. */
  readonly name: string;
  /** `#rrggbb`, where the portal gave one. */
  readonly color: string | null;
  readonly outcome: StageOutcome;
}

export interface RecordField {
  /** The original upper-case code: `SOURCE_ID`, `UF_CRM_…`. */
  readonly code: string;
  /** The name in `crm.item.get`: `sourceId`, `UF_CRM_…`. */
  readonly key: string;
  /** In the user's language; the code when the portal did not tell. */
  readonly label: string;
  /** The type of `crm.item.fields`; empty when the portal did not tell. */
  readonly type: string;
  readonly multiple: boolean;
  /** As the portal sent it, a file without the address that has a token in it. */
  readonly value: unknown;
  readonly display: FieldDisplay;
}

export interface RecordOptions {
  readonly signal?: AbortSignal;
  /** Asks the portal even when the same record is being loaded: it may have changed meanwhile. */
  readonly reload?: boolean;
  /**
   * `later` resolves with the first answer, in which the names of some referred users, records and
   * entries may be missing (`CrmRecord.loadNames`). Default: `all`, which waits for them.
   */
  readonly names?: 'all' | 'later';
  /**
   * Also resolves with a record that another frame of the app loaded a while ago and still shows
   * (`CrmRecord.loadedAt`). Without it, that may be 5 s old at most.
   */
  readonly acceptOld?: boolean;
  /**
   * Until it is aborted, the other frames of the app get the record from this one when they want it,
   * without a request. It is kept in memory only.
   */
  readonly keep?: AbortSignal;
}
