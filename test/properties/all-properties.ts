/** Every property, for the long run (`node test/properties/fuzz.mjs`). */
import {callProperties} from './call-properties.js';
import {conversationProperties} from './conversation-properties.js';
import {historyProperties} from './history-properties.js';
import {hubProperties} from './hub-properties.js';
import {noteProperties} from './note-properties.js';
import type {NamedProperty} from './property.js';
import {readerProperties} from './reader-properties.js';
import {serverProperties} from './server-properties.js';
import {wireProperties} from './wire-properties.js';

export {expectNoFault, reportFault} from './conversation/faults.js';
export {tally} from './tally.js';

export const allProperties: readonly NamedProperty[] = [
  ...readerProperties,
  ...serverProperties,
  ...wireProperties,
  ...conversationProperties,
  ...callProperties,
  ...hubProperties,
  ...noteProperties,
  ...historyProperties,
];
