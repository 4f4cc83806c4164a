/** A portal whose app has a softphone in its worker, and a widget in the card of each of its tabs. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject, isObject, type JsonObject} from '../../src/model/parse/reading.js';
import type {
  FrameConditions,
  PortalFrame,
  SimulatedCall,
  SimulatedPortal,
} from '../../src/simulator/index.js';
import {pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import type {ProbedPage} from './probed-page.js';
import {ProbedPages} from './probed-pages.js';
import {waitUntil} from './wait-until.js';

export const CONTROLS = 'call-state-controls';
/** The operator's buttons, without those of the card group, some of which have the same texts. */
export const BUTTONS = [CONTROLS, '[aria-label="Call"]'] as const;

export class HubStage {
  readonly portal: SimulatedPortal;
  readonly pages: ProbedPages;

  constructor(portal: SimulatedPortal, pages: ProbedPages) {
    this.portal = portal;
    this.pages = pages;
  }

  /** Opens the worker of the first page. */
  async worker(): Promise<ProbedPage> {
    return this.ready(await this.portal.openWorker());
  }

  /** Opens the app's tab in the card of a page of the portal. */
  async widget(portal = this.portal, page = 'widget.html'): Promise<ProbedPage> {
    const frame = await portal.openFrame({url: pageOf(page), placement: 'CALL_CARD'});
    return this.ready(frame);
  }

  /** The page in a frame, connected to its portal. */
  async ready(frame: PortalFrame | undefined): Promise<ProbedPage> {
    const page = await this.pages.of(frame);
    const status = await page.do('ready');
    if (status !== 'ready') throw new Error(`The frame is ${JSON.stringify(status)}.`);
    return page;
  }

  /** A call that rings, in the card of the first page. */
  async ring(worker: ProbedPage): Promise<SimulatedCall> {
    // A card without a record would not answer the state of a conversation.
    const entity = {typeId: CONTACT, id: 17};
    const call = this.portal.startCall({phoneNumber: '+4930123456', entity});
    await until(
      worker,
      'know the call',
      ({call: known}) => asObject(known)?.['id'] === call.callId,
    );
    await worker.run({name: 'setUiState', parameters: {uiState: 'incoming'}});
    return call;
  }
}

/** A stage for each test of a suite. @param worker - the page of the app's worker */
export function hubStages(
  worker = 'hub-softphone.html',
): (conditions?: FrameConditions) => HubStage {
  const makePortal = portalsOfATest();
  const opened: ProbedPages[] = [];
  afterEach(() => {
    for (const pages of opened.splice(0)) pages.dispose();
  });
  return (conditions = {}) => {
    const pages = new ProbedPages();
    opened.push(pages);
    return new HubStage(makePortal({worker: {url: pageOf(worker)}, conditions}), pages);
  };
}

export async function snapshotOf(page: ProbedPage): Promise<JsonObject> {
  return asObject(await page.do('snapshot')) ?? {};
}

/** Waits until a page's snapshot is as it should be. */
export async function until(
  page: ProbedPage,
  words: string,
  holds: (snapshot: JsonObject) => boolean,
): Promise<void> {
  let seen: JsonObject = {};
  const look = async (): Promise<boolean> => {
    seen = await snapshotOf(page);
    return holds(seen);
  };
  await waitUntil(look, words, {timeout: 15_000}).catch(() => {
    const {call, card, hub} = seen;
    throw new Error(`The page should ${words}; it says: ${JSON.stringify({call, card, hub})}`);
  });
}

/** The operator's actions that the app in a page has received, in their order. */
export function actionsIn({events}: ProbedPage): readonly JsonObject[] {
  return events.filter(isObject).filter((event) => 'action' in event);
}

/** Waits until the app has received exactly these actions in this order, maybe after the card's end. */
export async function heardActions(page: ProbedPage, wanted: readonly string[]): Promise<void> {
  const names = (): unknown[] => actionsIn(page).map(({action}) => action);
  await waitUntil(() => names().length >= wanted.length, 'the worker should tell all of it', {
    timeout: 15_000,
  }).catch(() => undefined);
  expect(names().join()).to.equal(wanted.join());
}
