/** One frame's waiting for what another one is loading, or may have. */
import type {DataMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';

/** How long one that says that it is loading is believed before it is asked again, in milliseconds. */
const LOADING_MS = 5000;

export type WaitEnd =
  | {readonly status: 'given'; readonly data: unknown}
  /** It can't be passed on, the one who loads does not answer, or nobody wants it here any more. */
  | {readonly status: 'alone'}
  /** Nobody has it, or whoever was at it has gone. */
  | {readonly status: 'free'};

export interface WaitOptions {
  readonly key: string;
  readonly time: Clock;
  readonly signal: AbortSignal;
  /** How long an answer may take, in milliseconds, and what it means when there is none. */
  readonly silence: {readonly ms: number; readonly end: WaitEnd};
  /** How long the others may take to be reached, in milliseconds. */
  readonly openMs: number;
  /** Hears at once when it is known whether somebody is at it. */
  readonly decided: () => void;
}

export class PendingResult {
  readonly key: string;
  readonly end: Promise<WaitEnd>;
  /** Whether another frame has been told to wait for this one. */
  isWanted = false;
  readonly #options: WaitOptions;
  readonly #over = new AbortController();
  #resolve: (end: WaitEnd) => void = () => undefined;
  #cancel: (() => void) | undefined;
  #ask: () => void = () => undefined;
  #loader: string | null = null;

  constructor(options: WaitOptions) {
    const {key, signal, openMs} = options;
    this.key = key;
    this.#options = options;
    this.end = new Promise((resolve) => (this.#resolve = resolve));
    this.#endAfter(openMs, {status: 'alone'});
    const giveUp = (): void => this.settle({status: 'alone'});
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, {signal: this.#over.signal});
  }

  /** Says when it is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Who said that it is loading; `null` while nobody has. */
  get loader(): string | null {
    return this.#loader;
  }

  /** Asks the others, and again as long as somebody says that it is loading. */
  ask(post: () => void): void {
    this.#ask = post;
    this.#askNow();
  }

  hear(message: DataMessage, from: string): void {
    if (message.kind === 'lack') {
      this.#loader = from;
      this.#options.decided();
      // However long the portal's limits make it wait: only a page that is frozen does not answer.
      this.#after(LOADING_MS, () => this.#askNow());
    } else if (message.kind === 'have') {
      const {data} = message;
      this.settle(data === null ? {status: 'alone'} : {status: 'given', data});
    }
  }

  left(frameId: string): void {
    if (this.#loader === frameId) this.settle({status: 'free'});
  }

  settle(end: WaitEnd): void {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    this.#cancel?.();
    this.#options.decided();
    this.#resolve(end);
  }

  #askNow(): void {
    const {ms, end} = this.#options.silence;
    this.#endAfter(ms, end);
    this.#ask();
  }

  #endAfter(milliseconds: number, end: WaitEnd): void {
    this.#after(milliseconds, () => this.settle(end));
  }

  #after(milliseconds: number, then: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#options.time.after(milliseconds, then);
  }
}
