/**
 * A replicated log of the actions that the app has not confirmed yet. Every frame keeps the same one, so
 * that a new leader knows what the old one had begun, and no click is lost with a frame.
 */
import {BoundedMap} from '../../model/bounded-map.js';
import type {ActionEnd, HubAction} from '../../model/hub/hub-message.js';

/** More open actions than an operator can cause; the oldest are dropped first. */
const MOST_OPEN = 200;
/** How many ended ones are remembered, so that a repeated message does not start them again. */
const MOST_ENDED = 500;

export class ActionJournal {
  readonly #open = new BoundedMap<string, HubAction>(MOST_OPEN);
  readonly #ended = new BoundedMap<string, ActionEnd>(MOST_ENDED);
  /** Begun by a leader before this frame has heard of them: senders are not heard in one order. */
  readonly #begunEarly = new BoundedMap<string, true>(MOST_OPEN);

  /** What is not ended, in the order in which it was asked for. */
  get open(): readonly HubAction[] {
    return [...this.#open.values()];
  }

  get(id: string): HubAction | undefined {
    return this.#open.get(id);
  }

  /** How an action ended; nothing when it did not, or that is long ago. */
  endOf(id: string): ActionEnd | undefined {
    return this.#ended.get(id);
  }

  /** Takes in an action. What another frame knows to have begun is not unknown again. */
  put(action: HubAction): void {
    if (this.#ended.has(action.id)) return;
    if (this.#open.get(action.id)?.status === 'begun') return;
    this.#open.set(action.id, action);
    if (this.#begunEarly.delete(action.id)) this.begin(action.id);
  }

  begin(id: string): void {
    const action = this.#open.get(id);
    if (action !== undefined) this.#open.set(id, {...action, status: 'begun'});
    else if (!this.#ended.has(id)) this.#begunEarly.set(id, true);
  }

  end(id: string, end: ActionEnd): void {
    this.#open.delete(id);
    this.#begunEarly.delete(id);
    if (!this.#ended.has(id)) this.#ended.set(id, end);
  }

  /**
   * This frame hears nothing for a while: what others asked for is theirs, and what was asked for
   * here may be begun, or done, when it hears again.
   */
  leave(isOwn: (id: string) => boolean): void {
    for (const id of [...this.#open.keys()]) {
      if (isOwn(id)) this.begin(id);
      else this.#open.delete(id);
    }
  }

  clear(): void {
    this.#open.clear();
    this.#ended.clear();
    this.#begunEarly.clear();
  }
}
