/** Opens `conditions-app.html` in a portal of a test, and reads its diary. */
import type {FrameOptions, PortalFrame, SimulatedPortal} from '../../../src/simulator/index.js';
import type {ProbedPage} from '../../support/probed-page.js';
import {ProbedPages} from '../../support/probed-pages.js';
import {pageOf, portalsOfATest} from './remote-app.js';
import {waitUntil} from '../../support/wait-until.js';

export const CONDITIONS_APP = pageOf('conditions-app.html');

export class ConditionedApp {
  readonly frame: PortalFrame;
  readonly page: ProbedPage;

  constructor(frame: PortalFrame, page: ProbedPage) {
    this.frame = frame;
    this.page = page;
  }

  do(task: string, input?: unknown): Promise<unknown> {
    return this.page.do(task, input);
  }

  /** All that has happened in the frame, in order. */
  async diary(): Promise<readonly unknown[]> {
    const diary = await this.do('diary');
    return Array.isArray(diary) ? (diary as unknown[]) : [];
  }

  /** Waits until something is in the diary. */
  async notes(entry: string): Promise<void> {
    const noted = async (): Promise<boolean> => (await this.diary()).includes(entry);
    await waitUntil(noted, `the diary should have ${entry}`, {timeout: 8000});
  }
}

export interface ConditionStage {
  readonly portal: () => SimulatedPortal;
  readonly pages: () => ProbedPages;
  /** Opens the app; with no conditions at all where they are `null`. */
  open(options?: Partial<FrameOptions>): Promise<ConditionedApp>;
}

/** A portal for each test of a suite. */
export function conditionStage(): ConditionStage {
  const makePortal = portalsOfATest();
  let portal: SimulatedPortal;
  let pages: ProbedPages;
  beforeEach(() => {
    pages = new ProbedPages();
    portal = makePortal();
  });
  afterEach(() => pages.dispose());
  return {
    portal: () => portal,
    pages: () => pages,
    open: async (options = {}) => {
      const usual = {url: CONDITIONS_APP, placement: 'CALL_CARD', conditions: {}};
      const frame = await portal.openFrame({...usual, ...options});
      return new ConditionedApp(frame, await pages.of(frame));
    },
  };
}
