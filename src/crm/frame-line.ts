/** The way to the app's other frames, as far as sharing records needs it. The hub gives it. */
import type {DataMessage} from '../model/hub-message.js';

export interface FrameLine {
  /** The same for all frames that may share: those of one app in one portal. */
  readonly name: string;
  /** This frame. */
  readonly frameId: string;
  /** The other frames that load records, as far as they are known. */
  readonly others: readonly string[];
  /** `null` where the browser has none, or refuses them. */
  readonly locks: Pick<LockManager, 'request'> | null;
  /** Sends to all other frames, or to one of them. */
  post(message: DataMessage, to?: string): void;
  /** Hears the messages of the others. There is one listener. */
  listen(listener: FrameLineListener): void;
}

export interface FrameLineListener {
  receive(message: DataMessage, from: string): void;
  /** A frame has gone. */
  left(frameId: string): void;
}
