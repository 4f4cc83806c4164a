/** The `CallCardError` that a promise rejects with; fails when it resolves or throws another. */
import {CallCardError} from '../../src/model/errors/call-card-error.js';

export async function rejectionOf(promise: Promise<unknown>): Promise<CallCardError> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (error instanceof CallCardError) return error;
    throw error;
  }
  throw new Error(`It should have been rejected, and resolved with ${JSON.stringify(value)}.`);
}
