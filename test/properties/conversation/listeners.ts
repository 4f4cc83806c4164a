/** Listeners that remember what they were told, and what may not be. */
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import type {Snapshot} from '../../../src/controller/snapshot.js';
import {holds, same} from '../expectations.js';

/** Of so many snapshots one is compared at the end with what it said when it was told. */
const SAMPLE = 5;

interface Listener {
  readonly told: Snapshot[];
  /** How many snapshots had been told when it came. */
  readonly from: number;
  leave: () => void;
  hasLeft: boolean;
}

export class Listeners {
  readonly #controller: CallCardController;
  /** Everything that was told, by the first listener, which stays. */
  readonly #all: Snapshot[] = [];
  readonly #samples: {readonly snapshot: Snapshot; readonly text: string}[] = [];
  readonly #listeners: Listener[] = [];
  #hasEnded = false;

  constructor(controller: CallCardController) {
    this.#controller = controller;
    controller.subscribe((snapshot) => {
      holds(Object.isFrozen(snapshot), () => 'a snapshot is not frozen');
      holds(snapshot.problems.length <= 20, () => `${snapshot.problems.length} problems`);
      holds(snapshot !== this.#all.at(-1), () => 'a snapshot was told twice');
      this.#all.push(snapshot);
      if (this.#all.length % SAMPLE === 0) {
        this.#samples.push({snapshot, text: JSON.stringify(snapshot)});
      }
    });
  }

  get told(): number {
    return this.#all.length;
  }

  add(): void {
    const told: Snapshot[] = [];
    const listener: Listener = {
      told,
      from: this.#all.length - 1,
      leave: () => undefined,
      hasLeft: false,
    };
    this.#listeners.push(listener);
    listener.leave = this.#controller.subscribe((snapshot) => {
      holds(!listener.hasLeft, () => 'a listener that has left was told');
      told.push(snapshot);
    });
  }

  leave(which: number): void {
    const listener = this.#listeners[which % this.#listeners.length];
    if (listener === undefined || listener.hasLeft) return;
    listener.hasLeft = true;
    listener.leave();
    // Again changes nothing.
    listener.leave();
    if (!this.#hasEnded) this.#check(listener);
  }

  /** From now on nobody is told anything, and so late comers know what others do not. */
  end(): void {
    this.#hasEnded = true;
  }

  /** Everyone was told the same in the same order. */
  check(): void {
    if (this.#hasEnded) return;
    const {snapshot} = this.#controller;
    holds(this.#all.at(-1) === snapshot, () => 'the present snapshot was not told');
    for (const listener of this.#listeners) {
      if (!listener.hasLeft) this.#check(listener);
    }
  }

  /** Nothing of what was told has changed. */
  checkSamples(): void {
    for (const {snapshot, text} of this.#samples) {
      same(JSON.stringify(snapshot), text, 'a snapshot that was told before');
    }
  }

  #check({told, from}: Listener): void {
    const expected = this.#all.slice(from, from + told.length);
    const isSame = told.every((snapshot, index) => snapshot === expected[index]);
    holds(isSame, () => 'two listeners were told different things');
    holds(told.length > 0, () => 'a new listener was not told the present snapshot');
  }
}
