/** What happened before: a client's activities and open records, as a history beside the record shows them. */
import type {CallCardErrorCode} from '../model/errors/call-card-error.js';
import type {EntityRef} from '../model/entity/entity-ref.js';
import type {ActivityKind} from '../model/history/activity-kind.js';
import type {RecordName, Stage} from './record.js';

export type {ActivityKind} from '../model/history/activity-kind.js';

export interface CrmHistory {
  /** The record that it was asked for. */
  readonly ref: EntityRef;
  /** Whose activities these are: the record, then its contacts, then its companies. */
  readonly owners: readonly RecordName[];
  /** What is to be done: overdue first, then by deadline, what has none last. */
  readonly planned: readonly CrmActivity[];
  /** What happened, newest first: as many as were asked for, and so many more with each `loadMore`. */
  readonly past: readonly CrmActivity[];
  /** Whether there is more in `past`. */
  readonly hasMore: boolean;
  /**
   * Resolves with the history that has the next activities in `past`: itself when there are none. Asks
   * the portal only when it has shown all that is loaded. Never rejects: what could not be loaded is in
   * `problems`, and `hasMore` stays true.
   */
  readonly loadMore: () => Promise<CrmHistory>;
  /** The deals, quotes, invoices and smart processes of the client that are in progress: by type, each newest first. */
  readonly openItems: readonly OpenItem[];
  /** Nothing where the portal did not tell. */
  readonly recentCalls: RecentCalls | null;
  /** The activity of `HistoryOptions.activityId`; nothing without it, and where it may not be read. */
  readonly currentActivity: CrmActivity | null;
  /** What could not be loaded or read; the rest is shown. */
  readonly problems: readonly HistoryProblem[];
  /** A BCP 47 tag: the language in which the portal shows times and amounts to this user. */
  readonly locale: string;
  /** The user's time zone; nothing where the portal did not tell, then the browser's is the next best. */
  readonly timeZone: string | null;
  /** When the portal was asked for it, in milliseconds since 1970: by this frame, or by another one. */
  readonly loadedAt: number;
  /** Whether another frame loaded it so long ago that it should be loaded again: 5 s. */
  readonly isOld: boolean;
}

/** Of a call: nobody answered a `missed` one from outside; an outgoing one that nobody answered has `failed`. */
export type CallOutcome = 'answered' | 'missed' | 'failed';

export interface CrmActivity {
  readonly id: number;
  readonly kind: ActivityKind;
  /** The portal's own word for the kind: `VOXIMPLANT_CALL`, `CRM_EMAIL`, `CRM_TODO` …; empty where none came. */
  readonly providerId: string;
  /** The provider's finer kind, where it has some; else empty. */
  readonly providerTypeId: string;
  /** Nothing for what has none, e.g. a meeting. */
  readonly direction: 'incoming' | 'outgoing' | null;
  /** Nothing where it is no call, is planned, or the portal did not tell. */
  readonly outcome: CallOutcome | null;
  /** Plain text in one line; empty where there is none. */
  readonly subject: string;
  /** Plain text with its line breaks, shortened where it is very long; empty where there is none. */
  readonly description: string;
  /** Instants, in milliseconds since 1970; nothing where the portal has none. */
  readonly start: number | null;
  readonly end: number | null;
  readonly deadline: number | null;
  /** Of a call or a meeting that is over. */
  readonly durationSeconds: number | null;
  readonly isCompleted: boolean;
  /** Not completed by its deadline, at the time when the history was put together. */
  readonly isOverdue: boolean;
  readonly responsible: ResponsibleUser | null;
  /** The record that it belongs to first of all; nothing for a type that the kit does not know. */
  readonly owner: EntityRef | null;
  /** The page that shows it, in the portal; nothing where there is none. */
  readonly path: string | null;
  /**
   * What was said, where the portal has written it down and may tell: only of an activity that was asked
   * for by its id. The portal tells summaries of video calls only, so there is none of a phone call.
   */
  readonly transcript: string | null;
}

/** Who is responsible for an activity or a record. */
export interface ResponsibleUser {
  readonly id: number;
  /** Nothing where this user may not see it, or it is not known yet. */
  readonly name: string | null;
}

/** A record of the client that is in progress. */
export interface OpenItem {
  readonly ref: EntityRef;
  readonly title: string;
  /** What the portal calls the type of a smart process; none for the types that every portal has. */
  readonly typeName: string | null;
  readonly stage: Stage | null;
  /** Nothing where none was entered. */
  readonly amount: number | null;
  /** The portal's code of the currency; empty where none came. */
  readonly currency: string;
  /** The amount with its currency in the portal's language; empty without an amount. */
  readonly amountText: string;
  readonly responsible: ResponsibleUser | null;
  readonly path: string | null;
}

/** The incoming calls of the last thirty days. */
export interface RecentCalls {
  /** When these days began, in milliseconds since 1970. */
  readonly since: number;
  /** Those of the client, from whichever number. */
  readonly count: number;
  readonly missedCount: number;
  /** Those from the number of `HistoryOptions.phoneNumber`; nothing without it. */
  readonly fromNumberCount: number | null;
  /** Whether there are so many that not all were counted. */
  readonly isAtLeast: boolean;
}

/** The parts of a history that are loaded, and may fail, each by itself. */
export type HistoryPart =
  'planned' | 'past' | 'openItems' | 'recentCalls' | 'names' | 'activity' | 'transcript';

export interface HistoryProblem {
  readonly part: HistoryPart;
  /** `not-allowed`, `missing-scope`, `limit-reached`, `bad-answer` … */
  readonly code: CallCardErrorCode;
  /** In English, for the developer: what went wrong and what to do. */
  readonly message: string;
  /** Whether asking again may help. */
  readonly isRetryable: boolean;
  /** Whose part it is, or of which type the records are (`id` 0), where only that failed. */
  readonly ref: EntityRef | null;
}

export interface ActivityOptions {
  readonly signal?: AbortSignal;
  /** Asks the portal even when the same is being loaded: it may have changed meanwhile. */
  readonly reload?: boolean;
  /** Also resolves with what another frame loaded a while ago and still shows (`isOld`). */
  readonly acceptOld?: boolean;
  /** Until it is aborted, the app's other frames get it from this one. Kept in memory only. */
  readonly keep?: AbortSignal;
}

export interface HistoryOptions extends ActivityOptions {
  /** How many activities `past` has at first, and how many `loadMore` adds. Default: 10. */
  readonly limit?: number;
  /** Whose calls `recentCalls.fromNumberCount` counts. */
  readonly phoneNumber?: string | null;
  /** The call's own activity (`CRM_ACTIVITY_ID`), loaded in the same request. */
  readonly activityId?: number | null;
}
