/**
 * A lazy proxy of `CardService`, which many a worker's page never needs. It is made with the first event
 * or command; calls that come while it is fetched are queued, so that no event is lost or overtaken.
 */
import {importPart} from '../../model/async/lazy-import.js';
import type {CardService, CardServiceOptions} from './card-service.js';

/** Makes the service at once, or fetches it; then it may reject with `offline`. */
export type CardServiceSource = (options: CardServiceOptions) => CardService | Promise<CardService>;

/** Fetches the service as a part of the kit of its own. */
export async function fetchCardService(options: CardServiceOptions): Promise<CardService> {
  const {CardService} = await importPart(import('./card-service.js'));
  return new CardService(options);
}

interface QueuedCall {
  readonly run: (service: CardService) => void;
  /** Absent for an event: it stays in the queue until the next try. */
  readonly fail?: (error: unknown) => void;
}

export class LazyCardService {
  readonly #make: () => CardService | Promise<CardService>;
  readonly #queue: QueuedCall[] = [];
  #service: CardService | undefined;
  #isMaking = false;

  constructor(make: () => CardService | Promise<CardService>) {
    this.#make = make;
  }

  /** The service, if it was made already. */
  get present(): CardService | undefined {
    return this.#service;
  }

  /** Resolves when the service is there and the queue is empty. Rejects with `offline`. */
  async ready(): Promise<void> {
    if (this.#service === undefined) await this.request(() => Promise.resolve());
  }

  /** Passes an event on. */
  notify(run: (service: CardService) => void): void {
    if (this.#service === undefined) this.#enqueue({run});
    else run(this.#service);
  }

  /** Requests something. Rejects with `offline` when the service can't be fetched. */
  request<T>(run: (service: CardService) => Promise<T>): Promise<T> {
    if (this.#service !== undefined) return run(this.#service);
    return new Promise((resolve, reject) => {
      this.#enqueue({run: (service) => resolve(run(service)), fail: reject});
    });
  }

  /** Drops the events that are queued. */
  dispose(): void {
    this.#keepCalls(({fail}) => fail !== undefined);
    this.#service?.autoClose.dispose();
  }

  #enqueue(call: QueuedCall): void {
    this.#queue.push(call);
    if (this.#isMaking) return;
    this.#isMaking = true;
    const made = this.#make();
    if ('then' in made) void this.#whenFetched(made);
    else this.#open(made);
  }

  async #whenFetched(fetching: Promise<CardService>): Promise<void> {
    try {
      this.#open(await fetching);
    } catch (error) {
      const refused = this.#queue.filter(({fail}) => fail !== undefined);
      this.#keepCalls(({fail}) => fail === undefined);
      this.#isMaking = false;
      for (const {fail} of refused) fail?.(error);
    }
  }

  #open(service: CardService): void {
    // A call that a listener makes meanwhile comes behind those before it.
    for (const {run} of this.#queue) run(service);
    this.#queue.length = 0;
    this.#service = service;
  }

  #keepCalls(isKept: (call: QueuedCall) => boolean): void {
    this.#queue.splice(0, Infinity, ...this.#queue.filter(isKept));
  }
}
