/** Every message that passed between the portal and its apps, with tokens masked. */
export interface TimelineEntry {
  /** Milliseconds since the epoch, on the portal's clock. */
  readonly time: number;
  /** Which frame, e.g. `CALL_CARD 1`; empty for a message that belongs to none. */
  readonly frame: string;
  readonly direction: 'to-app' | 'to-portal';
  /** The command or the event that the message is about. */
  readonly about: string;
  /** The message as it travelled, tokens masked. */
  readonly text: string;
  /** Why the portal ignored it, or what was done to it on purpose. */
  readonly note?: string;
}

const MASKED = /"(AUTH_ID|REFRESH_ID|access_token|refresh_token|auth)"\s*:\s*"[^"]*"/g;
const LIMIT = 2000;

export class Timeline {
  #entries: readonly TimelineEntry[] = [];
  readonly #listeners = new Set<(entry: TimelineEntry) => void>();

  /** The last messages, oldest first. */
  get entries(): readonly TimelineEntry[] {
    return this.#entries;
  }

  add(entry: TimelineEntry): void {
    const masked = {...entry, text: maskTokens(entry.text)};
    this.#entries = [...this.#entries.slice(1 - LIMIT), masked];
    for (const listener of [...this.#listeners]) listener(masked);
  }

  subscribe(listener: (entry: TimelineEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  clear(): void {
    this.#entries = [];
  }
}

/** The text without anything that opens REST. */
export function maskTokens(text: string): string {
  return text.replace(MASKED, '"$1":"…"');
}
