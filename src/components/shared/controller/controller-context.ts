/** The key under which a context hands its controller to the elements inside. */
import {createContext} from '@lit/context';
import type {CallCardController} from '../../../controller/call-card-controller.js';

/**
 * `undefined` says that a context is there and has not chosen its controller yet. The key is the
 * same for every copy of the kit on the page.
 */
export const controllerContext = createContext<CallCardController | undefined>(
  Symbol.for('call-card-kit.controller-context'),
);
