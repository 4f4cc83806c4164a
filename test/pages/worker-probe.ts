/** A background worker that runs the commands of a test and tells it every click of the operator. */
import {startWorker} from '../../src/entries/worker.js';
import {controllerTasks} from './controller-tasks.js';
import {serveTasks} from './probe.js';

const controller = startWorker();
const tell = serveTasks(controllerTasks(controller));
controller.on('hangupButtonClick', () => tell('hangupButtonClick'));
controller.on('initialized', (call) => tell({initialized: call?.id}));
controller.onAction(({action}) => tell(action));
