/** The way to the app's other frames, as far as sharing records needs it. The hub gives it. */
import type {DataMessage} from './hub-message.js';

export interface PeerFrames {
  /** Resolves when the others are known and can be reached; with nothing where they can't. */
  whenConnected(): Promise<PeerChannel | undefined>;
}

export interface PeerChannel {
  /** This frame. */
  readonly frameId: string;
  /** The other frames that load records, as far as they are known. */
  readonly others: readonly string[];
  /** Sends to all other frames, or to one of them. */
  post(message: DataMessage, to?: string): void;
  /** Hears the messages of the others. There is one listener. */
  listen(listener: PeerChannelListener): void;
}

export interface PeerChannelListener {
  receive(message: DataMessage, from: string): void;
  /** A frame has gone. */
  left(frameId: string): void;
}
