/** The way to the app's other frames, as far as sharing records needs it. The hub gives it. */
import type {DataMessage} from './hub-message.js';

export interface OtherFrames {
  /** Resolves when the others are known and can be reached; with nothing where they can't. */
  whenLine(): Promise<FrameLine | undefined>;
}

export interface FrameLine {
  /** This frame. */
  readonly frameId: string;
  /** The other frames that load records, as far as they are known. */
  readonly others: readonly string[];
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
