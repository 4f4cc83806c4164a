/** A tab whose clock never says that the other frames took too long: what they know is its matter. */
import {connect} from '../../src/controller/connect.js';
import {SYSTEM_CLOCK} from '../../src/model/clock.js';
import {BROWSER} from '../../src/hub/browser-hub.js';
import {Hub} from '../../src/hub/hub.js';
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import {controllerTasks} from './controller-tasks.js';
import {serveTasks} from './probe.js';

const clock = {
  ...SYSTEM_CLOCK,
  after: (milliseconds: number, callback: () => void) =>
    SYSTEM_CLOCK.after(milliseconds * 50, callback),
};
const controller = connect(fromFrame(), {
  clock,
  openHub: (name, host) => Promise.resolve(new Hub(name, {...BROWSER, clock}, host)),
});
/** The first snapshot that is not `connecting`. */
const firstPicture = new Promise((resolve) => {
  controller.subscribe((snapshot) => {
    if (snapshot.status !== 'connecting') resolve(snapshot);
  });
});
serveTasks({...controllerTasks(controller), firstPicture: () => firstPicture});
