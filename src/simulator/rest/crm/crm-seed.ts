/** The shape of a portal's data: everything that a simulated portal knows is written in it. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {UserFieldSeed} from './field.js';

/** A record by its fields: camelCase for standard ones, original codes for user fields. */
export type RecordFields = JsonObject;

export interface UserSeed {
  readonly id: number;
  readonly name: string;
  readonly lastName: string;
  readonly secondName?: string;
  readonly position?: string;
  /** A path of the portal. */
  readonly photo?: string;
  readonly isAdmin?: boolean;
  /** False for someone who left; the records still name them. */
  readonly isActive?: boolean;
  readonly timeZone?: string;
  /** Whether the working day is open: `OPENED`, `PAUSED`, `EXPIRED`, `CLOSED`. */
  readonly workday?: string;
  /** Whether they have the portal open at the moment. */
  readonly isOnline?: boolean;
  readonly innerPhone?: string;
  readonly mobile?: string;
}

export interface CrmTypeSeed {
  readonly id: number;
  /** The type's name for people. */
  readonly name: string;
  readonly userFields: readonly UserFieldSeed[];
  /** Types whose records may be this type's parents, with the field's title. */
  readonly parents?: readonly {readonly typeId: number; readonly title: string}[];
  /** The pipeline whose stages the type's description names, whichever a record is in. */
  readonly defaultCategoryId?: number;
  /** Titles of standard fields that are not the usual ones, by the fields' names. */
  readonly titles?: Readonly<Record<string, string>>;
  /** What is switched off in a smart process. */
  readonly without?: readonly TypeSwitch[];
}

/** What a smart process may have or not (REST documentation, `crm/universal/object-fields.md`). */
export type TypeSwitch =
  'stages' | 'categories' | 'dates' | 'client' | 'products' | 'my-company' | 'source' | 'observers';

export interface RecordSeed {
  readonly typeId: number;
  readonly id: number;
  readonly fields: RecordFields;
  /** Users who may not read it. */
  readonly deniedTo?: readonly number[];
}

/** One entry of a dictionary; a stage when it has semantics or a colour. */
export interface StatusSeed {
  /** The dictionary's code, e.g. `DEAL_STAGE_9`. */
  readonly entityId: string;
  /** With the pipeline's prefix, e.g. `C9:NEW`. */
  readonly statusId: string;
  readonly name: string;
  readonly color?: string;
  readonly semantics?: 'S' | 'F';
  /** Failed without a regret: shown as `apology` in `EXTRA`. */
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
  /** Whose layout it is; for the scope `P`. */
  readonly userId?: number;
  readonly categoryId?: number;
  /** Leads only: 1 for new customers, 2 for those who come back. */
  readonly leadCustomerType?: number;
  /** Kept as it is answered. */
  readonly layout: unknown;
}

export interface ActivitySeed {
  readonly id: number;
  readonly fields: JsonObject;
  readonly bindings: readonly {readonly entityTypeId: number; readonly entityId: number}[];
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
