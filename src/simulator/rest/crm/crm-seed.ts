/** The types of a portal's seed, which has all data of a new simulated portal. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {UserFieldSeed} from './field.js';

/** The fields of a record: standard ones by camelCase names, user fields by their original codes. */
export type RecordFields = JsonObject;

export interface UserSeed {
  readonly id: number;
  readonly name: string;
  readonly lastName: string;
  readonly secondName?: string;
  readonly position?: string;
  /** The path of the photo in the portal. */
  readonly photo?: string;
  readonly isAdmin?: boolean;
  /** False for a user who has left the firm; records still refer to them. */
  readonly isActive?: boolean;
  readonly timeZone?: string;
  /** Whether the working day is open: `OPENED`, `PAUSED`, `EXPIRED`, `CLOSED`. */
  readonly workday?: string;
  /** Whether the user has the portal open. */
  readonly isOnline?: boolean;
  readonly innerPhone?: string;
  readonly mobile?: string;
}

export interface CrmTypeSeed {
  readonly id: number;
  /** The type's displayed name. */
  readonly name: string;
  readonly userFields: readonly UserFieldSeed[];
  /** The types whose records may be parents of this type's, with the titles of the fields. */
  readonly parents?: readonly {readonly typeId: number; readonly title: string}[];
  /** The pipeline whose stages the type's description names, also for records in other pipelines. */
  readonly defaultCategoryId?: number;
  /** Titles of standard fields that differ from the usual ones, by the fields' names. */
  readonly titles?: Readonly<Record<string, string>>;
  /** The switches of a smart process that are off. */
  readonly without?: readonly TypeSwitch[];
}

/** The switches of a smart process (documented: REST, `crm/universal/object-fields.md`). */
export type TypeSwitch =
  'stages' | 'categories' | 'dates' | 'client' | 'products' | 'my-company' | 'source' | 'observers';

export interface RecordSeed {
  readonly typeId: number;
  readonly id: number;
  readonly fields: RecordFields;
  /** The users who may not read the record. */
  readonly deniedTo?: readonly number[];
}

/** An entry of a dictionary; one with semantics or a colour is a stage. */
export interface StatusSeed {
  /** The dictionary's code, e.g. `DEAL_STAGE_9`. */
  readonly entityId: string;
  /** With the pipeline's prefix, e.g. `C9:NEW`. */
  readonly statusId: string;
  readonly name: string;
  readonly color?: string;
  readonly semantics?: 'S' | 'F';
  /** A failed stage that `EXTRA` shows as `apology`. */
  readonly isApology?: boolean;
}

export interface CategorySeed {
  readonly entityTypeId: number;
  /** 0 is the default pipeline of deals. */
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly isDefault: boolean;
}

export interface LayoutSeed {
  readonly entityTypeId: number;
  readonly scope: 'P' | 'C';
  /** The user of the layout; for the scope `P`. */
  readonly userId?: number;
  readonly categoryId?: number;
  /** Leads only: 1 for new customers, 2 for returning ones. */
  readonly leadCustomerType?: number;
  /** The layout as REST answers it. */
  readonly layout: unknown;
}

export interface ActivitySeed {
  readonly id: number;
  readonly fields: JsonObject;
  readonly bindings: readonly {readonly entityTypeId: number; readonly entityId: number}[];
  /** What was said in a call, where the portal has written it down. */
  readonly transcript?: string;
}

export interface PortalSeed {
  readonly users: readonly UserSeed[];
  readonly types: readonly CrmTypeSeed[];
  readonly records: readonly RecordSeed[];
  readonly statuses: readonly StatusSeed[];
  readonly categories: readonly CategorySeed[];
  readonly layouts: readonly LayoutSeed[];
  /** As `crm.currency.list` answers them. */
  readonly currencies: readonly JsonObject[];
  readonly activities: readonly ActivitySeed[];
  /** As `crm.requisite.list` answers them. */
  readonly requisites: readonly JsonObject[];
}
