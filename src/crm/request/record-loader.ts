/** Loads the CRM records of one portal, shares what is loading, and knows their labels. */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import type {Caller} from '../../model/call/caller.js';
import type {Colleague} from '../../model/call/colleague.js';
import {entityKey, type EntityRef} from '../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../model/entity/entity-type.js';
import {importPart} from '../../model/async/lazy-import.js';
import type {PortalSession} from '../../model/portal/session.js';
import type {BatchCalls, Portal} from '../../portal/portal.js';
import {abortedError, raceSignal} from '../../model/async/race-signal.js';
import type {HistoryLoader, OpenSource} from '../history/history-loader.js';
import {activityBindings} from './activity-bindings.js';
import {BatchQueue} from './batch-queue.js';
import {KeyedLocks, locksOfPage, type LocksOfPage} from '../sharing/keyed-locks.js';
import type {PeerFrames} from '../../model/hub/peer-channel.js';
import {layoutCalls} from './layout.js';
import {showsHistories} from '../cache/history-use.js';
import {MetadataStore, type MetadataOwner} from '../cache/metadata-store.js';
import type {RetryingRest} from './retrying-rest.js';
import {callNumber, callNumberOf, type Telephone} from '../actions/click-to-call.js';
import type {CrmRecord, RecordOptions} from '../record.js';
import {assembleRecord, prepareLater} from '../record/assemble-record.js';
import {codesIn} from '../record/field-sections.js';
import {itemKey, recordCalls, typeCalls} from './record-calls.js';
import {CrossFrameSingleFlight} from '../sharing/single-flight.js';
import {FRESH_FOR_MS, SHARED_FOR_MS, SharedLoad} from './shared-load.js';
import {SYSTEM_CLOCK, type Clock} from '../../model/clock.js';

interface LoadOptions extends Required<Pick<RecordOptions, 'reload' | 'acceptOld'>> {
  /** Whether what the portal's limits refused is asked for again. */
  readonly retries: boolean;
}

interface Loading {
  readonly load: Promise<SharedLoad>;
  readonly record: Promise<CrmRecord>;
  /** The record with all names, where one of the callers waits for them. */
  named?: Promise<CrmRecord>;
  /** Ends what is only waiting: nobody wants the record any more. */
  readonly giveUp: AbortController;
  callers: number;
  settled: boolean;
  /** Whether the record is one that another frame has kept for long. */
  isOld: boolean;
}

export class RecordLoader {
  readonly #portal: Portal;
  readonly time: Clock;
  readonly queue: BatchQueue;
  readonly #records = new Map<string, Loading>();
  readonly #metadata = new Map<string, MetadataStore>();
  readonly #frames: PeerFrames | undefined;
  readonly #locks: LocksOfPage | null;
  #share: CrossFrameSingleFlight | undefined;
  #histories: HistoryLoader | undefined;

  /**
   * @param frames - the app's other frames, with which records are shared
   * @param locks - by which they agree on who loads what; null where the browser has none
   */
  constructor(
    portal: Portal,
    time: Clock = SYSTEM_CLOCK,
    frames?: PeerFrames,
    locks: LocksOfPage | null = locksOfPage(),
  ) {
    this.#locks = locks;
    this.#portal = portal;
    this.time = time;
    this.#frames = frames;
    this.queue = new BatchQueue(portal, time);
  }

