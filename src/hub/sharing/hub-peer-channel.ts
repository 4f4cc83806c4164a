/**
 * The hub as the channel on which frames share what they have loaded. The messages are read by the part
 * of the kit that loads records; a worker fetches that part with the first call.
 */
import type {PeerChannel, PeerChannelListener} from '../../model/hub/peer-channel.js';
import type {HubFrame} from '../../model/hub/hub-frame.js';
import type {DataMessage, HubMessage} from '../../model/hub/hub-message.js';

export interface HubPeerChannelOptions {
  readonly frameId: string;
  readonly frames: () => readonly HubFrame[];
  readonly post: (message: HubMessage, to?: string) => void;
}

export class HubPeerChannel implements PeerChannel {
  readonly #options: HubPeerChannelOptions;
  #listener: PeerChannelListener | undefined;

  constructor(options: HubPeerChannelOptions) {
    this.#options = options;
  }

  get frameId(): string {
    return this.#options.frameId;
  }

  /** Without the workers that know of no call: they load no record. */
  get others(): readonly string[] {
    const frames = this.#options.frames();
    return frames.flatMap(({id, role, callId}) => (role === 'worker' && callId === null ? [] : id));
  }

  post(message: DataMessage, to?: string): void {
    this.#options.post(message, to);
  }

  listen(listener: PeerChannelListener): void {
    this.#listener = listener;
  }

  receive(message: HubMessage, from: string): void {
    const {kind} = message;
    if (kind === 'want' || kind === 'have' || kind === 'lack') {
      this.#listener?.receive(message, from);
    }
  }

  left(frameId: string): void {
    this.#listener?.left(frameId);
  }
}
