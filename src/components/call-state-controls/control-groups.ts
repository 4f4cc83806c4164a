/** Which controls an element shows: pure rules. */
import type {Availability, Snapshot} from '../../controller/snapshot.js';
import type {CardCommandName} from '../../model/card/card-command.js';
import type {ActionName} from '../../model/card/operator-action.js';
import type {PendingCommands} from './requests.js';

/** The operator's buttons, and the commands of the card itself for integrators. */
export const CONTROL_GROUPS = ['operator', 'card'] as const;
export type ControlGroup = (typeof CONTROL_GROUPS)[number];

/** The commands that have a control, in the order in which they are shown. */
export const SHOWN_COMMANDS = [
  'setUiState',
  'setTitle',
  'setStatusText',
  'setMute',
  'setHold',
  'startTimer',
  'stopTimer',
  'close',
  'disableAutoClose',
  'enableAutoClose',
  'getStatus',
] as const satisfies readonly CardCommandName[];

export type ShownCommand = (typeof SHOWN_COMMANDS)[number];

/** The names of what the controls can request; each is the key of its label, too. */
export type ControlRequest = `action.${ActionName}` | `command.${ShownCommand}`;

export type PendingControls = PendingCommands<ControlRequest>;

/** The groups of the attribute `controls` that are usable on this page. */
export function groupsIn(snapshot: Snapshot, controls: string): readonly ControlGroup[] {
  const words = controls.split(/\s+/);
  return CONTROL_GROUPS.filter((group) => words.includes(group) && isUsable(group, snapshot));
}

/** True if the page can control a card and there is none. */
export function isCardMissing({card, commands}: Snapshot): boolean {
  return card.status !== 'open' && isWithinReach(commands.setUiState);
}

/** True if the frame that controls the card has gone, so that no button works. */
export function isOutOfReach({commands: {setUiState}}: Snapshot): boolean {
  return setUiState.status === 'unavailable' && setUiState.reason === 'unreachable';
}

/** The commands that the placement offers, also those that are unavailable at the moment. */
export function commandsOffered({commands}: Snapshot): readonly ShownCommand[] {
  return SHOWN_COMMANDS.filter((name) => {
    const availability = commands[name];
    return availability.status === 'available' || availability.reason !== 'wrong-placement';
  });
}

function isUsable(group: ControlGroup, {card, commands}: Snapshot): boolean {
  // The operator's buttons depend on the card's state.
  if (group === 'operator') return card.status === 'open';
  return SHOWN_COMMANDS.some((name) => isWithinReach(commands[name]));
}

function isWithinReach(availability: Availability): boolean {
  return availability.status === 'available' || availability.reason === 'no-card';
}
