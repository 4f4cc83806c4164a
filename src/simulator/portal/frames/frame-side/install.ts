/**
 * The first script of an app's page that is shown in the simulator: brings the conditions about that
 * the portal has written into the page's address. Without such a parameter it does nothing at all.
 */
import {asOrder, conditionsIn, type FrameOrder} from '../frame-conditions.js';
import {helloOf} from '../frame-control.js';
import {deny} from './denials.js';
import {Gate} from './gate.js';
import {GatedEvents} from './gated-events.js';
import {gatePromises} from './gated-promises.js';
import {gateTimers} from './gated-timers.js';

const conditions = conditionsIn(location.href);
if (conditions !== null) {
  // The line to the portal is made of the platform's own parts: it must work in a frozen frame.
  const line = new MessageChannel();
  deny(conditions.deny ?? []);
  const gate = new Gate();
  const events = new GatedEvents(gate);
  gateTimers(gate);
  gatePromises(gate);
  obey(line.port1, gate, events);
  const [host = '', secure, sid = ''] = window.name.split('|');
  parent.postMessage(helloOf(sid), `http${secure === '1' ? 's' : ''}://${host}`, [line.port2]);
}

function obey(line: MessagePort, gate: Gate, events: GatedEvents): void {
  let announced = false;
  const orders = {
    freeze: () => {
      // The page's last chance to do something, as in a browser.
      announced = gate.isOpen;
      if (announced) events.announce('freeze');
      gate.freeze();
    },
    'freeze-silently': () => {
      announced = false;
      gate.freeze();
    },
    resume: async () => {
      if (announced) events.announce('resume');
      announced = false;
      await gate.resume();
    },
    crash: () => gate.die(),
  } satisfies Record<FrameOrder, () => unknown>;
  line.onmessage = async ({data, ports: [answer]}: MessageEvent<unknown>) => {
    const order = asOrder(data);
    if (order !== undefined) await orders[order]();
    answer?.postMessage('done');
  };
}
