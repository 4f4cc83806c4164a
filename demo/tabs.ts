/** Shows the first page's call in another tab, as a portal does in all tabs of the operator. */
import {CARD_EVENTS} from '../src/model/card/card-event.js';
import type {SimulatedPortal} from '../src/simulator/index.js';

export async function mirrorCalls(first: SimulatedPortal, tab: SimulatedPortal): Promise<void> {
  // A card that opens before the worker has bound the event would stay in its service state.
  if (tab.worker !== undefined) await tab.whenBound(tab.worker, CARD_EVENTS.initialized.wire);
  let shown: string | undefined;
  const stop = first.subscribeCard((snapshot) => {
    if (!first.pages.includes(tab)) {
      stop();
      return;
    }
    if (snapshot?.call.callId === shown) return;
    shown = snapshot?.call.callId;
    if (snapshot === null) tab.closeCard();
    else tab.showCall(snapshot.call);
  });
}
