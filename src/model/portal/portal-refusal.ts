/** Refusals that concern the whole app, behind codes that others share with them. */
import type {CallCardErrorDetails} from '../errors/call-card-error.js';

/** `plan`: the portal's plan has no REST for apps. `blocked`: its vendor has stopped all requests. */
export type AppRefusal = 'plan' | 'blocked';

/**
 * `ACCESS_DENIED` is about one record with HTTP 400 and inside of a batch; with 403 it is about the
 * portal's plan (reference: REST, section 3.2).
 */
export function appRefusalOf(portal: CallCardErrorDetails['portal']): AppRefusal | undefined {
  if (portal?.code === 'OVERLOAD_LIMIT') return 'blocked';
  return portal?.code === 'ACCESS_DENIED' && portal.status === 403 ? 'plan' : undefined;
}
