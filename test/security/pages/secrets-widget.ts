/** A widget, or a worker, that tells a test everything that can be read on its page. */
import './eavesdropper.js';
import {connect} from '../../../src/controller/connect.js';
import {fromFrame} from '../../../src/portal/frame/frame-portal.js';
import {controllerTasks} from '../../pages/controller-tasks.js';
import {ELEMENT_TASKS} from '../../pages/element-tasks.js';
import {serveTasks} from '../../pages/probe.js';
import {logger, publicPlaces} from './public-places.js';

const controller = connect(fromFrame(), {logger});
await import('../../../src/entries/define.js');
const places = publicPlaces(controller);

serveTasks({
  ...controllerTasks(controller),
  ...ELEMENT_TASKS,
  reload: () => document.querySelector('crm-entity-panel')?.reload(),
  /** The places in which one of these texts can be read. */
  search: async (secrets: readonly string[]) => {
    const found: string[] = [];
    for (const [name, {read}] of Object.entries(places)) {
      const text = await read();
      if (secrets.some((secret) => text.includes(secret))) found.push(name);
    }
    return found;
  },
  /** What the server has written into the page. */
  written: () => document.querySelector('[data-call-card-context]')?.textContent ?? '',
  places: () => Object.keys(places),
  plant: async ({place, token}: {place: string; token: string}) => {
    await places[place]?.plant(token);
  },
});
