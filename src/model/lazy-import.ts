/** A part of the kit that is fetched when it is needed. */
import {CallCardError} from './errors/call-card-error.js';

/** The part; rejects with `offline` when it can't be fetched. */
export async function importPart<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new CallCardError('offline', 'A part of the kit could not be loaded.', {cause});
  }
}
