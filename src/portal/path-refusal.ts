/** What a portal's refusal to open a path means. Fetched with the first one: most paths open. */
import {CallCardError} from '../model/errors/call-card-error.js';
import {asObject, asText} from '../model/parse/reading.js';

/** @param answer - the portal's, which says that it is an error */
export function pathRefusal(path: string, answer: unknown): CallCardError {
  const code = asText(asObject(answer)?.['errorCode']) ?? '';
  return new CallCardError('not-allowed', `The portal does not open ${path} (${code}).`, {
    request: 'openPath',
    parameters: {path},
    portal: {code, description: ''},
  });
}
