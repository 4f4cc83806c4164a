/**
 * The controller's place among the app's other frames: what it tells them, what it takes from them,
 * and what it does alone while there is nobody. The hub itself is fetched beside the portal's answer.
 */
import {CallCardError} from '../model/call-card-error.js';
import type {CardCommand} from '../model/card-command.js';
import type {HubCall} from '../model/hub-call.js';
import type {LeaderRank} from '../model/hub-frame.js';
import type {ActionOutcome, HubAction} from '../model/hub-message.js';
import type {PortalSession} from '../model/session.js';
import type {FrameLine, OtherFrames} from '../crm/frame-line.js';
import type {HubSeat, SeatedHub} from './hub/hub-seat.js';
import type {HubActionRequest} from './hub/action-desk.js';
import type {Diagnostics} from './diagnostics.js';
import type {SnapshotStore} from './snapshot-store.js';
import type {HubState} from './snapshot.js';

/** Makes this frame's end of the hub. */
export type OpenHub = (seat: HubSeat) => Promise<SeatedHub>;

export interface HubDeskOptions {
  readonly store: SnapshotStore;
  /** None: this frame is alone. */
  readonly openHub: OpenHub | undefined;
  readonly rank: (isWorker: boolean) => LeaderRank;
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  readonly act: (request: HubActionRequest) => Promise<void> | undefined;
  /** This frame begins to lead, or stops. */
  readonly leads: (leads: boolean) => void;
  readonly count: (counter: keyof Diagnostics) => void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: CallCardError) => void;
}

type ActionContent = Pick<HubAction, 'action' | 'source'>;

export class HubDesk implements OtherFrames {
  readonly #options: HubDeskOptions;
  #seated: SeatedHub | undefined;
  #isOpening = false;
  /** Who waits until the other frames are known. */
  readonly #waiting: Waiting[] = [];
  #ids = 0;

  constructor(options: HubDeskOptions) {
    this.#options = options;
    this.#isOpening = options.openHub !== undefined;
  }

  get state(): HubState {
    return this.#hub?.state ?? {status: 'off'};
  }

  /** The way on which the frames share what they have loaded. */
  get line(): FrameLine | undefined {
    return this.#hub?.data;
  }

  whenLine(): Promise<FrameLine | undefined> {
    const line = (): FrameLine | undefined => this.line;
    return this.#whenOpen().then(line, line);
  }

  /** Joins the other frames. What can't be fetched or opened leaves this frame alone. */
  async open(session: PortalSession): Promise<void> {
    const {openHub} = this.#options;
    if (openHub !== undefined && this.#seated === undefined) {
      try {
        this.#seated = await openHub(this.#seat(session));
        await this.#seated.open();
      } catch {
        // A part of the kit could not be loaded: what needs no other frame works all the same.
        this.#seated = undefined;
      }
    }
    this.#isOpening = false;
    this.follow();
    for (const {resolve} of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when the other frames are met, or can't be; nothing while there is none to wait for. */
  whenMet(): Promise<void> | undefined {
    if (!this.#isOpening || this.#options.store.snapshot.status !== 'ready') return undefined;
    return this.#whenOpen();
  }

  /** Something about this frame has changed: the others hear what concerns them. */
  follow(): void {
    this.#seated?.tell();
    this.#leadsChanged();
    this.#refuseWhenFailed();
  }

  /**
   * Brings what the operator asks for to the frame that leads. Rejects with what `connect` rejects
   * with, and with `disconnected` when the controller is disposed before it is connected.
   */
  async request(content: ActionContent): Promise<ActionOutcome> {
    if (this.#isOpening) await this.#whenOpen();
    const callId = this.callId();
    if (this.#hub !== undefined) return this.#hub.request({...content, callId});
    this.#ids += 1;
    const id = `alone-${this.#ids}`;
    await this.#options.act({...content, callId, id, status: 'sent', interrupted: false});
    return 'done';
  }

  /** See `SeatedHub.takes`. */
  takes(command: CardCommand, callId: string | null): boolean {
    return this.#seated?.takes(command, callId) ?? false;
  }

  run(command: CardCommand, callId: string | null): Promise<unknown> {
    if (this.#hub === undefined) return this.#options.runHere(command, callId);
    return this.#hub.run(command, callId);
  }

  /** The call that is meant where none is named: this frame's own, or the only one there is. */
  callId(): string | null {
    return this.#options.store.snapshot.call?.id ?? this.#seated?.onlyCall() ?? null;
  }

  /** See `SeatedHub.elsewhere`. */
  elsewhere(callId: string): HubCall | undefined {
    return this.#seated?.elsewhere(callId);
  }

  dispose(): void {
    this.#hub?.close();
    this.#seated = undefined;
    this.#isOpening = false;
    this.#refuse(new CallCardError('disconnected', 'The controller was disposed.'));
    this.#options.leads(false);
  }

  /** Rejects where the portal can't be reached, since nobody else can be either. */
  #whenOpen(): Promise<void> {
    if (!this.#isOpening) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.push({resolve, reject});
      this.#refuseWhenFailed();
    });
  }

  #refuseWhenFailed(): void {
    const {snapshot} = this.#options.store;
    if (snapshot.status === 'failed') this.#refuse(snapshot.error);
  }

  #refuse(reason: CallCardError): void {
    for (const {reject} of this.#waiting.splice(0)) reject(reason);
  }

  get #hub(): SeatedHub['hub'] | undefined {
    return this.#seated?.hub;
  }

  #seat(session: PortalSession): HubSeat {
    return {
      ...this.#options,
      session,
      changed: (surroundings) => {
        if (this.#seated === undefined) return;
        this.#options.store.surround(surroundings);
        this.#leadsChanged();
      },
    };
  }

  #leadsChanged(): void {
    const {store, leads, rank} = this.#options;
    if (this.#isOpening || store.snapshot.status !== 'ready') return;
    leads(rank(false) !== 'none' && (this.#hub?.leads ?? true));
  }
}
