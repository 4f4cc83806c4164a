/** Lets a test look at a widget and click in it, through the shadow roots. */
import {pageController} from '../../src/connect.js';
import {controllerTasks} from './controller-tasks.js';
import {ELEMENT_TASKS} from './element-tasks.js';
import {serveTasks} from './probe.js';

serveTasks({...controllerTasks(pageController()), ...ELEMENT_TASKS});
