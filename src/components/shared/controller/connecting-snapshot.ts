/** What an element knows before it has a controller. */
import {noCommands} from '../../../controller/availability.js';
import type {ConnectingSnapshot} from '../../../controller/snapshot.js';

export const CONNECTING_SNAPSHOT: ConnectingSnapshot = {
  status: 'connecting',
  placement: null,
  call: null,
  card: {status: 'unseen'},
  cardLostAt: null,
  autoClose: {status: 'normal'},
  commands: noCommands('connecting'),
  handles: [],
  problems: [],
  hub: {status: 'off'},
};
