/** Which controls a page can offer: pure rules. */
import type {Availability, Snapshot} from '../../controller/snapshot.js';
import type {CardCommandName} from '../../model/card/card-command.js';
import type {ActionName} from '../../model/card/operator-action.js';
import type {PendingCommands} from '../shared/controller/pending-commands.js';

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

/** The groups that were asked for and that can do anything on this page. */
export function groupsIn(snapshot: Snapshot, wanted: string): readonly ControlGroup[] {
  const words = wanted.split(/\s+/);
  return CONTROL_GROUPS.filter((group) => words.includes(group) && isOfUse(group, snapshot));
}

/** True where the card could be controlled if there were one. */
export function isCardMissing({card, commands}: Snapshot): boolean {
  return card.status !== 'open' && isWithinReach(commands.setUiState);
}

/** True where the frame that could control the card has gone, so that no button does anything. */
export function isOutOfReach({commands: {setUiState}}: Snapshot): boolean {
  return setUiState.status === 'unavailable' && setUiState.reason === 'unreachable';
}

/** What the placement offers, though maybe not at this moment. */
export function commandsOffered({commands}: Snapshot): readonly ShownCommand[] {
  return SHOWN_COMMANDS.filter((name) => {
    const availability = commands[name];
    return availability.status === 'available' || availability.reason !== 'wrong-placement';
  });
}

function isOfUse(group: ControlGroup, {card, commands}: Snapshot): boolean {
  // The operator's buttons are those of a state; without a card there is none.
  if (group === 'operator') return card.status === 'open';
  return SHOWN_COMMANDS.some((name) => isWithinReach(commands[name]));
}

function isWithinReach(availability: Availability): boolean {
  return availability.status === 'available' || availability.reason === 'no-card';
}
