/** A frame in any placement with the kit's controller; it hears and leads only when a test says so. */
import {startWorker} from '../../src/entries/worker.js';
import {controllerTasks} from './controller-tasks.js';
import {serveTasks} from './probe.js';

serveTasks(controllerTasks(startWorker()));
