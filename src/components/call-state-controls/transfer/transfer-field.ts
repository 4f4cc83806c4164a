/** The state of the transfer's combobox: the typed text, the list and the chosen option. */
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
  #activeIndex = -1;
  #isListOpen = false;
  #isRefused = false;

  constructor(host: ReactiveControllerHost, clock?: Clock) {
    this.#host = host;
    this.#search = new ColleagueSearch(host, clock);
  }

  /** The text in the field. */
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

  /** The index of the option that the keyboard has reached; -1 for none. */
  get activeIndex(): number {
    return this.#activeIndex < this.options.length ? this.#activeIndex : -1;
  }

  /** Whether the form was submitted without a target. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** The target: that of the chosen option, or the typed number; `undefined` for any other text. */
  get target(): TransferTarget | undefined {
    if (this.#chosen !== undefined) return this.#chosen.target;
    const number = this.#typed.trim();
    return isDialable(number) ? {kind: 'phone', number} : undefined;
  }

  /** Sets the typed text, which replaces the chosen option, and searches for it. */
  setTyped(typed: string, find: FindColleagues | undefined): void {
    this.#typed = typed;
    this.#chosen = undefined;
    this.#activeIndex = -1;
    this.#isListOpen = true;
    this.#isRefused = false;
    if (find !== undefined) this.#search.searchFor(isSearchable(typed) ? typed.trim() : '', find);
    this.#host.requestUpdate();
  }

  /** Moves through the list, from the end to the start; opens a closed list. */
  moveActive(by: 1 | -1): void {
    this.#isListOpen = true;
    const {length} = this.options;
    const from = this.activeIndex === -1 && by === -1 ? 0 : this.activeIndex;
    this.#activeIndex = length === 0 ? -1 : (from + by + length) % length;
    this.#host.requestUpdate();
  }

  chooseOption(option: TransferOption): void {
    this.#chosen = option;
    this.#typed = option.name;
    this.closeList();
    this.#isRefused = false;
  }

  closeList(): void {
    this.#isListOpen = false;
    this.#activeIndex = -1;
    this.#host.requestUpdate();
  }

  /** Marks the field as invalid. */
  setRefused(): void {
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
