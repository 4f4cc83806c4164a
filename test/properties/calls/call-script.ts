/** Calls one after the other, what the app does in each, and how the portal answers it. */
import fc from 'fast-check';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import {ALL_UI_STATES} from '../conversation/facts.js';
import type {Fate} from './portal-page.js';

export type CallStep =
  | {readonly kind: 'command'; readonly from: 'worker' | 'tab'; readonly command: CardCommand}
  | {readonly kind: 'pass'; readonly milliseconds: number}
  | {readonly kind: 'reload'; readonly who: 'worker' | 'tab' | 'both'}
  /** Everything comes to rest, and all pictures are compared. */
  | {readonly kind: 'rest'};

export interface CallScript {
  /** Whether the portal gives it the id of the call before. */
  readonly hasOldId: boolean;
  readonly hasRecord: boolean;
  /** Whether the app shows a state as soon as it hears of the card. */
  readonly isGreeted: boolean;
  /** When the app's tab is loaded, in milliseconds from the card's opening; never for `null`. */
  readonly tabAfter: number | null;
  readonly steps: readonly CallStep[];
  /** How the card ends. `replaced`: the next one takes its place. */
  readonly end: 'replaced' | 'by the portal' | 'by the worker' | 'by the tab';
  /** What the tab asks for at the very end, so that it reaches the worker when the next card is there. */
  readonly lastWish: 'close' | 'title' | null;
}

export interface CallsScript {
  readonly latency: number;
  readonly calls: readonly CallScript[];
  /** Of the worker's commands in their order, again and again. */
  readonly fates: readonly Fate[];
}

const command: fc.Arbitrary<CardCommand> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.oneof(fc.constantFrom(...ALL_UI_STATES), fc.constantFrom('connected' as const)),
        fc.constantFrom({}, {}, {disableAutoStartTimer: true}),
      )
      .map(([uiState, timer]): CardCommand => ({
        name: 'setUiState',
        parameters: {uiState, ...timer},
      })),
  },
  {
    weight: 9,
    arbitrary: fc.constantFrom<CardCommand>(
      {name: 'setMute', parameters: {muted: true}},
      {name: 'setMute', parameters: {muted: false}},
      {name: 'setHold', parameters: {held: true}},
      {name: 'setHold', parameters: {held: false}},
      {name: 'setTitle', parameters: {title: 'A'}},
      {name: 'setTitle', parameters: {title: 'B'}},
      {name: 'setStatusText', parameters: {statusText: 'A'}},
      {name: 'setStatusText', parameters: {statusText: 'B'}},
      {name: 'startTimer', parameters: {}},
      {name: 'stopTimer', parameters: {}},
    ),
  },
);
/** In time, after the limit, and between: a card lives shorter than that, or longer. */
const lateness = fc.constantFrom(1, 50, 120, 400, 900, 1500, 1900, 2500);

const fate: fc.Arbitrary<Fate> = fc.oneof(
  {weight: 4, arbitrary: fc.constant<Fate>({kind: 'at once'})},
  {weight: 5, arbitrary: lateness.map((milliseconds): Fate => ({kind: 'late', milliseconds}))},
  {weight: 1, arbitrary: lateness.map((milliseconds): Fate => ({kind: 'twice', milliseconds}))},
  {weight: 1, arbitrary: fc.constant<Fate>({kind: 'silent'})},
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(0, 200)
      .map((milliseconds): Fate => ({kind: 'refused', milliseconds})),
  },
);

const step: fc.Arbitrary<CallStep> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.constantFrom('worker' as const, 'tab' as const), command)
      .map(([from, asked]) => ({kind: 'command', from, command: asked}) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(1, 20, 100, 300, 700)
      .map((milliseconds) => ({kind: 'pass', milliseconds}) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('worker' as const, 'tab' as const, 'both' as const)
      .map((who) => ({kind: 'reload', who}) as const),
  },
  {weight: 1, arbitrary: fc.constant({kind: 'rest'} as const)},
);

const call: fc.Arbitrary<CallScript> = fc.record({
  hasOldId: fc.constantFrom(false, false, true),
  hasRecord: fc.constantFrom(true, true, true, false),
  isGreeted: fc.boolean(),
  tabAfter: fc.constantFrom(null, 0, 0, 150, 400),
  steps: fc.array(step, {maxLength: 10, size: 'max'}),
  end: fc.constantFrom('replaced', 'by the portal', 'by the worker', 'by the worker', 'by the tab'),
  lastWish: fc.constantFrom(null, 'close', 'title'),
});

export const callsScript: fc.Arbitrary<CallsScript> = fc.record({
  latency: fc.constantFrom(0, 1, 5, 20),
  calls: fc.array(call, {minLength: 2, maxLength: 7, size: 'max'}),
  fates: fc.array(fate, {minLength: 1, maxLength: 24, size: 'max'}),
});
