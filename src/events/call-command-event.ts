/** The request to run a card command, and how it is served. */
import type {CallCardController} from '../controller/call-card-controller.js';
import {CallCardError} from '../model/errors/call-card-error.js';
import type {CardCommand} from '../model/card/card-command.js';

/**
 * Requests a command of the card from the nearest context. Bubbles and is composed, so that any element
 * inside a context can dispatch it. Cancelable by listeners inside and outside the context.
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

  /** Settles as the command does; `null` before a context or the page has responded. */
  get outcome(): Promise<unknown> | null {
    return this.#outcome;
  }

  /**
   * Serves the request. Only the first response counts, that of an inner context or of the page.
   *
   * @param outcome - becomes `outcome`; a rejection that is no `CallCardError` is also reported to `onerror`
   */
  respondWith(outcome: Promise<unknown>): void {
    if (this.#outcome !== null) return;
    this.#outcome = outcome;
    // The sender may ignore the outcome. An error of another class is no answer: the page's code failed.
    outcome.catch((thrown: unknown) => {
      if (!(thrown instanceof CallCardError)) reportError(thrown);
    });
  }
}

/**
 * Runs the command, unless a listener on the rest of the event's path prevents it. Returns the outcome,
 * or `undefined` if the request was served already.
 */
export function serveCommand(
  event: CallCommandEvent,
  controller: CallCardController,
): Promise<unknown> | undefined {
  if (event.outcome !== null) return undefined;
  const outcome = runUnlessPrevented(event, controller);
  event.respondWith(outcome);
  return outcome;
}

async function runUnlessPrevented(
  event: CallCommandEvent,
  controller: CallCardController,
): Promise<unknown> {
  // The event comes from a script, so every listener has run before this continues.
  await Promise.resolve();
  const {command} = event;
  if (!event.defaultPrevented) return controller.run(command);
  const {name: request, parameters} = command;
  throw new CallCardError('aborted', 'The page prevented the command.', {request, parameters});
}

declare global {
  interface HTMLElementEventMap {
    'call-command': CallCommandEvent;
  }
}
