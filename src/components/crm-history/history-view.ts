/** The view that the templates of a history render, and the callbacks of their element. */
import type {Snapshot} from '../../controller/snapshot.js';
import type {ActivityFormatters} from './activity-formatters.js';
import type {HistoryActions} from './history-actions.js';
import type {HistoryKind} from './history-labels.js';

/** The lists of which only the first entries are shown at first. */
export type CutList = 'planned' | 'open';

export interface HistoryView {
  readonly snapshot: Snapshot;
  readonly kinds: readonly HistoryKind[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly formatters: ActivityFormatters;
  readonly actions: HistoryActions;
  /** The ids of the activities whose long description is shown whole. */
  readonly expanded: ReadonlySet<number>;
  /** The lists that are shown whole. */
  readonly expandedLists: ReadonlySet<CutList>;
  /** Whether the next activities are being loaded. */
  readonly isLoadingMore: boolean;
  /** Shows the whole of an activity's long description, or cuts it. */
  readonly toggleText: (id: number) => void;
  /** Shows the whole of a list, or its first entries. */
  readonly toggleList: (list: CutList) => void;
  readonly showMore: () => void;
  readonly reload: () => void;
}
