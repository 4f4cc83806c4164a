/**
 * The CRM records of one portal. What loads and formats them is fetched when a record is asked for:
 * many a page, the background worker above all, never does.
 */
import type {Caller} from '../model/call/caller.js';
import type {Colleague} from '../model/call/colleague.js';
import type {EntityRef} from '../model/entity/entity-ref.js';
import {importPart} from '../model/async/lazy-import.js';
import type {RestAnswer} from '../model/portal/rest-answer.js';
import type {Portal, RequestParameters} from '../portal/portal.js';
import type {PeerFrames} from '../model/hub/peer-channel.js';
import type {RecordLoader} from './request/record-loader.js';
import type {ActivityOptions, CrmActivity, CrmHistory, HistoryOptions} from './history.js';
import type {CrmRecord, RecordOptions} from './record.js';

export class CrmStore {
  readonly #portal: Portal;
  readonly #frames: () => PeerFrames | undefined;
  #loader: Promise<RecordLoader> | undefined;

  /** @param frames - the app's other frames: what one loads, all get */
  constructor(portal: Portal, frames: () => PeerFrames | undefined = () => undefined) {
    this.#portal = portal;
    this.#frames = frames;
  }

  /**
   * Loads a record with labels, stage and the names of what it points at, in one HTTP request; in
   * two when only the record tells of some. Waits for the connection and, a few times, for the
   * portal's limits; parts that fail are named in `problems`.
   *
   * Rejects with a `CallCardError`: `not-allowed`, `not-found`, `missing-scope`, `limit-reached`,
   * `offline`, `unavailable`, `bad-answer`, what `connect` rejects with, and `aborted`, which ends
   * only this caller's waiting.
   */
  async record(ref: EntityRef, options?: RecordOptions): Promise<CrmRecord> {
    return (await this.prepare()).record(ref, options);
  }

  /**
   * Loads a record with the names of what the operator's layout shows, for the app's other frames: they
   * get it without a request until the signal is aborted. Kept in memory only. Never rejects, and gives
   * up at the portal's limits: a frame that wants the record asks for it then.
   *
   * @param history - whether its history is loaded after it, too. Default: when the app has shown one
   *   within the last days
   */
  async prefetch(ref: EntityRef, keep: AbortSignal, history?: boolean): Promise<void> {
    await this.prepare().then(
      (loader) => loader.prefetch(ref, keep, history),
      () => undefined,
    );
  }

  /**
   * Loads what happened with a record and its contacts and company, what is planned, and which of
   * their deals, quotes, invoices and smart processes are open. Waits for the record, and never takes
   * its place in a request: one request more, or two of a portal that this page does not know yet.
   * Parts that fail are named in `problems`.
   *
   * Rejects with what `record` rejects with, with what the portal answered when nothing at all could
   * be loaded, and with `aborted`.
   */
  async history(ref: EntityRef, options?: HistoryOptions): Promise<CrmHistory> {
    return (await (await this.prepare()).histories()).history(ref, options);
  }

  /**
   * Loads one activity, by the `activityId` of a call, with the transcript of the call where the
   * portal has one and the app may read it. Rejects with `not-allowed`, `not-found` and whatever else
   * the portal answered, and with `aborted`.
   */
  async activity(id: number, options?: ActivityOptions): Promise<CrmActivity> {
    return (await (await this.prepare()).histories()).activity(id, options);
  }

  /**
   * The records that a call's activity is bound to, smart processes among them; nothing where the
   * portal does not tell. Rejects where it did not answer, or nothing that could be read.
   */
  async activityBindings(activityId: number): Promise<readonly EntityRef[]> {
    return (await this.prepare()).activityBindings(activityId);
  }

  /**
   * The contacts, companies and leads that have the number. Rejects with what the portal answered
   * to the search, and with `aborted`.
   */
  async findCallers(
    number: string,
    options?: Pick<RecordOptions, 'signal'>,
  ): Promise<readonly Caller[]> {
    return (await this.prepare()).findCallers(number, options);
  }

  /**
   * The colleagues whose name, position or department begins with the words, those online first.
   * Rejects with what the portal answered, `missing-scope` above all: it needs one of `user_brief`,
   * `user_basic` and `user`. And with `aborted`.
   */
  async findColleagues(
    words: string,
    options?: Pick<RecordOptions, 'signal'>,
  ): Promise<readonly Colleague[]> {
    return (await this.prepare()).findColleagues(words, options);
  }

  /**
   * Runs a REST method once the portal is connected. Rejects with what `connect` rejects with, and
   * with the error that the portal answered.
   */
  async rest(method: string, parameters: RequestParameters): Promise<RestAnswer> {
    await this.#portal.connect();
    return this.#portal.rest(method, parameters);
  }

  /** Fetches what loads records, so that it is there when the first one is wanted. */
  prepare(): Promise<RecordLoader> {
    return (this.#loader ??= this.#load());
  }

  async #load(): Promise<RecordLoader> {
    try {
      const {RecordLoader} = await importPart(import('./request/record-loader.js'));
      return new RecordLoader(this.#portal, undefined, this.#frames());
    } catch (error) {
      this.#loader = undefined;
      throw error;
    }
  }
}
