/** What sends REST requests: fetched when the first one is wanted, or before. */
import {loaded} from '../model/loaded.js';
import type {RestAccess} from './rest-access.js';

let code: Promise<typeof RestAccess> | undefined;

/**
 * Who asks again has it at once: for each `import()`, also of what is there, a browser takes a turn or
 * two. Rejects with what `loaded` rejects with; asking after that tries again.
 */
export function loadRest(): Promise<typeof RestAccess> {
  code ??= loaded(import('./rest-access.js')).then((part) => part.RestAccess);
  code.catch(() => (code = undefined));
  return code;
}
