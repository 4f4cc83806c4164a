/** Loads the CRM records of one portal, shares what is loading, and knows their labels. */
import {toCallCardError} from '../../model/errors/call-card-error.js';
import type {Caller} from '../../model/call/caller.js';
import {entityKey, type EntityRef} from '../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../model/entity/entity-type.js';
import {importPart} from '../../model/lazy-import.js';
import type {BatchOutcome} from '../../model/portal/rest-answer.js';
import type {PortalSession} from '../../model/portal/session.js';
import type {BatchCalls, Portal} from '../../portal/portal.js';
import {abortedError, raceSignal} from '../../model/race-signal.js';
import {activityBindings} from './activity-bindings.js';
import {BatchQueue} from './batch-queue.js';
import {KeyedLocks} from '../sharing/keyed-locks.js';
import type {PeerFrames} from '../../model/hub/peer-channel.js';
import {layoutCalls} from './layout.js';
import {MetadataStore, type MetadataOwner} from '../cache/metadata-store.js';
import type {RetryingRest} from './retrying-rest.js';
import {callNumberOf} from '../actions/click-to-call.js';
import type {BatchResults} from './batch-results.js';
import type {CrmRecord, RecordOptions} from '../record.js';
import {assembleRecord, prepareLater} from '../record/assemble-record.js';
import {recordCalls, typeCalls} from './record-calls.js';
import {CrossFrameSingleFlight} from '../sharing/single-flight.js';
import {SHARED_FOR_MS, SharedLoad} from './shared-load.js';
import {SYSTEM_CLOCK, type Clock} from '../../model/clock.js';

interface Loading {
  readonly record: Promise<CrmRecord>;
  /** The record with all names, where one of the callers waits for them. */
  named?: Promise<CrmRecord>;
  /** Ends what is only waiting: nobody wants the record any more. */
  readonly giveUp: AbortController;
  callers: number;
  settled: boolean;
}

export class RecordLoader {
  readonly #portal: Portal;
  readonly #time: Clock;
  readonly #queue: BatchQueue;
  readonly #records = new Map<string, Loading>();
  readonly #metadata = new Map<string, MetadataStore>();
  readonly #frames: PeerFrames | undefined;
  #share: CrossFrameSingleFlight | undefined;

  /** @param frames - the app's other frames, with which records are shared */
  constructor(portal: Portal, time: Clock = SYSTEM_CLOCK, frames?: PeerFrames) {
    this.#portal = portal;
    this.#time = time;
    this.#frames = frames;
    this.#queue = new BatchQueue(portal, time);
  }

  /** See `CrmStore.record`. */
  record(
    ref: EntityRef,
    {signal, reload = false, names = 'all'}: RecordOptions = {},
  ): Promise<CrmRecord> {
    return raceSignal(signal, 'crm.item.get', () => {
      const loading = this.#shared(ref, reload);
      loading.callers += 1;
      signal?.addEventListener('abort', () => this.#leave(ref, loading), {once: true});
      if (names === 'later') return loading.record;
      return (loading.named ??= loading.record.then((record) => record.loadNames()));
    });
  }

  /** See `CrmStore.activityBindings`. */
  activityBindings(activityId: number): Promise<readonly EntityRef[]> {
    return activityBindings(this.#patientRest(), activityId);
  }

  /** See `CrmStore.findCallers`. */
  findCallers(
    number: string,
    {signal}: Pick<RecordOptions, 'signal'> = {},
  ): Promise<readonly Caller[]> {
    return raceSignal(signal, 'crm.duplicate.findbycomm', async () => {
      const search = import('./caller-search.js').then(({findCallers}) => findCallers);
      const rest = this.#patientRest(signal);
      const run = (calls: BatchCalls) => this.#queue.run(calls, rest.signal);
      return (await importPart(search))(rest, number, run);
    });
  }

  #patientRest(signal: AbortSignal = new AbortController().signal): RetryingRest {
    return {portal: this.#portal, time: this.#time, signal};
  }

  #shared(ref: EntityRef, reload: boolean): Loading {
    const known = reload ? undefined : this.#records.get(entityKey(ref));
    if (known !== undefined) return known;
    const giveUp = new AbortController();
    const record = this.#load(ref, giveUp.signal, reload);
    const loading: Loading = {record, giveUp, callers: 0, settled: false};
    this.#records.set(entityKey(ref), loading);
    const forget = (): void => this.#forget(ref, loading);
    const forgetLater = (): unknown => this.#time.after(SHARED_FOR_MS, forget);
    record
      .finally(() => (loading.settled = true))
      .then(forgetLater, (error: unknown) => (isAboutRecord(error) ? forgetLater() : forget()));
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

  async #load(ref: EntityRef, signal: AbortSignal, reload: boolean): Promise<CrmRecord> {
    const session = await this.#portal.connect();
    const store = this.#metadataOf(session);
    const load = await SharedLoad.begin(
      {
        ref,
        language: session.language,
        typeCalls: typeCalls(ref.typeId, entityTypeOf(ref.typeId)),
        store,
        signal,
        time: this.#time,
        run: (calls) => this.#queue.run(calls, signal),
      },
      // What is asked for again is wanted as it is now.
      reload ? undefined : this.#shareOf(session),
    );
    try {
      // While another frame was loading it, everybody here has stopped waiting.
      if (signal.aborted) throw abortedError('crm.item.get');
      return await this.#read(ref, session, store, load.answers);
    } finally {
      load.end();
    }
  }

  async #read(
    ref: EntityRef,
    session: PortalSession,
    store: MetadataStore,
    answers: BatchResults,
  ): Promise<CrmRecord> {
    const type = entityTypeOf(ref.typeId);
    const shared = typeCalls(ref.typeId, type);
    const run = (calls: BatchCalls): Promise<BatchOutcome> => answers.run(calls);
    // Not shared with a record that is still loading: its batch may be stuck, and this one is later.
    const coming = run({
      ...recordCalls(ref, type, {
        withPeople: !store.usersRefused,
        references: store.referencesOf(ref.typeId),
      }),
      ...layoutCalls(ref, type),
      ...store.unknownOf(shared),
    });
    const stopPreparing = prepareLater(session.language);
    const outcome = await coming;
    stopPreparing();
    return assembleRecord({
      ref,
      language: session.language,
      store,
      callNumber: callNumberOf(this.#portal),
      metadata: store.learn(shared, outcome),
      outcome,
      run,
    });
  }

  #shareOf({memberId, origin}: PortalSession): CrossFrameSingleFlight | undefined {
    if (this.#frames === undefined) return undefined;
    const locks = new KeyedLocks(`call-card-kit data ${memberId === '' ? origin : memberId}`);
    return (this.#share ??= new CrossFrameSingleFlight(this.#frames, locks, this.#time));
  }

  #metadataOf(session: MetadataOwner): MetadataStore {
    const key = `${session.memberId} ${session.language}`;
    const store = this.#metadata.get(key) ?? new MetadataStore(session, this.#time);
    this.#metadata.set(key, store);
    return store;
  }
}

/** What the portal says of the record itself, it says again a moment later. */
function isAboutRecord(error: unknown): boolean {
  const {code} = toCallCardError(error);
  return code === 'not-found' || code === 'not-allowed';
}
