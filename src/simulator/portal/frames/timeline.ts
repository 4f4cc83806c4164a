/** The log of the messages between a portal and its apps, with tokens masked. */

/** One message. */
export interface TimelineEntry {
  /** Milliseconds since the epoch, on the portal's clock. */
  readonly time: number;
  /** The frame's name, e.g. `CALL_CARD 1`; empty for a message that belongs to no frame. */
  readonly frame: string;
  readonly direction: 'to-app' | 'to-portal';
  /** The command or event that the message is about. */
  readonly about: string;
  /** The message as it was sent, with tokens masked. */
  readonly text: string;
  /** Why the portal ignored the message, or the fault that was applied to it. */
  readonly note?: string;
}

const MASKED = /"(AUTH_ID|REFRESH_ID|access_token|refresh_token|auth)"\s*:\s*"[^"]*"/g;
/** The number of messages that are kept. */
const LIMIT = 2000;

export class Timeline {
  #entries: readonly TimelineEntry[] = [];
  readonly #listeners = new Set<(entry: TimelineEntry) => void>();

  /** The last 2,000 messages, the oldest first. */
  get entries(): readonly TimelineEntry[] {
    return this.#entries;
  }

  /** Adds a message; tokens in it are masked. */
  add(entry: TimelineEntry): void {
    const masked = {...entry, text: maskTokens(entry.text)};
    this.#entries = [...this.#entries.slice(1 - LIMIT), masked];
    for (const listener of [...this.#listeners]) listener(masked);
  }

  /**
   * Calls the listener with every message from now on.
   *
   * @returns a function that ends the subscription
   */
  subscribe(listener: (entry: TimelineEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Removes all messages. */
  clear(): void {
    this.#entries = [];
  }
}

/** The text with every token replaced by `…`. */
export function maskTokens(text: string): string {
  return text.replace(MASKED, '"$1":"…"');
}
