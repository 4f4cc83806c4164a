/**
 * The way to the card's desk, which may have to be fetched first: many a worker's page never has a
 * card. What is wanted meanwhile is kept in its order, so that no event is lost or overtaken.
 */
import type {CardService} from './card-service.js';

/** The desk itself, or how to fetch it when it is needed for the first time; that rejects with `offline`. */
export type CardServiceSource = CardService | (() => Promise<CardService>);

interface Wish {
  readonly use: (desk: CardService) => void;
  /** Absent for an event: it waits for the next try. */
  readonly fail?: (error: unknown) => void;
}

export class LazyCardService {
  readonly #fetch: (() => Promise<CardService>) | undefined;
  readonly #waiting: Wish[] = [];
  #desk: CardService | undefined;
  #isFetching = false;

  constructor(supply: CardServiceSource) {
    if (typeof supply === 'function') this.#fetch = supply;
    else this.#desk = supply;
  }

  /** The desk, if it is there already. */
  get present(): CardService | undefined {
    return this.#desk;
  }

  /** Resolves when the desk is there and has been told everything. Rejects with `offline`. */
  async ready(): Promise<void> {
    if (this.#desk === undefined) await this.ask(() => Promise.resolve());
  }

  /** Tells the desk of something that has happened. */
  tell(use: (desk: CardService) => void): void {
    if (this.#desk !== undefined) use(this.#desk);
    else this.#want({use});
  }

  /** Asks the desk for something. Rejects with `offline` when it can't be fetched. */
  ask<T>(use: (desk: CardService) => Promise<T>): Promise<T> {
    if (this.#desk !== undefined) return use(this.#desk);
    return new Promise((resolve, reject) => {
      this.#want({use: (desk) => resolve(use(desk)), fail: reject});
    });
  }

  /** Forgets what has happened and was not told yet. */
  dispose(): void {
    this.#keep(({fail}) => fail !== undefined);
    this.#desk?.dispose();
  }

  #want(wish: Wish): void {
    this.#waiting.push(wish);
    if (!this.#isFetching) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isFetching = true;
    try {
      this.#open(await this.#fetch?.());
    } catch (error) {
      this.#refuse(error);
    }
    this.#isFetching = false;
  }

  #open(desk: CardService | undefined): void {
    if (desk === undefined) return;
    // What a listener wants while it is told comes behind what was wanted before it.
    for (const {use} of this.#waiting) use(desk);
    this.#waiting.length = 0;
    this.#desk = desk;
  }

  #refuse(error: unknown): void {
    const asked = this.#waiting.filter(({fail}) => fail !== undefined);
    this.#keep(({fail}) => fail === undefined);
    for (const {fail} of asked) fail?.(error);
  }

  #keep(isKept: (wish: Wish) => boolean): void {
    this.#waiting.splice(0, Infinity, ...this.#waiting.filter(isKept));
  }
}
