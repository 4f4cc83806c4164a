/**
 * Requests of the elements and who serves them: the nearest context, or the page's controller where
 * there is none. Both serve them in the same way, which is here.
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
 * Runs the command, unless somebody prevents the event on the rest of its way. Returns how it ends,
 * or nothing when somebody else has taken it.
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

/** Requests bubble, notifications don't. The class would not tell: a page may have two copies of it. */
export function isActionRequest(event: CallActionEvent): event is CallActionRequestEvent {
  return event.bubbles;
}

/**
 * Passes the action on to the app, unless it was prevented. Returns how it ends, or nothing when somebody
 * else has passed it on.
 */
export function serveAction(
  event: CallActionRequestEvent,
  controller: CallCardController,
): Promise<unknown> | undefined {
  if (event.handled || event.defaultPrevented) return undefined;
  event.handled = true;
  event.outcome = controller.requestAction(event.action);
  // The element shows why it failed, and a context tells it.
  event.outcome.catch(() => undefined);
  return event.outcome;
}

/** Asks for a command; settles as it does. Rejects with `aborted` when the page prevents it. */
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

/** Asks the app to do what the operator wants. Returns how that ends; nothing when it was not passed on. */
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
  // The event is dispatched by a script, so it has passed every listener before this goes on.
  await Promise.resolve();
  const {command} = event;
  if (!event.defaultPrevented) return controller.run(command);
  const {name: request, parameters} = command;
  throw new CallCardError('aborted', 'The page prevented the command.', {request, parameters});
}

function notConnected({name: request, parameters}: CardCommand): never {
  throw new CallCardError('disconnected', 'The element is not on a page.', {request, parameters});
}
