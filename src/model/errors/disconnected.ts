/** The error of everything that is asked before the connection is open, or after its end. */
import {CallCardError} from './call-card-error.js';

export function disconnected(request: string): CallCardError {
  return new CallCardError('disconnected', 'There is no connection to the portal.', {request});
}
