/** Which commands can be called now, and why the others can't: pure rules. */
import {
  CARD_COMMAND_NAMES,
  CARD_COMMANDS,
  type CardCommandName,
} from '../model/card/card-command.js';
import {actionsOn} from '../model/card/card.js';
import type {PlacementInterface} from '../model/portal/portal-answers.js';
import type {ActionName} from '../model/card/operator-action.js';
import type {Placement} from '../model/portal/placement.js';
import type {Availability, Card, Snapshot, UnavailableReason} from './snapshot.js';

export type Commands = Readonly<Record<CardCommandName, Availability>>;

const AVAILABLE: Availability = {status: 'available'};

/** Every command, unavailable for one and the same reason. */
export function noCommands(reason: UnavailableReason): Commands {
  return tabulate(() => unavailable(reason));
}

/** What other frames of the app can do about a call in a frame's stead. */
export interface Others {
  readonly reach: ReadonlySet<CardCommandName>;
  /** One of them had the card of the call, and has gone. */
  readonly isLost: boolean;
}

/** What a placement offers, by the portal's list where there is one. */
export function commandsIn(
  placement: Placement,
  offered: PlacementInterface | null,
  card: Card,
  others?: Others,
): Commands {
  return tabulate((name) => {
    const entry = CARD_COMMANDS[name];
    if (others?.reach.has(name)) return AVAILABLE;
    if (entry.placement !== placement.kind) {
      const isLost = others?.isLost === true && entry.placement === 'background-worker';
      return unavailable(isLost ? 'unreachable' : 'wrong-placement');
    }
    if (offered !== null && !offered.commands.has(entry.wire)) return unavailable('unsupported');
    if (needsCard(name) && card.status === 'closed') return unavailable('no-card');
    return AVAILABLE;
  });
}

export function isCommandAvailable(snapshot: Snapshot, name: CardCommandName): boolean {
  return snapshot.commands[name].status === 'available';
}

export type ActionAllowance =
  | {readonly status: 'allowed'}
  | {readonly status: 'not-allowed'; readonly reason: 'no-card' | 'not-in-this-state'};

/** Whether the card's present state offers an action to the operator, and why not. */
export function isActionAllowed(snapshot: Snapshot, action: ActionName): ActionAllowance {
  const {card} = snapshot;
  if (card.status !== 'open') return {status: 'not-allowed', reason: 'no-card'};
  const isNext = snapshot.call?.campaign === true && snapshot.handles.includes('next');
  // Next and comment belong to the card itself, in whatever state it is.
  const always = action === 'comment' || (action === 'next' && isNext);
  if (always || actionsOn(card).includes(action)) return {status: 'allowed'};
  return {status: 'not-allowed', reason: 'not-in-this-state'};
}

function needsCard(name: CardCommandName): boolean {
  return CARD_COMMANDS[name].placement === 'background-worker' && name !== 'listUiStates';
}

function unavailable(reason: UnavailableReason): Availability {
  return {status: 'unavailable', reason};
}

function tabulate(rule: (name: CardCommandName) => Availability): Commands {
  const entries = CARD_COMMAND_NAMES.map((name) => [name, rule(name)] as const);
  return Object.fromEntries(entries) as Record<CardCommandName, Availability>;
}
