/** Many ends of the hub in one page, over the browser's own channel and locks; `bench/hub.mjs` asks. */
import {BROWSER} from '../src/hub/browser-hub.js';
import {Hub} from '../src/hub/hub.js';
import type {OwnFrame} from '../src/hub/hub-host.js';
import {afterCommand, OPENED_CARD} from '../src/model/card/card-reducer.js';
import {readCall} from '../src/model/call/call.js';
import type {Card} from '../src/model/card/card.js';

const CALL_ID = 'externalCall.1';
const WORKER: OwnFrame = {
  role: 'worker',
  callId: CALL_ID,
  commands: ['setUiState', 'setMute', 'setHold', 'setTitle'],
  client: null,
  rank: 'listening-worker',
  handles: [],
};
const TAB: OwnFrame = {...WORKER, role: 'tab', commands: [], rank: 'none'};

let names = 0;

/** Frames of one app: a worker with the card of a call, another worker, and tabs. */
class App {
  readonly hubs: Hub[] = [];
  /** How many messages were posted. */
  posted = 0;
  readonly #name = `bench ${(names += 1)}`;
  readonly #withLocks: boolean;

  constructor(withLocks: boolean) {
    this.#withLocks = withLocks;
  }

  async open(frames: number): Promise<void> {
    for (let count = 0; count < frames; count += 1) await this.#add(count < 2 ? WORKER : TAB);
  }

  close(): void {
    for (const hub of this.hubs) hub.close();
  }

  async #add(own: OwnFrame): Promise<void> {
    const {value: call} = readCall({CALL_ID});
    if (call === null) throw new Error('The call can’t be read.');
    let card: Card = OPENED_CARD;
    const hub: Hub = new Hub(this.#name, this.#environment(), {
      describe: () => own,
      runHere: (command) => {
        card = afterCommand(card, command, Date.now());
        if (card.status === 'open') hub.announceCall({call, card});
        return Promise.resolve(undefined);
      },
      act: () => undefined,
      changed: () => undefined,
      fault: () => undefined,
    });
    this.hubs.push(hub);
    await hub.open();
    if (own === WORKER && this.hubs.length === 1) hub.announceCall({call, card: OPENED_CARD});
  }

  #environment(): typeof BROWSER {
    const {clock, newId, observePage, isInSlider, enterPage, neighbours} = BROWSER;
    return {
      enterPage,
      neighbours,
      clock,
      newId,
      observePage,
      isInSlider,
      locks: this.#withLocks ? BROWSER.locks : null,
      open: (name, hear) => {
        const transport = BROWSER.open(name, hear);
        return (
          transport && {
            ...transport,
            post: (text) => {
              this.posted += 1;
              transport.post(text);
            },
          }
        );
      },
    };
  }
}

function titleIn(hub: Hub): string | null {
  const card = hub.calls.cardFor(CALL_ID, {status: 'unseen'});
  return card.status === 'open' ? card.title : null;
}

/** Resolves when the condition holds, looked at in every task. */
async function until(holds: () => boolean): Promise<void> {
  const {port1, port2} = new MessageChannel();
  while (!holds()) {
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
  port1.close();
}

/** What one change of a card and what silence costs, and how long a command takes to be everywhere. */
async function measure(frames: number, withLocks: boolean, commands: number, idleMs: number) {
  const app = new App(withLocks);
  await app.open(frames);
  const tab = app.hubs.at(-1);
  if (tab === undefined) throw new Error('There must be a tab.');
  const times: number[] = [];
  const messages: number[] = [];
  for (let count = 0; count < commands; count += 1) {
    const title = `Title ${count}`;
    const [before, began] = [app.posted, performance.now()];
    await tab.commands.relayCommand({name: 'setTitle', parameters: {title}}, CALL_ID);
    await until(() => app.hubs.every((hub) => titleIn(hub) === title));
    times.push(performance.now() - began);
    messages.push(app.posted - before);
  }
  const before = app.posted;
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const idle = app.posted - before;
  const [leader, next] = app.hubs;
  const began = performance.now();
  leader?.close();
  if (next !== undefined) await until(() => next.leads);
  const takeover = performance.now() - began;
  app.close();
  return {times, messages, idle, takeover};
}

Object.assign(globalThis, {measure});