  /** See `CrmStore.record`. */
  record(
    ref: EntityRef,
    {signal, reload = false, names = 'all', keep, acceptOld = false}: RecordOptions = {},
  ): Promise<CrmRecord> {
    return raceSignal(signal, 'crm.item.get', () => {
      const loading = this.#shared(ref, {reload, acceptOld, retries: true});
      loading.callers += 1;
      if (keep !== undefined)
        void loading.load.then(
          (load) => load.offerUntil(keep),
          () => undefined,
        );
      signal?.addEventListener('abort', () => this.#leave(ref, loading));
      if (names === 'later') return loading.record;
      return (loading.named ??= loading.record.then((record) => record.loadNames()));
    });
  }

  /** See `CrmStore.prefetch`. */
  async prefetch(ref: EntityRef, keep: AbortSignal, history?: boolean): Promise<void> {
    if (keep.aborted) return;
    await this.#prefetchRecord(ref, keep);
    try {
      const {memberId} = await this.open();
      if (history ?? showsHistories(memberId, this.time.now())) {
        await (await this.histories()).prefetch(ref, keep);
      }
    } catch {
      // The frame that wants the history asks for it.
    }
  }

  /** Never rejects. */
  async #prefetchRecord(ref: EntityRef, keep: AbortSignal): Promise<void> {
    const loading = this.#shared(ref, {reload: false, acceptOld: false, retries: false});
    loading.callers += 1;
    keep.addEventListener('abort', () => this.#leave(ref, loading));
    try {
      const record = await loading.record;
      (await loading.load).offerUntil(keep);
      await record.loadNames(record.layout === null ? record.fieldNames : codesIn(record.layout));
    } catch {
      // The frame that wants the record asks for it, and shows why it can't be loaded.
    }
  }

  /** See `CrmStore.activityBindings`. */
  activityBindings(activityId: number): Promise<readonly EntityRef[]> {
    return activityBindings(this.#patientRest(), activityId);
  }

  /** See `CallCardController.callNumber`. */
  callNumber(number: string): Promise<Telephone> {
    return callNumber(this.#portal, number);
  }

  /** See `CrmStore.findCallers`. */
  findCallers(
    number: string,
    {signal}: Pick<RecordOptions, 'signal'> = {},
  ): Promise<readonly Caller[]> {
    return raceSignal(signal, 'crm.duplicate.findbycomm', async () => {
      const search = import('./caller-search.js').then(({findCallers}) => findCallers);
      const rest = this.#patientRest(signal);
      const run = (calls: BatchCalls) => this.queue.run(calls, rest.signal);
      return (await importPart(search))(rest, number, run);
    });
  }

  /** See `CrmStore.findColleagues`. */
  async findColleagues(
    words: string,
    {signal}: Pick<RecordOptions, 'signal'> = {},
  ): Promise<readonly Colleague[]> {
    const search = import('./colleague-search.js').then(({findColleagues}) => findColleagues);
    return (await importPart(search))(this.#portal, words, signal);
  }

  /** What loads histories, fetched when the first one is wanted. */
  async histories(): Promise<HistoryLoader> {
    const {HistoryLoader} = await importPart(import('../history/history-loader.js'));
    return (this.#histories ??= new HistoryLoader(this));
  }

  /** What is the same for all loads of the connection, which is waited for. */
  async open(): Promise<OpenSource> {
    const session = await this.#portal.connect();
    const {language, memberId} = session;
    return {
      ...{language, memberId},
      store: this.#metadataOf(session),
      share: this.#shareOf(session),
    };
  }

  #patientRest(signal: AbortSignal = new AbortController().signal): RetryingRest {
    return {portal: this.#portal, time: this.time, signal};
  }

  #shared(ref: EntityRef, options: LoadOptions): Loading {
    const known = options.reload ? undefined : this.#records.get(entityKey(ref));
    if (known !== undefined && (options.acceptOld || !known.isOld)) return known;
    const giveUp = new AbortController();
    const load = this.#begin(ref, giveUp.signal, options);
    const record = load.then((begun) => this.#load(ref, giveUp.signal, begun));
    const loading: Loading = {load, record, giveUp, callers: 0, settled: false, isOld: false};
    this.#records.set(entityKey(ref), loading);
    const forget = (): void => this.#forget(ref, loading);
    const end = (isOld: boolean, isShared: boolean): void => {
      loading.settled = true;
      loading.isOld = isOld;
      if (isShared) this.time.after(SHARED_FOR_MS, forget);
      else forget();
    };
    record.then(
      ({isOld}) => end(isOld, true),
      (error: unknown) => end(false, isAboutRecord(error)),
    );
    return loading;
  }

  #leave(ref: EntityRef, loading: Loading): void {
    loading.callers -= 1;
    if (loading.callers > 0 || loading.settled) return;
    this.#forget(ref, loading);
    loading.giveUp.abort();
  }

  #forget(ref: EntityRef, loading: Loading): void {
    if (this.#records.get(entityKey(ref)) === loading) this.#records.delete(entityKey(ref));
  }

  async #begin(
    ref: EntityRef,
    signal: AbortSignal,
    {reload, acceptOld, retries}: LoadOptions,
  ): Promise<SharedLoad> {
    const {language, store, share} = await this.open();
    return SharedLoad.begin(
      {
        ref,
        language,
        typeCalls: typeCalls(ref.typeId, entityTypeOf(ref.typeId)),
        store,
        signal,
        time: this.time,
        run: (calls) => this.queue.run(calls, signal, {retries}),
        retries,
        maxAge: acceptOld ? Infinity : FRESH_FOR_MS,
      },
      share,
      reload,
    );
  }

  async #load(ref: EntityRef, signal: AbortSignal, load: SharedLoad): Promise<CrmRecord> {
    try {
      // While another frame was loading it, all callers here have stopped waiting.
      if (signal.aborted) throw abortedError('crm.item.get');
      return await this.#read(ref, load);
    } finally {
      load.end();
    }
  }

  async #read(ref: EntityRef, load: SharedLoad): Promise<CrmRecord> {
    const {language, store, typeCalls: shared} = load;
    const type = entityTypeOf(ref.typeId);
    // Not shared with a record that is still loading: its batch may be stuck, and this one is later.
    const references = store.referencesOf(ref.typeId);
    const isAsked = !load.answers.all.has(itemKey(ref));
    const coming = load.answers.run({
      ...recordCalls(ref, type, {withPeople: !store.usersRefused, references}),
      ...layoutCalls(ref, type),
      ...store.unknownOf(shared),
    });
    const stopPreparing = prepareLater(language);
    const outcome = await coming;
    stopPreparing();
    return assembleRecord({
      ref,
      loadedAt: load.at,
      isOld: load.isOld,
      language,
      store,
      callNumber: callNumberOf(this.#portal),
      metadata: store.learn(shared, outcome),
      outcome,
      all: load.answers.all,
      // Another frame may have known of other fields.
      references: isAsked ? references : [],
      run: (calls) => load.runOnce(calls),
    });
  }

  #shareOf({memberId, origin}: PortalSession): CrossFrameSingleFlight | undefined {
    if (this.#frames === undefined) return undefined;
    const name = `call-card-kit data ${memberId === '' ? origin : memberId}`;
    const locks = new KeyedLocks(name, this.#locks);
    return (this.#share ??= new CrossFrameSingleFlight(this.#frames, locks, this.time));
  }

  #metadataOf(session: MetadataOwner): MetadataStore {
    const key = `${session.memberId} ${session.language}`;
    const store = this.#metadata.get(key) ?? new MetadataStore(session, this.time);
    this.#metadata.set(key, store);
    return store;
  }
}

/** What the portal says of the record itself, it says again a moment later. */
function isAboutRecord(error: unknown): boolean {
  const {code} = toCallCardError(error);
  return code === 'not-found' || code === 'not-allowed';
}
