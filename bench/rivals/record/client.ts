/** Who calls in the benchmark. */
import {CONTACT} from '../../../src/model/entity/entity-type.js';

/**
 * Alike but for the id: each opening is a call of another one, since an app may still have the record
 * of the call before.
 */
export const CLIENTS = Array.from({length: 10}, (_, index) => ({
  typeId: CONTACT,
  id: 1057 + index,
}));
