/** The snapshot of a tab in the card of a call. */
import type {Snapshot} from '../../src/controller/snapshot.js';
import {CALL_OPTIONS, FakePortal, fakeSession} from './fake-portal.js';
import {controllerOver} from './controller-over.js';

export function connectedSnapshot(options: object = {}): Promise<Snapshot> {
  const session = fakeSession('CALL_CARD', {...CALL_OPTIONS, ...options});
  return controllerOver(new FakePortal(session)).start();
}
