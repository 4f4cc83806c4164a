/** Loads histories and activities, once for all who want the same. */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import type {Clock} from '../../model/clock.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {abortedError, raceSignal} from '../../model/async/race-signal.js';
import {whenIdle} from '../../model/async/when-idle.js';
import type {BatchCalls} from '../../portal/portal.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import type {ActivityOptions, CrmActivity, CrmHistory, HistoryOptions} from '../history.js';
import type {CrmRecord, RecordOptions} from '../record.js';
import type {BatchQueue} from '../request/batch-queue.js';
import {FRESH_FOR_MS} from '../request/shared-load.js';
import type {CrossFrameSingleFlight} from '../sharing/single-flight.js';
import {ActivityLoad} from './activity-load.js';
import {activityKey} from './history-calls.js';
import {HistoryLoad, historyKey, mainCallOf} from './history-load.js';
import {storeHistoryUse} from './history-use.js';
import {historyOwners} from './history-owners.js';
import {problemOf} from './history-problems.js';
import {viewHistory} from './history-view.js';
import {LoadsInFlight} from './loads-in-flight.js';
import {SharedAnswers} from './shared-answers.js';

/** What loads records, and serves histories as well. */
export interface HistorySource {
  readonly time: Clock;
  readonly queue: BatchQueue;
  readonly open: () => Promise<OpenSource>;
  readonly record: (ref: EntityRef, options: RecordOptions) => Promise<CrmRecord>;
}

/** What is the same for all loads of a connection. */
export interface OpenSource {
  readonly language: string;
  readonly memberId: string;
  readonly store: MetadataStore;
  /** None where the app has no other frames. */
  readonly share: CrossFrameSingleFlight | undefined;
}

type LoadOptions = Required<Pick<ActivityOptions, 'reload' | 'acceptOld'>> & {
  /** Whether what the portal's limits refused is asked for again. */
  readonly retries: boolean;
};

/** What is asked for first when a history is opened. */
const DEFAULT_LIMIT = 10;

export class HistoryLoader {
  readonly #source: HistorySource;
  readonly #histories: LoadsInFlight<HistoryLoad>;
  readonly #activities: LoadsInFlight<ActivityLoad>;

  constructor(source: HistorySource) {
    this.#source = source;
    this.#histories = new LoadsInFlight(source.time);
    this.#activities = new LoadsInFlight(source.time);
  }

  /** See `CrmStore.history`. */
  history(ref: EntityRef, options: HistoryOptions = {}): Promise<CrmHistory> {
    const {signal, limit = DEFAULT_LIMIT, keep, phoneNumber = null, activityId} = options;
    const how = howToLoad(options);
    return raceSignal(signal, 'crm.activity.list', async () => {
      const record = await this.#recordOf(ref, signal);
      // The record has the first picture, too.
      await whenIdle();
      // From now on the worker prefetches them.
      storeHistoryUse((await this.#source.open()).memberId, this.#source.time.now());
      const [load, current] = await Promise.all([
        this.#histories.join(historyKey(ref), how, signal, (given) =>
          this.#loadHistory(ref, record, given, how),
        ),
        activityId ? this.#current(activityId, options) : undefined,
      ]);
      if (keep !== undefined) load.offerUntil(keep);
      return viewHistory(load, {
        now: () => this.#source.time.now(),
        limit: Math.max(1, limit),
        phoneNumber,
        currentActivity: current?.activity ?? null,
        problems: current?.problems ?? [],
      });
    });
  }

  /** See `CrmStore.activity`. */
  activity(id: number, options: ActivityOptions = {}): Promise<CrmActivity> {
    const {signal, keep} = options;
    return raceSignal(signal, 'crm.activity.get', async () => {
      const load = await this.#joinActivity(id, options);
      if (keep !== undefined) load.offerUntil(keep);
      return load.activity(this.#source.time.now());
    });
  }

  /** See `CrmStore.prefetch`. Never rejects. */
  async prefetch(ref: EntityRef, keep: AbortSignal): Promise<void> {
    const how = {reload: false, acceptOld: false, retries: false};
    try {
      const record = await this.#recordOf(ref, keep);
      const load = await this.#histories.join(historyKey(ref), how, keep, (given) =>
        this.#loadHistory(ref, record, given, how),
      );
      load.offerUntil(keep);
    } catch {
      // The frame that wants the history asks for it, and shows why it can't be loaded.
    }
  }

  /** It names whose activities they are. */
  #recordOf(ref: EntityRef, signal: AbortSignal | undefined): Promise<CrmRecord> {
    return this.#source.record(ref, {
      names: 'later',
      acceptOld: true,
      ...(signal === undefined ? {} : {signal}),
    });
  }

  async #loadHistory(
    ref: EntityRef,
    record: CrmRecord,
    signal: AbortSignal,
    how: LoadOptions,
  ): Promise<HistoryLoad> {
    const {language, store} = await this.#source.open();
    const answers = await this.#begin(historyKey(ref), mainCallOf(ref), signal, how);
    const load = new HistoryLoad({
      ref,
      owners: historyOwners(record),
      language,
      store,
      answers,
    });
    try {
      // While another frame was loading it, all callers here have stopped waiting.
      if (signal.aborted) throw abortedError('crm.activity.list');
      await load.load();
    } finally {
      load.end();
    }
    load.throwIfEmpty();
    return load;
  }

  /** What goes wrong with the call's own activity costs nothing else. */
  async #current(id: number, options: ActivityOptions): Promise<Current> {
    try {
      const load = await this.#joinActivity(id, options);
      if (options.keep !== undefined) load.offerUntil(options.keep);
      return {activity: load.activity(this.#source.time.now()), problems: load.problems};
    } catch (thrown) {
      const error = toCallCardError(thrown, 'crm.activity.get');
      return {activity: null, problems: [problemOf('activity', error)]};
    }
  }

  #joinActivity(id: number, options: ActivityOptions): Promise<ActivityLoad> {
    const how = howToLoad(options);
    return this.#activities.join(activityKey(id), how, options.signal, async (signal) => {
      const {language, store} = await this.#source.open();
      const answers = await this.#begin(activityKey(id), activityKey(id), signal, how);
      const load = new ActivityLoad({id, language, store, answers});
      try {
        if (signal.aborted) throw abortedError('crm.activity.get');
        await load.load();
      } finally {
        load.end();
      }
      return load;
    });
  }

  async #begin(
    key: string,
    mainCall: string,
    signal: AbortSignal,
    {reload, acceptOld, retries}: LoadOptions,
  ): Promise<SharedAnswers> {
    const {language, store, share} = await this.#source.open();
    const {time, queue} = this.#source;
    return SharedAnswers.begin(
      {
        key,
        mainCall,
        language,
        store,
        signal,
        time,
        run: (calls: BatchCalls) => queue.run(calls, signal, {retries}),
        retries,
        maxAge: acceptOld ? Infinity : FRESH_FOR_MS,
      },
      share,
      reload,
    );
  }
}

interface Current {
  readonly activity: CrmActivity | null;
  readonly problems: CrmHistory['problems'];
}

function howToLoad({reload = false, acceptOld = false}: ActivityOptions): LoadOptions {
  return {reload, acceptOld, retries: true};
}
