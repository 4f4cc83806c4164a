/** The snapshot of a tab in the card of a call. */
import {CallCardController} from '../../src/controller/call-card-controller.js';
import type {Snapshot} from '../../src/controller/snapshot.js';
import {CALL_OPTIONS, FakePortal, fakeSession} from './fake-portal.js';

export function connectedSnapshot(options: object = {}): Promise<Snapshot> {
  const session = fakeSession('CALL_CARD', {...CALL_OPTIONS, ...options});
  return new CallCardController(new FakePortal(session)).start();
}
