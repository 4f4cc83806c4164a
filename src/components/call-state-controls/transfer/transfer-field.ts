/** What the operator has typed and chosen to say whom the call goes to. */
import type {ReactiveControllerHost} from 'lit';
import type {Clock} from '../../../model/clock.js';
import type {TransferTarget} from '../../../model/card/operator-action.js';
import {isDialable} from '../../../model/call/phone.js';
import {ColleagueSearch, type FindColleagues, type SearchState} from './colleague-search.js';
import {
  isSearchable,
  optionsOf,
  type TransferOption,
  type TransferQueue,
} from './transfer-options.js';

export class TransferField {
  /** The app's queues. */
  queues: readonly TransferQueue[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #search: ColleagueSearch;
  #typed = '';
  #chosen: TransferOption | undefined;
  #active = -1;
  #isListOpen = false;
  #isRefused = false;

  constructor(host: ReactiveControllerHost, clock?: Clock) {
    this.#host = host;
    this.#search = new ColleagueSearch(host, clock);
  }

  /** What the field shows. */
  get value(): string {
    return this.#chosen?.name ?? this.#typed;
  }

  get search(): SearchState {
    return this.#search.state;
  }

  get isListOpen(): boolean {
    return this.#isListOpen;
  }

  /** The list below the field; empty while it is closed. */
  get options(): readonly TransferOption[] {
    if (!this.#isListOpen) return [];
    return optionsOf(this.queues, this.#search.colleagues, this.#typed);
  }

  /** Of the option that the keyboard is at; -1 for none. */
  get active(): number {
    return this.#active < this.options.length ? this.#active : -1;
  }

  /** Whether something was to be sent that is neither a person nor a number. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Whom the call goes to: the one who was chosen, or a number; nothing for anything else. */
  get target(): TransferTarget | undefined {
    if (this.#chosen !== undefined) return this.#chosen.target;
    const number = this.#typed.trim();
    return isDialable(number) ? {kind: 'phone', number} : undefined;
  }

  /** Another text: what was chosen is not meant any more. */
  type(typed: string, find: FindColleagues | undefined): void {
    this.#typed = typed;
    this.#chosen = undefined;
    this.#active = -1;
    this.#isListOpen = true;
    this.#isRefused = false;
    if (find !== undefined) this.#search.want(isSearchable(typed) ? typed.trim() : '', find);
    this.#host.requestUpdate();
  }

  /** Moves through the list, round and round; opens it first where it is closed. */
  move(by: 1 | -1): void {
    this.#isListOpen = true;
    const {length} = this.options;
    const from = this.active === -1 && by === -1 ? 0 : this.active;
    this.#active = length === 0 ? -1 : (from + by + length) % length;
    this.#host.requestUpdate();
  }

  choose(option: TransferOption): void {
    this.#chosen = option;
    this.#typed = option.name;
    this.closeList();
    this.#isRefused = false;
  }

  closeList(): void {
    this.#isListOpen = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  refuse(): void {
    this.#isRefused = true;
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#typed = '';
    this.#chosen = undefined;
    this.#isRefused = false;
    this.#search.clear();
    this.closeList();
  }
}
