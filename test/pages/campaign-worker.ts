/** A background worker that calls the clients of a campaign, as the recipe does. */
import {startWorker} from '../../src/entries/worker.js';
import {controllerTasks} from './controller-tasks.js';
import {serveTasks} from './probe.js';

const controller = startWorker();
const tell = serveTasks(controllerTasks(controller));

controller.on('initialized', () => void controller.setUiState('outgoing'));
controller.on('cardEntityChanged', () => {
  if (controller.snapshot.call?.campaign === true) void controller.setUiState('outgoing');
});
controller.onAction(
  async ({action, source, callId}) => {
    tell({action: action.name, source, callId});
    const card = callId === null ? controller : controller.forCall(callId);
    if (action.name === 'make-call') {
      await card.setUiState('connectingOutgoing');
      await card.setUiState('connected');
    }
    if (action.name === 'hang-up') await card.setUiState('redial');
  },
  {handles: ['next']},
);
