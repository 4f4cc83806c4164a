/** A loaded history as an element shows it. */
import type {Activity} from '../../model/history/activity.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import type {CrmActivity, CrmHistory, HistoryProblem} from '../history.js';
import {hasHappened, timeOf, viewActivity, type ActivityContext} from './activity-view.js';
import {openKey} from './history-calls.js';
import {readList, type HistoryLoad} from './history-load.js';
import {historyProblems} from './history-problems.js';
import {openItems} from './open-items.js';
import {recentCalls} from './recent-calls.js';

export interface HistoryViewOptions {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** How many activities `past` grows by. */
  readonly limit: number;
  readonly phoneNumber: string | null;
  readonly currentActivity: CrmActivity | null;
  /** Of the current activity. */
  readonly problems: readonly HistoryProblem[];
}

/** @param shown - how many activities are in `past` at most */
export function viewHistory(
  load: HistoryLoad,
  options: HistoryViewOptions,
  shown = options.limit,
  pageProblems: readonly HistoryProblem[] = [],
): CrmHistory {
  const now = options.now();
  const {names, store, ref, locale, typeNames} = load;
  const nameOf = (id: number): string | undefined => names.userName(id);
  const context: ActivityContext = {now, nameOf};
  const {activities, past: lists} = load;
  const past = pastOf(load, now);
  const isPartial = load.isOpenPartial || lists.some(({hasFailed}) => hasFailed);
  const hasMore = past.length > shown || lists.some(({next}) => next !== null);
  const history: CrmHistory = {
    ref,
    owners: load.owners,
    planned: activities
      .filter((one) => !hasHappened(one, now))
      .sort(byDeadline)
      .map((one) => viewActivity(one, context)),
    past: past.slice(0, shown).map((one) => viewActivity(one, context)),
    hasMore,
    loadMore: async () => {
      if (!hasMore) return history;
      const wanted = shown + options.limit;
      const isWanted = (): boolean =>
        pastOf(load, now).length < wanted && load.past.some(({next}) => next !== null);
      const problems = problemsIn(await load.loadPage(isWanted));
      return viewHistory(load, options, problems.length > 0 ? shown : wanted, problems);
    },
    openItems: load.openTypes.flatMap((typeId) =>
      openItems(typeId, load.all.get(openKey(ref, typeId)), {
        ref,
        locale,
        store,
        typeNames,
        nameOf,
      }),
    ),
    recentCalls: lists.every(({hasFailed}) => hasFailed)
      ? null
      : recentCalls({
          activities,
          knownSince: isPartial ? now : knownSince(load),
          now,
          phoneNumber: options.phoneNumber,
        }),
    currentActivity: options.currentActivity,
    problems: [...problemsIn(load.all), ...pageProblems, ...options.problems],
    locale,
    timeZone: load.timeZone,
    loadedAt: load.at,
    isOld: load.isOld,
  };
  return history;
}

/** What happened, as far back as all lists tell: an older entry of one might stand before one of another. */
function pastOf(load: HistoryLoad, now: number): readonly Activity[] {
  const since = knownSince(load);
  return load.activities
    .filter((one) => hasHappened(one, now) && timeOf(one) >= since)
    .sort((a, b) => timeOf(b) - timeOf(a) || b.id - a.id);
}

/** The moment from which on all is loaded; 0 when all is. */
function knownSince({past}: HistoryLoad): number {
  const ends = past.map(({next, activities}) => {
    const last = activities.at(-1);
    return next === null || last === undefined ? 0 : timeOf(last);
  });
  return Math.max(0, ...ends);
}

function byDeadline(a: Activity, b: Activity): number {
  const [one, other] = [a, b].map(({deadline}) => deadline ?? Infinity);
  return one === other ? a.id - b.id : (one ?? 0) - (other ?? 0);
}

function problemsIn(outcome: BatchOutcome): readonly HistoryProblem[] {
  return historyProblems(outcome, (key, call) =>
    /^(past|planned)_/.test(key) ? readList(call).problems : [],
  );
}
