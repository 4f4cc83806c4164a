/** Who in this frame hears what the operator asks for, and the telephony engine that runs while it leads. */
import type {LeaderRank} from '../../model/hub/hub-frame.js';
import type {AnnouncedAction, OperatorAction} from '../../model/card/operator-action.js';
import {isPromise, reportAppFault} from './app-faults.js';
import {Emitter} from '../../model/emitter.js';
import {Engine, type Lead} from './engine.js';
import type {HubActionRequest} from '../../hub/hub-host.js';

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
  /**
   * The action is done when the promise is fulfilled, and has failed when it rejects; until then
   * another frame would take it over.
   */
  readonly waitUntil: (doing: PromiseLike<unknown>) => void;
}

export interface ActionListenerOptions {
  /**
   * What the listener does of the actions that not every app does. The elements of all frames offer
   * “Next client” only where the frame that leads says `next` here.
   */
  readonly handles?: readonly AnnouncedAction[];
}

export class ActionDispatcher {
  readonly #listeners = new Emitter<ActionRequest>();
  readonly #engines = new Set<Engine>();
  readonly #changed: () => void;
  /** What each listener does of the actions that not every app does. */
  readonly #handled = new Set<readonly AnnouncedAction[]>();
  #isLeading = false;

  /** @param changed - this frame is suited to lead in another way now, or handles other actions */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is done here of the actions that not every app does. */
  get handles(): readonly AnnouncedAction[] {
    return [...new Set([...this.#handled].flat())];
  }

  /** @param isWorker - whether the frame is a background worker */
  rankOf(isWorker: boolean): LeaderRank {
    if (this.#engines.size > 0) return 'engine';
    if (this.#handled.size === 0) return 'none';
    return isWorker ? 'listening-worker' : 'listening';
  }

  /** See `CallCardController.onAction`. */
  addListener(
    listener: (request: ActionRequest) => unknown,
    {handles = []}: ActionListenerOptions = {},
  ): () => void {
    const remove = this.#listeners.add((request) => {
      try {
        const doing = listener(request);
        if (isPromise(doing)) request.waitUntil(doing);
      } catch (error) {
        request.waitUntil(rejection(error));
      }
    });
    const own = [...handles];
    this.#handled.add(own);
    this.#changed();
    return () => {
      remove();
      if (this.#handled.delete(own)) this.#changed();
    };
  }

  /** Adds an engine. Returns the undo, which stops it. */
  addEngine(lead: Lead): () => void {
    const engine = new Engine(lead);
    this.#engines.add(engine);
    if (this.#isLeading) engine.begin();
    this.#changed();
    return () => {
      engine.end();
      this.#engines.delete(engine);
      this.#changed();
    };
  }

  /** This frame begins to lead, or stops. */
  setLeading(leads: boolean): void {
    if (leads === this.#isLeading) return;
    this.#isLeading = leads;
    for (const engine of this.#engines) {
      if (leads) engine.begin();
      else engine.end();
    }
  }

  /**
   * Gives an action to everyone who listens. Resolves when they have all done it; rejects with the first
   * that failed, at once. What any of them has thrown is reported.
   */
  dispatchAction({
    id,
    action,
    source,
    callId,
    interrupted,
  }: HubActionRequest): Promise<void> | undefined {
    const doing: PromiseLike<unknown>[] = [];
    const waitUntil = (promise: PromiseLike<unknown>): void => {
      doing.push(promise);
      promise.then(undefined, reportAppFault);
    };
    this.#listeners.emit({id, action, source, callId, interrupted, waitUntil});
    return doing.length === 0 ? undefined : Promise.all(doing).then(() => undefined);
  }

  clear(): void {
    this.setLeading(false);
    this.#engines.clear();
    this.#handled.clear();
    this.#listeners.clear();
  }
}

function rejection(thrown: unknown): Promise<never> {
  return Promise.resolve().then(() => {
    throw thrown;
  });
}
