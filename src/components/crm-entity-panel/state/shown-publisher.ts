/** Tells the elements that follow a panel which record it shows. */
import type {CallCardController} from '../../../controller/call-card-controller.js';
import {ShownRecords, type ShownRecord} from '../../shared/record/shown-record.js';
import type {PanelState} from './panel-state.js';

export class ShownPublisher {
  #records: ShownRecords | undefined;

  /** @param controller - `undefined` when the panel has left the page */
  publish(controller: CallCardController | undefined, state: PanelState): void {
    const records = controller && ShownRecords.of(controller);
    if (records !== this.#records) this.#records?.set(this);
    this.#records = records;
    records?.set(this, shownIn(state));
  }
}

function shownIn(state: PanelState): ShownRecord {
  switch (state.status) {
    case 'connecting':
    case 'searching':
      return {ref: null, isSettled: false};
    case 'record':
      return {ref: state.ref, isSettled: state.loading.status !== 'loading'};
    default:
      return {ref: null, isSettled: true};
  }
}
