/**
 * Events of the placement: each is bound to the portal once and fanned out here.
 *
 * A portal never acknowledges a binding, drops a name that it has not registered yet, knows no
 * unbinding, and delivers twice what was bound twice. So every wanted name is bound at once, the
 * list of `getInterface` tells which of them took, and the others are bound again when they appear.
 */
import {Emitter} from '../model/emitter.js';
import type {PlacementInterface} from '../model/portal/portal-answers.js';
import type {PortalNotice} from '../model/portal/portal-notice.js';

/** After how long an event that is not registered yet is looked for again: each time after twice as long. */
const FIRST_LOOK_MS = 250;
const MOST_LOOKS = 6;

interface Binding {
  readonly listeners: Emitter<unknown>;
  /** `tentative`: asked for before it was known whether the placement has such an event. */
  state: 'unbound' | 'tentative' | 'bound';
  /** Counts the attempts; only the first that delivers is heard. */
  attempt: number;
  heardAttempt: number | null;
}

export class EventBindings {
  readonly #bind: (event: string, deliver: (value: unknown) => void) => void;
  readonly #readInterface: () => Promise<PlacementInterface>;
  readonly #notice: (notice: PortalNotice) => void;
  readonly #bindings = new Map<string, Binding>();
  #known: PlacementInterface | null = null;
  #open = false;
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    bind: (event: string, deliver: (value: unknown) => void) => void,
    readInterface: () => Promise<PlacementInterface>,
    notice: (notice: PortalNotice) => void,
  ) {
    this.#bind = bind;
    this.#readInterface = readInterface;
    this.#notice = notice;
  }

  /** Hears an event; the undo leaves the portal's binding in place, since there is no unbinding. */
  listen(event: string, listener: (value: unknown) => void): () => void {
    const binding = this.#bindings.get(event) ?? newBinding();
    this.#bindings.set(event, binding);
    const undo = binding.listeners.add(listener);
    if (this.#open && binding.state === 'unbound') {
      if (this.#known === null || this.#known.events.has(event)) this.#attempt(event, binding);
      else this.lookAgainLater();
    }
    return undo;
  }

  /** Binds all that is wanted so far; called right after `getInterface` was sent. */
  open(): void {
    this.#open = true;
    for (const [event, binding] of this.#bindings) this.#attempt(event, binding);
  }

  /** Takes the placement's list: what was bound before it was sent has taken if it is listed. */
  confirm(known: PlacementInterface): void {
    this.#known = known;
    for (const [event, binding] of this.#bindings) {
      const listed = known.events.has(event);
      if (binding.state === 'tentative') binding.state = listed ? 'bound' : 'unbound';
      else if (binding.state === 'unbound' && listed) this.#attempt(event, binding);
    }
    if (this.#missing()) this.lookAgainLater();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#open = false;
    this.#bindings.clear();
  }

  #attempt(event: string, binding: Binding): void {
    const attempt = ++binding.attempt;
    binding.state = this.#known?.events.has(event) === true ? 'bound' : 'tentative';
    this.#bind(event, (value) => {
      // A binding that seemed dropped may have taken after all: then both deliver.
      binding.heardAttempt ??= attempt;
      if (binding.heardAttempt !== attempt) {
        this.#notice({kind: 'doubled-event', event});
        return;
      }
      binding.listeners.emit(value);
    });
  }

  #missing(): boolean {
    return [...this.#bindings.values()].some(
      ({listeners, state}) => listeners.size > 0 && state !== 'bound',
    );
  }

  /** Asks for the list again after a while, because an event is wanted that has not taken yet. */
  lookAgainLater(): void {
    if (this.#looks === MOST_LOOKS || this.#timer !== undefined || !this.#open) return;
    const delay = FIRST_LOOK_MS * 2 ** this.#looks;
    this.#looks += 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#missing()) return;
      // `readInterface` hands the list to `confirm`, too. Silence is no list: ask again at the next
      // step, until the steps are used up.
      this.#readInterface().catch(() => this.lookAgainLater());
    }, delay);
  }
}

function newBinding(): Binding {
  return {listeners: new Emitter(), state: 'unbound', attempt: 0, heardAttempt: null};
}
