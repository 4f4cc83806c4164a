/**
 * The controller's place among the app's other frames: what it tells them, what it takes from them,
 * and what it does alone while there is nobody. The hub itself is fetched when the portal has answered.
 */
import {CallCardError, disconnected, messageOf} from '../model/errors/call-card-error.js';
import type {CardCommand} from '../model/card/card-command.js';
import type {HubCall} from '../model/hub/hub-call.js';
import {newId} from '../model/new-id.js';
import type {LeaderRank} from '../model/hub/hub-frame.js';
import type {ActionOutcome, HubAction} from '../model/hub/hub-message.js';
import type {AnnouncedAction} from '../model/card/operator-action.js';
import type {PortalSession} from '../model/portal/session.js';
import type {PeerChannel, PeerFrames} from '../model/hub/peer-channel.js';
import type {HubAdapterOptions, HubAdapter} from './hub/hub-adapter.js';
import type {HubActionRequest} from '../hub/actions/action-delivery.js';
import type {DraftLine} from '../hub/sharing/shared-drafts.js';
import type {Diagnostics} from './telemetry/diagnostics.js';
import type {SnapshotStore} from './snapshot-store.js';

/** Makes this frame's end of the hub. */
export type OpenHub = (seat: HubAdapterOptions) => Promise<HubAdapter>;

export interface HubClientOptions {
  readonly store: SnapshotStore;
  /** None: this frame is alone. */
  readonly openHub: OpenHub | undefined;
  readonly rank: (isWorker: boolean) => LeaderRank;
  readonly handles: () => readonly AnnouncedAction[];
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  /** This frame begins to lead, or stops. */
  readonly leads: (leads: boolean) => void;
  readonly count: (counter: keyof Diagnostics) => void;
  /** The card of this call was opened before this frame was loaded. */
  readonly recall: (callId: string) => void;
}

type ActionContent = Pick<HubAction, 'action' | 'source'>;

export class HubClient implements PeerFrames {
  readonly #options: HubClientOptions;
  #seated: HubAdapter | undefined;
  #isOpening: boolean;
  /** The call that was recalled last, or tried to. */
  #recalled: string | null = null;
  /** Who waits until the other frames are known, or can't be. */
  readonly #waiting: ((reason?: CallCardError) => void)[] = [];

  constructor(options: HubClientOptions) {
    this.#options = options;
    this.#isOpening = options.openHub !== undefined;
  }

  async whenConnected(): Promise<PeerChannel | undefined> {
    await this.whenMet()?.catch(() => undefined);
    return this.#hub?.data;
  }

  /** The same for the notes that are not saved. */
  async whenDrafts(): Promise<DraftLine | undefined> {
    await this.whenMet()?.catch(() => undefined);
    return this.#hub?.drafts;
  }

  /** Joins the other frames. What can't be fetched or opened leaves this frame alone. */
  async open(session: PortalSession): Promise<void> {
    const {openHub} = this.#options;
    if (openHub && !this.#seated) {
      try {
        const seated = await openHub(this.#seat(session));
        // Disposed meanwhile.
        if (!this.#isOpening) return;
        this.#seated = seated;
        await seated.hub.open();
      } catch {
        // A part of the kit could not be loaded: what needs no other frame works all the same.
        this.#seated = undefined;
      }
    }
    this.#isOpening = false;
    this.follow();
    this.#settle();
  }

  /**
   * Resolves when the other frames are met, or can't be; nothing while there is none to wait for.
   * Rejects with what the connection fails with, and with `disconnected`.
   */
  whenMet(): Promise<void> | undefined {
    if (!this.#isOpening) return undefined;
    return new Promise((resolve, reject) => {
      this.#waiting.push((reason) => (reason ? reject(reason) : resolve()));
      this.follow();
    });
  }

  /** Something about this frame has changed: the others hear what concerns them. */
  follow(): void {
    this.#seated?.tell();
    this.#leadsChanged();
    this.#recall();
    const {snapshot} = this.#options.store;
    // Where the portal can't be reached, nobody else can be either.
    if (snapshot.status === 'failed') this.#settle(snapshot.error);
  }

  /**
   * Brings what the operator asks for to the frame that leads. Rejects with what `connect` rejects
   * with, with `disconnected` when the controller is disposed before it is connected, and with
   * `app-failed` when the app fails.
   */
  async request(content: ActionContent): Promise<ActionOutcome> {
    if (this.#isOpening) await this.whenMet();
    const asked = {...content, callId: this.callId()};
    if (this.#hub) {
      const end = await this.#hub.request(asked);
      if (end.outcome === 'failed') throw appFailed(content, end.message);
      return end.outcome;
    }
    try {
      await this.#options.act({
        ...asked,
        id: `alone-${newId()}`,
        status: 'sent',
        interrupted: false,
      });
    } catch (error) {
      throw appFailed(content, messageOf(error), error);
    }
    return 'done';
  }

  /** See `HubAdapter.takes`. */
  takes(command: CardCommand, callId: string | null): boolean {
    return this.#seated?.takes(command, callId) ?? false;
  }

  run(command: CardCommand, callId: string | null): Promise<unknown> {
    return this.#hub?.run(command, callId) ?? this.#options.runHere(command, callId);
  }

  /** The call that is meant where none is named: this frame's own, or the only one there is. */
  callId(): string | null {
    return this.#options.store.snapshot.call?.id ?? this.#seated?.onlyCall() ?? null;
  }

  /** See `Hub.elsewhere`. */
  elsewhere(callId: string): HubCall | undefined {
    return this.#hub?.elsewhere(callId);
  }

  dispose(): void {
    this.#hub?.close();
    this.#seated = undefined;
    this.#isOpening = false;
    this.#settle(disconnected('connect'));
    this.#options.leads(false);
  }

  #settle(reason?: CallCardError): void {
    for (const end of this.#waiting.splice(0)) end(reason);
  }

  get #hub(): HubAdapter['hub'] | undefined {
    return this.#seated?.hub;
  }

  #seat(session: PortalSession): HubAdapterOptions {
    return {
      ...this.#options,
      session,
      changed: (surroundings) => {
        if (!this.#seated) return;
        this.#options.store.setPeerState(surroundings);
        this.#leadsChanged();
      },
    };
  }

  #recall(): void {
    const {store, recall} = this.#options;
    if (this.#isOpening || store.snapshot.status !== 'ready') return;
    const callId = this.#seated?.missedCall ?? null;
    if (callId === this.#recalled) return;
    // Forgotten with the tab: the next page in it may know more.
    this.#recalled = callId;
    if (callId !== null) recall(callId);
  }

  #leadsChanged(): void {
    const {store, leads, rank} = this.#options;
    if (this.#isOpening || store.snapshot.status !== 'ready') return;
    leads(rank(false) !== 'none' && (this.#hub?.leads ?? true));
  }
}

function appFailed({action}: ActionContent, message: string, cause?: unknown): CallCardError {
  const {name: request, ...parameters} = action;
  return new CallCardError('app-failed', message, {request, parameters, cause});
}
