/** The portal's page of the benchmark: a simulated portal, driven from outside. */
import {CONTACT} from '../../src/model/entity/entity-type.js';
import type {CallProgress} from '../../src/model/call/call.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import {SimulatedPortal} from '../../src/simulator/index.js';
import type {PortalFrame} from '../../src/simulator/portal/frames/portal-frame.js';

/** Whom the campaign calls; all of them are in the sample firm's CRM. */
const CLIENTS = [17, 21, 101].map((id) => ({typeId: CONTACT, id}));

const backend = await PortalBackend.create();
const portal = new SimulatedPortal({
  backend,
  appOrigin: location.origin.replace('127.0.0.1', 'localhost'),
  isAdmin: false,
});
let frame: PortalFrame | undefined;
let report: Promise<unknown>;
let reported: (report: unknown) => void = () => undefined;

addEventListener('message', ({data}: MessageEvent<unknown>) => {
  // The pages that are measured say what they have found; all else is for the portal.
  if (typeof data === 'object' && data !== null && 'report' in data) reported(data.report);
});

/** What the benchmark does on this page. */
export const stage = {
  /** The card of a call of contact 17, with the app in its tab. */
  async open(url: string, campaign = false): Promise<void> {
    portal.startCall({
      phoneNumber: '+4930123456',
      lineName: 'Berlin',
      entity: {typeId: CONTACT, id: 17},
      campaign,
    });
    await stage.show(url, 'CALL_CARD');
  },
  async show(url: string, placement: string): Promise<void> {
    report = new Promise((resolve) => (reported = resolve));
    frame = await portal.openFrame({url, placement});
    if (placement !== 'CALL_CARD') return;
    frame.element?.setAttribute('style', 'width: 420px; height: 620px; border: 0');
  },
  /** What the page that was opened last says of itself. */
  report: (): Promise<unknown> => report,
  close(): void {
    frame?.close();
    portal.closeCard();
    portal.timeline.clear();
  },
  /** Says how far the conversation is; the moment at which it was said. */
  progress(progress: CallProgress): number {
    const at = performance.timeOrigin + performance.now();
    portal.setCallProgress(progress);
    return at;
  },
  /** The next client of a campaign. */
  next(index: number): void {
    portal.nextClient({
      phoneNumber: '+4930123456',
      entity: CLIENTS[index % CLIENTS.length] ?? null,
    });
    portal.timeline.clear();
  },
};

Object.assign(globalThis, {stage});
