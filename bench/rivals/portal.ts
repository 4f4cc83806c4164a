/** The portal's page of the benchmark: a simulated portal, driven from outside. */
import {CONTACT} from '../../src/model/entity/entity-type.js';
import type {CallProgress} from '../../src/model/call/call.js';
import {PortalBackend, type CreatedPortal} from '../../src/simulator/backend-client.js';
import {SimulatedPortal} from '../../src/simulator/index.js';
import type {PortalFrame} from '../../src/simulator/portal/frames/portal-frame.js';
import {CLIENTS} from './record/client.js';

/** Whom the campaign calls; all of them are in the firm's CRM. */
const CAMPAIGN = [CLIENTS[0], {typeId: CONTACT, id: 21}, {typeId: CONTACT, id: 101}];

/** All tabs of the browser are the same portal's. */
const backend = await samePortal();
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
  /** The card of another client's call, with the app in its tab so many milliseconds later. */
  async open(url: string, {campaign = false, tabAfter = 0} = {}): Promise<void> {
    const calls = Number(localStorage.getItem('calls') ?? 0);
    localStorage.setItem('calls', String(calls + 1));
    portal.startCall({
      callId: `externalCall.${calls}`,
      phoneNumber: '+4930123456',
      lineName: 'Berlin',
      entity: CLIENTS[campaign ? 0 : calls % CLIENTS.length] ?? null,
      campaign,
    });
    if (tabAfter > 0) await new Promise((resolve) => setTimeout(resolve, tabAfter));
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
      entity: CAMPAIGN[index % CAMPAIGN.length] ?? null,
    });
    portal.timeline.clear();
  },
};

Object.assign(globalThis, {stage});

async function samePortal(): Promise<PortalBackend> {
  const known = localStorage.getItem('portal');
  if (known !== null) return new PortalBackend(location.origin, JSON.parse(known) as CreatedPortal);
  const {origin, id, memberId} = await PortalBackend.create();
  localStorage.setItem('portal', JSON.stringify({id, memberId}));
  return new PortalBackend(origin, {id, memberId});
}
