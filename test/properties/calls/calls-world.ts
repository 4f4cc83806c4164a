/** Plays calls one after the other in a page of a portal with the app's worker and its tabs. */
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import type {CardTimer, OpenCard} from '../../../src/controller/snapshot.js';
import type {Card} from '../../../src/simulator/portal/card/card-machine.js';
import {
  CALL_CARD,
  PAGE_BACKGROUND_WORKER,
} from '../../../src/simulator/portal/commands/placement-interface.js';
import {FakeLocks} from '../../support/fake-locks.js';
import {expectNoFault} from '../conversation/faults.js';
import {nextTask, VirtualTime} from '../conversation/virtual-time.js';
import {holds, same} from '../expectations.js';
import {tally} from '../tally.js';
import {AppChannel, AppFrame, type AppSurroundings} from './app-frame.js';
import type {CallScript, CallsScript, CallStep} from './call-script.js';
import {PortalPage, type Doubts} from './portal-page.js';

/** By then everything has been answered, or never will be, in milliseconds. */
const REST_MS = 5000;
const CLOSE = {name: 'close', parameters: {}} as const;

export class CallsWorld {
  readonly #script: CallsScript;
  readonly #time = new VirtualTime();
  readonly #around: AppSurroundings;
  readonly #page: PortalPage;
  readonly #restoreTimers: () => void;
  #fates = 0;
  #ids = 0;
  #callId = 0;
  #calls = 0;
  /** Whether anybody has closed the present card, or wanted to. */
  #mayBeGone = false;
  #worker: AppFrame | undefined;
  #tab: AppFrame | undefined;

