/**
 * The port to a Bitrix24 portal: what the kit needs from it, whichever client library carries it.
 *
 * Every promise of the port settles within a stated time and rejects with a `CallCardError` only.
 */
import type {PlacementInterface} from '../model/portal/portal-answers.js';
import type {PortalNotice} from '../model/portal/portal-notice.js';
import type {BatchOutcome, RestAnswer} from '../model/portal/rest-answer.js';
import type {PortalSession} from '../model/portal/session.js';

export interface Portal {
  /**
   * Opens the connection. Another call gives the same promise, or after a failure a new attempt.
   * Rejects with `not-in-portal` or `timeout`.
   */
  connect(): Promise<PortalSession>;

  /**
   * Runs a placement command and resolves with the raw answer, also when it is an error as data.
   * Rejects with `timeout` when the portal is silent and with `bad-answer` when it is not JSON.
   */
  call(command: string, parameters: RequestParameters, options?: CallOptions): Promise<unknown>;

  /** Asks again what the placement offers. */
  readInterface(): Promise<PlacementInterface>;

  /**
   * Hears a placement event by its wire name and returns the undo. Bound to the portal once however
   * many listen; a name that the placement registers later is bound then.
   */
  listen(event: string, listener: (value: unknown) => void): () => void;

  /** Hears what happens beside the answers: late ones, foreign messages, requests. */
  observe(observer: (notice: PortalNotice) => void): () => void;

  /** Runs one REST method. Rejects with the error that the portal answered. */
  rest(method: string, parameters: RequestParameters, options?: RestOptions): Promise<RestAnswer>;

  /**
   * Runs at most 50 REST methods in one request. Rejects only when the whole batch failed; the
   * outcome of each call is in the map under its key.
   */
  batch(calls: BatchCalls, options?: RestOptions): Promise<BatchOutcome>;

  /** Opens a portal page in a slider; resolves when it was closed again. */
  openPath(path: string): Promise<void>;

  /** Gives the frame another size, in CSS pixels. */
  resize(size: {readonly width: number; readonly height: number}): Promise<void>;

  /** Ends the connection: what is under way rejects with `disconnected`. */
  dispose(): void;
}

export type RequestParameters = Readonly<Record<string, unknown>>;

export interface CallOptions {
  /** How long the portal may take, in milliseconds. */
  readonly timeLimit?: number;
}

export interface RestOptions {
  readonly signal?: AbortSignal;
}

/** The calls of a batch by their keys. A parameter may be a reference: `$result[item][item][id]`. */
export type BatchCalls = Readonly<
  Record<string, {readonly method: string; readonly parameters: RequestParameters}>
>;

/** The portal's limit for one batch. */
export const BATCH_LENGTH = 50;
