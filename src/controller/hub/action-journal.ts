/**
 * What the operator asked for and the app has not confirmed yet. Every frame keeps the same journal,
 * so that a new leader knows what the old one had begun, and nobody's click is lost with a frame.
 */
import type {HubAction} from '../../model/hub-message.js';

/** More open actions than an operator can cause; the oldest are dropped first. */
const MOST_OPEN = 200;
/** How many ended ones are remembered, so that a repeated message does not start them again. */
const MOST_ENDED = 500;

export class ActionJournal {
  readonly #open = new Map<string, HubAction>();
  readonly #ended = new Set<string>();

  /** What is not ended, in the order in which it was asked for. */
  get open(): readonly HubAction[] {
    return [...this.#open.values()];
  }

  get(id: string): HubAction | undefined {
    return this.#open.get(id);
  }

  /** Takes in an action. What another frame knows to have begun is not unknown again. */
  put(action: HubAction): void {
    if (this.#ended.has(action.id)) return;
    if (this.#open.get(action.id)?.status === 'begun') return;
    this.#open.set(action.id, action);
    if (this.#open.size > MOST_OPEN) this.#open.delete(first(this.#open.keys()));
  }

  begin(id: string): void {
    const action = this.#open.get(id);
    if (action !== undefined) this.#open.set(id, {...action, status: 'begun'});
  }

  /** Returns whether it was open until now. */
  end(id: string): boolean {
    this.#ended.add(id);
    if (this.#ended.size > MOST_ENDED) this.#ended.delete(first(this.#ended));
    return this.#open.delete(id);
  }

  clear(): void {
    this.#open.clear();
    this.#ended.clear();
  }
}

function first(keys: Iterable<string>): string {
  for (const key of keys) return key;
  return '';
}
