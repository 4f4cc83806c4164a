/** The key of the context that provides a controller to the elements inside. */
import {createContext} from '@lit/context';
import type {CallCardController} from '../../../controller/call-card-controller.js';

/**
 * The value is `undefined` while the context has not chosen its controller. The key is the same for
 * every copy of the kit on the page.
 */
export const controllerContext = createContext<CallCardController | undefined>(
  Symbol.for('call-card-kit.controller-context'),
);
