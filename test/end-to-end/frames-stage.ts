/** Several frames of one app in a simulated portal, and what they cost together. */
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {Denial, PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';

export const WIDGET = {url: pageOf('widget.html'), placement: 'CALL_CARD'};

export interface FramesStage {
  readonly backend: PortalBackend;
  readonly portal: SimulatedPortal;
  readonly pages: ProbedPages;
  deny(denial: Denial): void;
  call(entity: EntityRef, bindings?: readonly EntityRef[]): void;
  /**
   * Opens so many frames at one moment. The first answer comes when all of them are ready, as it does
   * where opening one takes no seconds.
   */
  open(count: number): Promise<readonly ProbedPage[]>;
  /** How many calls each request had; the log is empty afterwards. */
  counted(): Promise<readonly number[]>;
}

/** The stage of the present test. */
export function framesStage(): () => FramesStage {
  const makePortal = portalsOfATest();
  let stage: FramesStage;
  beforeEach(async () => {
    const pages = new ProbedPages();
    const backend = await PortalBackend.create();
    const portal = makePortal({backend, conditions: {}});
    stage = {
      backend,
      portal,
      pages,
      deny: (denial) => {
        portal.conditions = {deny: [denial]};
      },
      call: (entity, bindings = []) => {
        portal.startCall({phoneNumber: '+4930123456', entity, bindings});
      },
      open: async (count) => {
        await backend.addFault({kind: 'hold', key: 'ready', method: 'batch', times: 1});
        const opening = Array.from({length: count}, () => portal.openFrame(WIDGET));
        const frames: readonly PortalFrame[] = await Promise.all(opening);
        const all = await Promise.all(frames.map((frame) => pages.of(frame)));
        for (const page of all) await page.do('ready');
        await backend.release('ready');
        return all;
      },
      counted: async () => {
        const requests = await backend.requests();
        await backend.clearRequests();
        return requests.map(({calls}) => calls.length);
      },
    };
  });
  afterEach(async () => {
    stage.pages.dispose();
    await stage.backend.dispose();
  });
  return () => stage;
}

/** Waits until each page shows all the words in its panel. */
export async function allShow(
  all: readonly ProbedPage[],
  ...words: readonly string[]
): Promise<void> {
  for (const page of all) for (const each of words) await page.shows(each, 'crm-entity-panel');
}
