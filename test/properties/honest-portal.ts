/**
 * With a portal that keeps to the protocol, the snapshot shows the card as it is once everything has
 * arrived, however many commands are under way at a time.
 */
import fc from 'fast-check';
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {CardTimer, OpenCard} from '../../src/controller/snapshot.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import type {OperatorAction} from '../../src/model/card/operator-action.js';
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import {canClick, type Card} from '../../src/simulator/portal/card/card-machine.js';
import {DeskHost} from '../shift/desk-host.js';
import {ALL_UI_STATES} from './conversation/facts.js';
import {expectNoFault} from './conversation/faults.js';
import {nextTask, VirtualTime} from './conversation/virtual-time.js';
import {holds, same} from './expectations.js';
import {tally} from './tally.js';
import {property, type NamedProperty} from './property.js';
import {controllerOver} from '../support/controller-over.js';

type Step =
  | {readonly kind: 'command'; readonly command: CardCommand}
  | {readonly kind: 'call'; readonly hasRecord: boolean}
  | {readonly kind: 'click'; readonly action: OperatorAction}
  | {readonly kind: 'pass'; readonly milliseconds: number};

interface Case {
  readonly dialect: 'browser' | 'desktop';
  readonly latency: number;
  readonly steps: readonly Step[];
}

const uiState = fc.oneof(fc.constantFrom(...ALL_UI_STATES), fc.constantFrom('connected' as const));

const setUiState: fc.Arbitrary<CardCommand> = fc
  .tuple(uiState, fc.constantFrom({}, {disableAutoStartTimer: true}))
  .map(([state, timer]) => ({name: 'setUiState', parameters: {uiState: state, ...timer}}));

const command: fc.Arbitrary<CardCommand> = fc.oneof(
  {weight: 4, arbitrary: setUiState},
  {
    weight: 9,
    arbitrary: fc.constantFrom<CardCommand>(
      {name: 'startTimer', parameters: {}},
      {name: 'startTimer', parameters: {}},
      {name: 'stopTimer', parameters: {}},
      {name: 'stopTimer', parameters: {}},
      {name: 'setMute', parameters: {muted: true}},
      {name: 'setMute', parameters: {muted: false}},
      {name: 'setHold', parameters: {held: true}},
      {name: 'setHold', parameters: {held: false}},
      {name: 'setTitle', parameters: {title: 'A'}},
      {name: 'setTitle', parameters: {title: 'B'}},
      {name: 'setStatusText', parameters: {statusText: 'A'}},
      {name: 'setStatusText', parameters: {statusText: 'B'}},
      {name: 'close', parameters: {}},
      {name: 'listUiStates', parameters: {}},
    ),
  },
);

/** Mute and hold are the card's own switches, of which portals disagree. */
const plainActions = ['answer', 'skip', 'make-call', 'hang-up', 'close', 'next'] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 10, arbitrary: command.map((asked) => ({kind: 'command', command: asked}) as const)},
  {weight: 1, arbitrary: fc.boolean().map((hasRecord) => ({kind: 'call', hasRecord}) as const)},
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...plainActions)
      .map((name) => ({kind: 'click', action: {name}}) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(0, 20, 100, 300, 1000, 2500)
      .map((milliseconds) => ({kind: 'pass', milliseconds}) as const),
  },
);

const honest: fc.Arbitrary<Case> = fc.record({
  dialect: fc.constantFrom('browser', 'desktop'),
  latency: fc.constantFrom(0, 1, 20, 100),
  steps: fc.array(step, {maxLength: 20, size: 'max'}),
});

async function follow({dialect, latency, steps}: Case): Promise<void> {
  const time = new VirtualTime();
  const restore = time.install();
  const host = new DeskHost(time, {placement: 'PAGE_BACKGROUND_WORKER', dialect, latency});
  const controller = controllerOver(fromFrame({window: host.window}), {clock: time});
  let isTimerKnown = true;
  controller.on('initialized', () => (isTimerKnown = true));
  try {
    void controller.start();
    await time.pass(1000, nextTask);
    host.desk.start({entity: {typeId: 3, id: 17}});
    await time.pass(1000, nextTask);
    for (const next of steps) {
      if (next.kind === 'pass') await time.pass(next.milliseconds, nextTask);
      else if (next.kind === 'call') {
        // A command that is under way just then belongs to the one card or to the other.
        await time.pass(latency, nextTask);
        host.desk.start({entity: next.hasRecord ? {typeId: 3, id: 17} : null});
        await time.pass(latency, nextTask);
      } else if (next.kind === 'click') click(host, next.action);
      else {
        controller.run(next.command).catch((error: unknown) => {
          // The portal has lost the answer: what the timer does then only it knows.
          if ((error as {code: string}).code === 'timeout') isTimerKnown = false;
        });
      }
    }
    await time.pass(5000, nextTask);
    expectNoFault();
    compare(controller, host, isTimerKnown, latency);
  } finally {
    controller.dispose();
    restore();
    tally.conversations += 1;
    tally.messages += host.count.told;
    tally.commands += host.count.sent;
  }
}

function click({desk}: DeskHost, action: OperatorAction): void {
  const card = desk.snapshot?.card;
  if (card !== undefined && canClick(card, action.name)) desk.click(action);
}

function compare(
  {snapshot}: CallCardController,
  {desk}: DeskHost,
  isTimerKnown: boolean,
  latency: number,
): void {
  const card = desk.snapshot?.card;
  // Of a card that the operator closed nobody is told.
  if (card === undefined) return;
  holds(snapshot.card.status === 'open', () => `the card is ${snapshot.card.status}`);
  const shown = snapshot.card;
  same(shown.uiState.value, card.uiState, 'the state');
  same(textsOf(shown), {title: card.title, statusText: card.statusText}, 'the texts');
  same([shown.muted, shown.held], [card.muted, card.held], 'muted and held');
  if (isTimerKnown) compareTimers(shown.timer, card.timer, latency);
}

function textsOf({title, statusText}: OpenCard): unknown {
  return {title: title ?? '', statusText: statusText ?? ''};
}

/** The app hears of a start when it is confirmed: by silence after 300 ms, or with the answer. */
function compareTimers(shown: CardTimer, timer: Card['timer'], latency: number): void {
  same(shown.status, timer.status, 'the timer');
  if (shown.status === 'hidden' || timer.status === 'hidden') return;
  const late = shown.startedAt - timer.since;
  holds(late >= 0 && late <= 300 + latency, () => `the timer is ${late} ms late`);
  if (shown.status === 'running' || timer.status === 'running') return;
  const difference = Math.abs(shown.elapsed - timer.elapsed);
  holds(difference <= 300 + latency, () => `the timer stopped ${difference} ms off`);
}

export const honestPortal: NamedProperty = property(
  'a portal that keeps to the protocol is shown as it is',
  {short: 300, long: 20_000},
  honest,
  follow,
);
