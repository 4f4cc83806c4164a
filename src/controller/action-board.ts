/** Who in this frame hears what the operator asks for, and the telephony engine that runs while it leads. */
import type {LeaderRank} from '../model/hub-frame.js';
import type {OperatorAction} from '../model/operator-action.js';
import {Emitter} from './emitter.js';
import type {HubActionRequest} from './hub/action-desk.js';

/** What the operator asked for, as the frame that leads hears it. */
export interface ActionRequest {
  readonly id: string;
  readonly action: OperatorAction;
  /** Where it was asked for: in the portal's own card, or in an element of this kit. */
  readonly source: 'card' | 'controls';
  /** The call it is about: there may be several in several portal tabs. */
  readonly callId: string | null;
  /**
   * A frame that led before this one had begun it, and vanished before it was done: whether it has
   * happened only the telephony engine can tell. Look before you act.
   */
  readonly interrupted: boolean;
  /** The action is done when the promise settles; until then another frame would take it over. */
  readonly waitUntil: (doing: PromiseLike<unknown>) => void;
}

/** Begins the telephony engine. What it returns is called when this frame leads no more. */
export type Lead = () => (() => void) | undefined;

export class ActionBoard {
  readonly #listeners = new Emitter<ActionRequest>();
  readonly #engines = new Map<Lead, (() => void) | undefined>();
  readonly #rankChanged: () => void;
  #listening = 0;
  #isLeading = false;

  /** @param rankChanged - this frame is suited to lead in another way now */
  constructor(rankChanged: () => void) {
    this.#rankChanged = rankChanged;
  }

  /** @param isWorker - whether the frame is a background worker */
  rank(isWorker: boolean): LeaderRank {
    if (this.#engines.size > 0) return 'engine';
    if (this.#listening === 0) return 'none';
    return isWorker ? 'listening-worker' : 'listening';
  }

  /** A listener may return a promise: the action is done when it settles. Returns the undo. */
  listen(listener: (request: ActionRequest) => unknown): () => void {
    const remove = this.#listeners.add((request) => {
      const doing = listener(request);
      if (isPromise(doing)) request.waitUntil(doing);
    });
    this.#listening += 1;
    this.#rankChanged();
    let isListening = true;
    return () => {
      remove();
      if (!isListening) return;
      isListening = false;
      this.#listening -= 1;
      this.#rankChanged();
    };
  }

  /** Adds an engine. Returns the undo, which stops it. */
  addEngine(lead: Lead): () => void {
    const own: Lead = () => lead();
    this.#engines.set(own, this.#isLeading ? begin(own) : undefined);
    this.#rankChanged();
    return () => {
      stop(this.#engines.get(own));
      this.#engines.delete(own);
      this.#rankChanged();
    };
  }

  /** This frame begins to lead, or stops. */
  leads(leads: boolean): void {
    if (leads === this.#isLeading) return;
    this.#isLeading = leads;
    for (const [engine, stopIt] of this.#engines) {
      if (!leads) stop(stopIt);
      this.#engines.set(engine, leads ? begin(engine) : undefined);
    }
  }

  /** Gives an action to everyone who listens. Resolves when they have done it. */
  act({id, action, source, callId, interrupted}: HubActionRequest): Promise<void> | undefined {
    const doing: PromiseLike<unknown>[] = [];
    const waitUntil = (promise: PromiseLike<unknown>): void => void doing.push(promise);
    this.#listeners.emit({id, action, source, callId, interrupted, waitUntil});
    return doing.length === 0 ? undefined : Promise.allSettled(doing).then(() => undefined);
  }

  clear(): void {
    this.leads(false);
    this.#engines.clear();
    this.#listeners.clear();
  }
}

// An engine that fails is its own fault: shown on the console, and the kit goes on.
function begin(engine: Lead): (() => void) | undefined {
  try {
    return engine();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

function stop(stopIt: (() => void) | undefined): void {
  try {
    stopIt?.();
  } catch (error) {
    reportError(error);
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
