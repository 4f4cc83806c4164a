/** An app over the adapter for the global of BX24.js, for which a double stands. */
import {fromBX24} from '../../src/portal/bx24-transport.js';
import {makeBx24} from '../support/bx24-double.js';
import {serveContract} from './contract-tasks.js';

/** The one that was loaded last. */
let bx24 = makeBx24(window);

serveContract(
  () => {
    const loaded = makeBx24(window);
    bx24 = loaded;
    return Promise.resolve({portal: fromBX24(loaded), end: () => loaded.unload()});
  },
  (tell) => ({
    // For the tests of the double itself: each callback tells what it was given.
    init: () => bx24.init(() => tell({called: 'init'})),
    facts: () => ({
      auth: bx24.getAuth(),
      lang: bx24.getLang(),
      isAdmin: bx24.isAdmin(),
      domain: bx24.getDomain(),
      info: bx24.placement.info(),
    }),
    refreshAuth: () => bx24.refreshAuth((value) => tell({called: 'refreshAuth', value})),
    placementCall: ({command, parameters}: {command: string; parameters: object}) => {
      bx24.placement.call(command, {...parameters}, (value) => tell({called: command, value}));
    },
    callWithoutCallback: (command: string) => bx24.placement.call(command, {}),
    getInterface: () => {
      bx24.placement.getInterface((value) => tell({called: 'getInterface', value}));
    },
    bindEvent: (event: string) => {
      bx24.placement.bindEvent(event, (value) => tell({called: event, value}));
    },
    callMethod: ({method, parameters}: {method: string; parameters: Record<string, string>}) => {
      bx24.callMethod(method, parameters, (value) => tell({called: method, value}));
    },
  }),
);