  constructor(script: CallsScript) {
    this.#script = script;
    this.#restoreTimers = this.#time.install();
    this.#page = new PortalPage(this.#time, script.latency, () => {
      this.#fates += 1;
      return script.fates[this.#fates % script.fates.length] ?? {kind: 'at once'};
    });
    this.#around = {
      time: this.#time,
      channel: new AppChannel(this.#time),
      locks: new FakeLocks(),
      newId: () => `id-${(this.#ids += 1)}`,
    };
  }

  async play(): Promise<void> {
    try {
      this.#worker = new AppFrame(this.#page, PAGE_BACKGROUND_WORKER, this.#around);
      await this.#pass(1000);
      for (const call of this.#script.calls) await this.#play(call);
      await this.#rest();
    } finally {
      this.#tab?.unload();
      this.#worker?.unload();
      await nextTask();
      this.#restoreTimers();
      tally.conversations += 1;
    }
  }

  async #play(call: CallScript): Promise<void> {
    await this.#open(call);
    let tabAfter = call.tabAfter;
    const openTab = (): void => {
      tabAfter = null;
      this.#tab = new AppFrame(this.#page, CALL_CARD, this.#around);
    };
    if (tabAfter === 0) openTab();
    for (const step of call.steps) {
      await this.#take(step);
      if (step.kind === 'pass' && tabAfter !== null) {
        tabAfter -= step.milliseconds;
        if (tabAfter <= 0) openTab();
      }
    }
    await this.#end(call);
  }

  /** The card opens, and the worker hears of it before anybody asks for anything. */
  async #open({hasOldId, hasRecord, isGreeted}: CallScript): Promise<void> {
    tally.calls += 1;
    this.#calls += 1;
    this.#mayBeGone = false;
    if (!hasOldId) this.#callId += 1;
    const greeted = this.#worker?.controller.on('initialized', () => {
      if (isGreeted) this.#worker?.run({name: 'setUiState', parameters: {uiState: 'incoming'}});
    });
    this.#page.start({
      callId: `call ${this.#callId}`,
      phoneNumber: '+4930123456',
      entity: hasRecord ? {typeId: 3, id: 17} : null,
    });
    // The tab of the card before goes with its card.
    this.#tab?.unload();
    this.#tab = undefined;
    // A page that is just being loaded hears nothing of the card.
    const {status} = this.#worker?.controller.snapshot ?? {};
    if (status !== 'ready') this.#page.doubts.everything = true;
    await this.#pass(this.#script.latency);
    greeted?.();
  }

  /** What one of the two knows it tells the other's next page. */
  async #reload(who: 'worker' | 'tab' | 'both'): Promise<void> {
    const {doubts} = this.#page;
    doubts.timer = true;
    const [worker, tab] = [who !== 'tab' && this.#worker, who !== 'worker' && this.#tab];
    const staying = [this.#worker, this.#tab].filter((each) => each !== worker && each !== tab);
    if (!staying.some(knowsCard)) doubts.everything = true;
    if (worker) {
      worker.unload();
      // It knew at least what it had asked for.
      for (const name of doubts.commands) doubts.lost.add(name);
    }
    if (tab) tab.unload();
    await this.#pass(30);
    if (tab) this.#tab = new AppFrame(this.#page, CALL_CARD, this.#around);
    if (worker) this.#worker = new AppFrame(this.#page, PAGE_BACKGROUND_WORKER, this.#around);
  }

  async #take(step: CallStep): Promise<void> {
    if (step.kind === 'pass') await this.#pass(step.milliseconds);
    else if (step.kind === 'reload') await this.#reload(step.who);
    else if (step.kind === 'rest') await this.#rest();
    else if (step.from === 'worker') this.#worker?.run(step.command);
    else if (this.#tab?.isJoined === true) this.#tab.run(step.command);
  }

  async #end({end, lastWish}: CallScript): Promise<void> {
    this.#mayBeGone ||= end !== 'replaced' || lastWish === 'close';
    if (end === 'by the worker') this.#worker?.run(CLOSE);
    if (end === 'by the tab' && this.#tab?.isJoined === true) this.#tab.run(CLOSE);
    await this.#arriveAll();
    const {channel} = this.#around;
    if (end === 'by the portal') this.#page.desk.closeCard();
    if (lastWish === null || this.#tab?.isJoined !== true) return;
    channel.delay = 2 * this.#script.latency + 5;
    const title = {name: 'setTitle', parameters: {title: lastWishOf(this.#calls)}} as const;
    this.#tab.run(lastWish === 'close' ? CLOSE : title);
    channel.delay = 1;
  }

  /**
   * Whatever was asked for reaches the portal: a command that meets the next card there is run on it,
   * and neither side can tell. Its answer may still come when it likes.
   */
  async #arriveAll(): Promise<void> {
    const {channel} = this.#around;
    while (this.#page.underWay > 0 || channel.underWay > 0) await this.#pass(1);
  }

  async #rest(): Promise<void> {
    await this.#pass(REST_MS);
    expectNoFault();
    this.#compare();
  }

  #compare(): void {
    const {desk, doubts, isCloseTold} = this.#page;
    const card = desk.snapshot?.card;
    const {title = ''} = card ?? {};
    // What was asked for the card before is run on none.
    holds(card !== undefined || this.#mayBeGone, () => 'the card was closed by an old command');
    holds(title.length < 2 || title === lastWishOf(this.#calls), () => `the title is ${title}`);
    for (const [who, frame] of [
      ['the worker', this.#worker],
      ['the tab', this.#tab],
    ] as const) {
      if (frame === undefined) continue;
      holds(
        frame.pending.size === 0,
        () => `${who} waits for ${JSON.stringify([...frame.pending])}`,
      );
      // Of a card that the operator closed nobody is told.
      if (card !== undefined)
        compareCards(who, frame.controller, card, doubts, this.#tab !== undefined);
      else if (isCloseTold && who === 'the worker') {
        same(frame.controller.snapshot.card.status, 'closed', `the card of ${who}`);
      }
    }
  }

  async #pass(milliseconds: number): Promise<void> {
    await this.#time.pass(milliseconds, nextTask);
  }
}

function knowsCard(frame: AppFrame | undefined): boolean {
  return frame?.isJoined === true && frame.controller.snapshot.card.status === 'open';
}

function lastWishOf(call: number): string {
  return `Last wish of call ${call}`;
}

function compareCards(
  who: string,
  {snapshot}: CallCardController,
  card: Card,
  doubts: Doubts,
  hasTab: boolean,
): void {
  // Without a tab nobody tells the worker that there is a card.
  if (doubts.everything && !hasTab) return;
  holds(snapshot.card.status === 'open', () => `the card of ${who} is ${snapshot.card.status}`);
  const shown: OpenCard = snapshot.card;
  const {lost} = doubts;
  const isKnown = (name: string): boolean => !doubts.commands.has(name) && !lost.has(name);
  if (doubts.everything) return;
  if (!lost.has('setUiState')) same(shown.uiState.value, card.uiState, `the state of ${who}`);
  if (isKnown('setUiState')) same(shown.uiState.certainty, 'confirmed', `the state of ${who}`);
  if (isKnown('setTitle')) same(shown.title ?? '', card.title, `the title of ${who}`);
  if (isKnown('setStatusText')) same(shown.statusText ?? '', card.statusText, `the text of ${who}`);
  if (isKnown('setMute')) same(shown.muted, card.muted, `whether ${who} is muted`);
  if (isKnown('setHold')) same(shown.held, card.held, `whether ${who} is held`);
  if (!doubts.timer) compareTimers(who, shown.timer, card.timer);
}

/** The app hears of a start when it is confirmed: by silence after 300 ms, or with an answer. */
function compareTimers(who: string, shown: CardTimer, timer: Card['timer']): void {
  same(shown.status, timer.status, `the timer of ${who}`);
  if (shown.status === 'hidden' || timer.status === 'hidden') return;
  const late = shown.startedAt - timer.since;
  holds(late >= 0 && late <= 400, () => `the timer of ${who} is ${late} ms late`);
}

export async function playCalls(script: CallsScript): Promise<void> {
  await new CallsWorld(script).play();
}
