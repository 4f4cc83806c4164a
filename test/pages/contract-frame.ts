/** An app over the kit's own adapter. */
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import {serveContract} from './contract-tasks.js';

serveContract(() => Promise.resolve({portal: fromFrame(), end: () => undefined}));
