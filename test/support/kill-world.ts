/** Three pages of a portal that show one call, each with a worker, of which the leading one is killed. */
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject, type JsonObject} from '../../src/model/parse/reading.js';
import type {PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {snapshotOf, until} from './hub-stage.js';
import {KillLedger} from './kill-ledger.js';
import type {ProbedPage} from './probed-page.js';
import type {ProbedPages} from './probed-pages.js';
import {waitUntil} from './wait-until.js';

export const KILLS = ['crash', 'close', 'reload', 'freeze', 'silent freeze'] as const;
type Kill = (typeof KILLS)[number];

/** The time limit of every step on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

interface Place {
  readonly portal: SimulatedPortal;
  frame: PortalFrame;
  page: ProbedPage;
}

export class KillWorld {
  readonly ledger = new KillLedger();
  readonly #places: Place[] = [];
  readonly #pages: ProbedPages;
  readonly #random: () => number;
  #titles = 0;

  /** @param random - a number from 0 to 1 */
  constructor(pages: ProbedPages, random: () => number) {
    this.#pages = pages;
    this.#random = random;
  }

  async open(portal: SimulatedPortal): Promise<void> {
    const frame = await portal.openWorker();
    const portals = [portal, await portal.openTab(), await portal.openTab()];
    for (const each of portals) {
      const worker = each.worker ?? frame;
      this.#places.push({portal: each, frame: worker, page: await this.#arrival(worker)});
    }
    const call = portal.startCall({phoneNumber: '+4930123456', entity: {typeId: CONTACT, id: 17}});
    for (const each of portals.slice(1)) each.showCall(call);
    for (const {page} of this.#places) {
      await until(page, 'know the call', ({call: known}) => known !== null);
    }
    await this.#allAreIn();
  }

  /** Kills the leader amid clicks and commands, and gives it back. */
  async round(kill: Kill): Promise<void> {
    const leader = await this.#leader();
    const others = this.#places.filter((place) => place !== leader);
    const work = [
      ...others.map((place) => this.#ask(place)),
      this.#command(this.#one(others)),
      this.#command(this.#one(others)),
    ];
    const doomed = this.ledger.newAction(this.#some(30), true);
    void leader.page.do('request', {name: 'comment', text: doomed});
    this.#click(this.#one(others));
    await this.#moment();
    work.push(this.#ask(this.#one(others)));
    await this.#kill(leader, kill);
    await waitUntil(
      async () => (await this.#leading(others)).length === 1,
      `one leads after a ${kill}`,
      {timeout: PATIENCE},
    );
    await Promise.all(work);
    await this.#revive(leader, kill);
  }

  /** Waits until all work has ended, and returns the states of all frames and cards. */
  async end(): Promise<readonly JsonObject[]> {
    const [first] = this.#places;
    if (first === undefined) throw new Error('The world is not open.');
    await waitUntil(() => this.ledger.missing.length === 0, undefined, {timeout: PATIENCE}).catch(
      () => undefined,
    );
    const title = {name: 'setTitle', parameters: {title: 'The end'}} as const;
    this.ledger.command(await first.page.do('outcome', title));
    const pictures = (): Promise<readonly JsonObject[]> =>
      Promise.all(
        this.#places.flatMap((place) => [frameShows(place), Promise.resolve(cardShows(place))]),
      );
    const agree = async (): Promise<boolean> =>
      new Set((await pictures()).map((each) => JSON.stringify(each))).size === 1;
    await waitUntil(agree, undefined, {timeout: PATIENCE}).catch(() => undefined);
    return pictures();
  }

  async #kill({frame, portal}: Place, kill: Kill): Promise<void> {
    this.ledger.killed(kill);
    if (kill === 'crash') await frame.crash();
    else if (kill === 'close') frame.close();
    else if (kill === 'reload') void frame.reload();
    else await frame.freeze({silently: kill === 'silent freeze'});
    if (kill === 'crash' || kill === 'close') void portal.openWorker();
  }

  async #revive(place: Place, kill: Kill): Promise<void> {
    if (kill === 'freeze' || kill === 'silent freeze') await place.frame.resume();
    else {
      await waitUntil(() => place.portal.worker !== undefined, undefined, {timeout: PATIENCE});
      place.frame = place.portal.worker ?? place.frame;
      place.page = await this.#arrival(place.frame);
    }
    await this.#allAreIn();
  }

  /** The page in a frame. Its reports go into the ledger. */
  async #arrival(frame: PortalFrame): Promise<ProbedPage> {
    const page = await this.#pages.of(frame);
    page.follow((event) => this.ledger.told(frame.sid.slice(0, 6), event));
    await page.do('ready');
    return page;
  }

  /** Waits until every frame knows the others, and the same leader. */
  async #allAreIn(): Promise<void> {
    await waitUntil(
      async () => {
        const hubs = await Promise.all(this.#places.map(({page}) => hubOf(page)));
        const leaders = hubs.filter(({leads}) => leads === true).length;
        return (
          leaders === 1 && hubs.every(({frames}) => Array.isArray(frames) && frames.length === 2)
        );
      },
      undefined,
      {timeout: PATIENCE},
    ).catch(async () => {
      const hubs = await Promise.all(this.#places.map(({page}) => hubOf(page)));
      throw new Error(`Not all are in: ${JSON.stringify(hubs)}`);
    });
  }

  async #leader(): Promise<Place> {
    const [leader] = await this.#leading(this.#places);
    if (leader === undefined) throw new Error('Nobody leads.');
    return leader;
  }

  async #leading(places: readonly Place[]): Promise<readonly Place[]> {
    const hubs = await Promise.all(places.map(({page}) => hubOf(page)));
    return places.filter((_place, index) => hubs[index]?.['leads'] === true);
  }

  /** As an element of the kit asks for it. */
  async #ask({page}: Place): Promise<void> {
    const text = this.ledger.newAction(this.#some(30));
    this.ledger.outcome(text, await page.do('request', {name: 'comment', text}));
  }

  /** As the operator asks for it in the card. */
  #click({portal}: Place): void {
    portal.click({name: 'comment', text: this.ledger.newAction(this.#some(30))});
  }

  async #command({page}: Place): Promise<void> {
    this.#titles += 1;
    const commands = [
      {name: 'setMute', parameters: {muted: this.#random() < 0.5}},
      {name: 'setHold', parameters: {held: this.#random() < 0.5}},
      {name: 'setTitle', parameters: {title: `Title ${this.#titles}`}},
    ];
    this.ledger.command(await page.do('outcome', this.#one(commands)));
  }

  /** A random moment from now. */
  async #moment(): Promise<void> {
    const milliseconds = this.#some(60);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  #some(most: number): number {
    return Math.floor(this.#random() * most);
  }

  #one<T>(list: readonly T[]): T {
    const item = list[this.#some(list.length)];
    if (item === undefined) throw new Error('There is none.');
    return item;
  }
}

async function hubOf(page: ProbedPage): Promise<JsonObject> {
  return asObject(await page.do('hub')) ?? {};
}

async function frameShows({page}: Place): Promise<JsonObject> {
  const {uiState, title, muted, held} = asObject((await snapshotOf(page))['card']) ?? {};
  return {uiState: asObject(uiState)?.['value'], title, muted, held};
}

function cardShows({portal}: Place): JsonObject {
  const {uiState, title, muted, held} = portal.card?.card ?? {};
  return {uiState, title, muted, held};
}
