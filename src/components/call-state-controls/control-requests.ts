/** The names under which the controls ask; each is the key of its label, too. */
import type {ActionName} from '../../model/card/operator-action.js';
import type {PendingCommands} from '../shared/controller/pending-commands.js';
import type {ShownCommand} from './control-groups.js';

export type ControlRequest = `action.${ActionName}` | `command.${ShownCommand}`;

export type PendingRequests = PendingCommands<ControlRequest>;
