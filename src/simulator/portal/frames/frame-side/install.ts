/**
 * The first script of an app's page in the simulator. It puts the conditions in force that the portal has
 * written into the page's address, and does nothing in an address without them.
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
  // The channel to the portal is made before its class is replaced: it must work in a frozen frame.
  const channel = new MessageChannel();
  deny(conditions.deny ?? []);
  const gate = new Gate();
  const events = new GatedEvents(gate);
  gateTimers(gate);
  gatePromises(gate);
  followOrders(channel.port1, gate, events);
  const [host = '', secure, sid = ''] = window.name.split('|');
  parent.postMessage(helloOf(sid), `http${secure === '1' ? 's' : ''}://${host}`, [channel.port2]);
}

function followOrders(port: MessagePort, gate: Gate, events: GatedEvents): void {
  let announced = false;
  const orders = {
    freeze: () => {
      // As in a browser: the page may still act before it stops.
      announced = gate.isOpen;
      if (announced) events.dispatchLifecycleEvent('freeze');
      gate.freeze();
    },
    'freeze-silently': () => {
      announced = false;
      gate.freeze();
    },
    resume: async () => {
      if (announced) events.dispatchLifecycleEvent('resume');
      announced = false;
      await gate.resume();
    },
    crash: () => gate.die(),
  } satisfies Record<FrameOrder, () => unknown>;
  port.onmessage = async ({data, ports: [answer]}: MessageEvent<unknown>) => {
    const order = asOrder(data);
    if (order !== undefined) await orders[order]();
    answer?.postMessage('done');
  };
}
