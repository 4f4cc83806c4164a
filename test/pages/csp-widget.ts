/** Lets a test use a widget of the built files, and hears what the browser refuses it. */
import {VIOLATION_TASKS} from './csp-violations.js';
import {ELEMENT_TASKS, find} from './element-tasks.js';
import {serveTasks} from './probe.js';

serveTasks({
  ...ELEMENT_TASKS,
  ...VIOLATION_TASKS,
  background: (path: readonly string[]) => {
    const element = find(path);
    return element === null ? '' : getComputedStyle(element).backgroundColor;
  },
});
