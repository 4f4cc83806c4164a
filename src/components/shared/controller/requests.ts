/**
 * Requests of the elements: commands and actions. The nearest context serves them, or the element itself
 * with the page's controller if it is in no context. Both do it by the functions of this file.
 */
import type {CallCardController} from '../../../controller/call-card-controller.js';
import type {CallActionEvent} from '../../../events/call-action-event.js';
import {CallActionRequestEvent} from '../../../events/call-action-request-event.js';
import {CallCommandEvent} from '../../../events/call-command-event.js';
import {CallCardError} from '../../../model/errors/call-card-error.js';
import type {CardCommand} from '../../../model/card/card-command.js';
import type {OperatorAction} from '../../../model/card/operator-action.js';
import type {ControllerConsumer} from './controller-consumer.js';

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

/** Requests bubble, notifications do not. `instanceof` fails for a second copy of the class on a page. */
export function isActionRequest(event: CallActionEvent): event is CallActionRequestEvent {
  return event.bubbles;
}

/**
 * Passes the action on to the app, unless it was prevented. Returns the outcome, or `undefined` if the
 * action was prevented or passed on already.
 */
export function serveAction(
  event: CallActionRequestEvent,
  controller: CallCardController,
): Promise<unknown> | undefined {
  if (event.handled || event.defaultPrevented) return undefined;
  event.handled = true;
  event.outcome = controller.requestAction(event.action);
  // The element shows the failure, and a context dispatches it as `call-error`.
  event.outcome.catch(() => undefined);
  return event.outcome;
}

/**
 * Requests a command by an event. Settles as the command does. Rejects with `aborted` if the page
 * prevents the event, and with `disconnected` if the element is on no page.
 */
export async function requestCommand(
  host: HTMLElement,
  {controller}: ControllerConsumer,
  command: CardCommand,
): Promise<unknown> {
  const event = new CallCommandEvent(command);
  host.dispatchEvent(event);
  if (controller !== undefined) void serveCommand(event, controller);
  return event.outcome ?? notConnected(command);
}

/** Requests an action of the app by an event. Returns the outcome; `undefined` if it was prevented. */
export function requestAction(
  host: HTMLElement,
  {controller}: ControllerConsumer,
  action: OperatorAction,
): Promise<unknown> | undefined {
  const event = new CallActionRequestEvent(action);
  host.dispatchEvent(event);
  if (controller !== undefined) void serveAction(event, controller);
  return event.outcome ?? (event.handled ? Promise.resolve() : undefined);
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

function notConnected({name: request, parameters}: CardCommand): never {
  throw new CallCardError('disconnected', 'The element is not on a page.', {request, parameters});
}
