/** A background worker that does for the operator what a telephony engine would, with commands alone. */
import type {ActionRequest} from '../../src/controller/actions/action-dispatcher.js';
import type {CardCommands} from '../../src/controller/commands/card-commands.js';
import {startWorker} from '../../src/entries/worker.js';
import {controllerTasks} from './controller-tasks.js';
import {serveTasks} from './probe.js';

const controller = startWorker();
const tell = serveTasks(controllerTasks(controller));
controller.onAction(async (request) => {
  const {action, source, callId, interrupted} = request;
  tell({action: action.name, source, callId, interrupted});
  await react(callId === null ? controller : controller.forCall(callId), request);
});

async function react(card: CardCommands, {action}: ActionRequest): Promise<void> {
  switch (action.name) {
    case 'answer':
      await card.setUiState('connectingIncoming');
      return card.setUiState('connected');
    case 'mute':
      return card.setMute(action.muted);
    case 'hold':
      return card.setHold(action.held);
    case 'transfer':
      return card.setUiState('transferring');
    case 'complete-transfer':
      return card.setUiState('transferConnected');
    case 'cancel-transfer':
      return card.setUiState('connected');
    case 'hang-up':
    case 'skip':
      return card.close();
    default:
  }
}
