/** What holds for calls one after the other, in all frames of an app. */
import {callsScript} from './calls/call-script.js';
import {playCalls} from './calls/calls-world.js';
import {property, type NamedProperty} from './property.js';

const callsInARow = property(
  'call after call, the worker and the tab show the portal’s card, however late the answers are',
  {short: 120, long: 6000},
  callsScript,
  playCalls,
);

export const callProperties: readonly NamedProperty[] = [callsInARow];
