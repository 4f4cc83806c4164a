/** Knows how the present number is written in its country, once what that takes has been loaded. */
import type {ReactiveControllerHost} from 'lit';
import type {Call} from '../../model/call/call.js';
import {whenIdle} from '../../model/async/when-idle.js';
import type {NationalNumber} from './national-number.js';

/** Without its country's code a number can't be told, so nothing is loaded for it. */
const WITH_COUNTRY = /^[\s(]*(?:[+＋]|00)/;

export class NationalNumberController {
  readonly #host: ReactiveControllerHost;
  #value: string | undefined;
  #national: NationalNumber | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Nothing until it is known, or when it can't be told: then the number is shown as it came. */
  nationalOf({number}: Call): NationalNumber | undefined {
    const value = number.kind === 'number' ? number.value : undefined;
    if (value !== this.#value) {
      this.#value = value;
      this.#national = undefined;
      if (value !== undefined && WITH_COUNTRY.test(value)) void this.#load(value);
    }
    return this.#national;
  }

  async #load(value: string): Promise<void> {
    try {
      // The record comes first.
      await whenIdle();
      const {nationalNumber} = await import('./national-number.js');
      const national = await nationalNumber(value);
      // The call may have gone on meanwhile.
      if (value !== this.#value) return;
      this.#national = national;
    } catch {
      // Not to be had, as without a network: the number stays as it came.
      return;
    }
    this.#host.requestUpdate();
  }
}
