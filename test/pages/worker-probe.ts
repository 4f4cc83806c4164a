/** A background worker that runs the commands of a test and tells it every click of the operator. */
import type {CardCommand} from '../../src/index.js';
import {startWorker} from '../../src/worker.js';
import {serveTasks} from './probe.js';

const controller = startWorker();
const tell = serveTasks({
  ready: async () => (await controller.start()).status,
  run: (command: CardCommand) => controller.run(command),
  snapshot: () => controller.snapshot,
});
controller.on('hangupButtonClick', () => tell('hangupButtonClick'));
controller.on('initialized', (call) => tell({initialized: call?.id}));
controller.onAction(({action}) => tell(action));
