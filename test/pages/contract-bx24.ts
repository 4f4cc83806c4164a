/** An app over the adapter for the global of BX24.js, for which a double stands. */
import {fromBX24} from '../../src/portal/bx24/bx24-link.js';
import {makeBx24} from '../support/bx24-double.js';
import {serveContract} from './contract-tasks.js';

serveContract(() => {
  const bx24 = makeBx24(window);
  return Promise.resolve({portal: fromBX24(bx24), end: () => bx24.unload()});
});
