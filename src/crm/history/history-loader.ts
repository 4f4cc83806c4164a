/** Loads histories and activities, once for all who want the same. */
import {CallCardError} from '../../model/errors/call-card-error.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {ActivityOptions, CrmActivity, CrmHistory, HistoryOptions} from '../history.js';

export class HistoryLoader {
  /** See `CrmStore.history`. */
  history(ref: EntityRef, _options?: HistoryOptions): Promise<CrmHistory> {
    return Promise.reject(
      new CallCardError('unsupported', `Histories can't be loaded yet (${ref.typeId}).`),
    );
  }

  /** See `CrmStore.activity`. */
  activity(id: number, _options?: ActivityOptions): Promise<CrmActivity> {
    return Promise.reject(
      new CallCardError('unsupported', `Activities can't be loaded yet (${id}).`),
    );
  }
}
