/** A worker whose app takes the time for an action that is written in it: `a7 20` is 20 ms. */
import {startWorker} from '../../src/entries/worker.js';
import {controllerTasks} from './controller-tasks.js';
import {serveTasks} from './probe.js';

const controller = startWorker();
const tell = serveTasks({
  ...controllerTasks(controller),
  hub: () => controller.snapshot.hub,
});
controller.onAction(async ({action, interrupted}) => {
  if (action.name !== 'comment') return;
  tell({heard: action.text, interrupted, at: Date.now()});
  const time = Number(action.text.split(' ')[1]);
  await new Promise((resolve) => setTimeout(resolve, time));
  tell({did: action.text});
});
