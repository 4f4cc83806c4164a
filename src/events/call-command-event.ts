/** The request to run a card command. */
import {CallCardError} from '../model/errors/call-card-error.js';
import type {CardCommand} from '../model/card/card-command.js';

/**
 * Asks the nearest context to run a card command. It bubbles out of shadow roots, so that any
 * element inside a context may ask; whoever hears it may prevent it, outside the context too.
 *
 * ```js
 * const request = new CallCommandEvent({name: 'setMute', parameters: {muted: true}});
 * element.dispatchEvent(request);
 * await request.outcome;
 * ```
 */
export class CallCommandEvent extends Event {
  static readonly type = 'call-command';
  readonly command: CardCommand;
  #outcome: Promise<unknown> | null = null;

  constructor(command: CardCommand) {
    super(CallCommandEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.command = command;
  }

  /** Settles as the command does; `null` as long as nobody has taken the request. */
  get outcome(): Promise<unknown> | null {
    return this.#outcome;
  }

  /** Takes the request and says how it ends. Who comes first has it: an inner context, or a page. */
  respondWith(outcome: Promise<unknown>): void {
    if (this.#outcome !== null) return;
    this.#outcome = outcome;
    // The sender need not care how a command ends. An error that is not of the kit's own kind was not
    // meant as an answer: the page's code has failed.
    outcome.catch((thrown: unknown) => {
      if (!(thrown instanceof CallCardError)) reportError(thrown);
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    'call-command': CallCommandEvent;
  }
}
