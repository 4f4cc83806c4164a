/**
 * Commands that are under way at the same time, and their answers in any order: each command ends
 * with the first thing that the portal itself has said to it in time, and with nothing else.
 */
import fc from 'fast-check';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {PortalNotice} from '../../src/model/portal/portal-notice.js';
import {fromFrame} from '../../src/portal/frame/frame-portal.js';
import {FakeHost} from '../support/fake-host.js';
import {expectNoFault} from './conversation/faults.js';
import {nextTask, VirtualTime} from './conversation/virtual-time.js';
import {holds, same} from './expectations.js';
import {tally} from './tally.js';
import {property, type NamedProperty} from './property.js';

const TIME_LIMIT_MS = 1000;

interface Answer {
  readonly which: number;
  readonly says: 'value' | 'nothing' | 'not JSON';
  readonly from: 'the portal' | 'another origin' | 'another window';
}

type Step = {readonly answer: Answer} | {readonly pass: number};

interface Case {
  /** How many commands are under way before the first answer, and how many follow later. */
  readonly commands: number;
  readonly steps: readonly Step[];
}

const cases: fc.Arbitrary<Case> = fc.integer({min: 2, max: 8}).chain((commands) => {
  const which = fc.nat({max: commands - 1});
  const answer: fc.Arbitrary<Answer> = fc.record({
    which,
    says: fc.constantFrom('value', 'value', 'value', 'nothing', 'not JSON'),
    from: fc.constantFrom(
      'the portal',
      'the portal',
      'the portal',
      'the portal',
      'another origin',
      'another window',
    ),
  });
  // Everyone once in any order, or each as often as it comes.
  const permutation = fc.shuffledSubarray([...Array(commands).keys()], {minLength: commands});
  const plain = permutation.map((order) =>
    order.map((item): Step => ({answer: {which: item, says: 'value', from: 'the portal'}})),
  );
  const wild = fc.array(
    fc.oneof(
      {weight: 6, arbitrary: answer.map((item): Step => ({answer: item}))},
      {weight: 1, arbitrary: fc.constantFrom<Step>({pass: 400}, {pass: 999}, {pass: 1000})},
    ),
    {maxLength: 20, size: 'max'},
  );
  return fc.record({commands: fc.constant(commands), steps: fc.oneof(plain, wild)});
});

type Outcome = {readonly value: unknown} | {readonly code: string};

async function inAnyOrder({commands, steps}: Case): Promise<void> {
  const time = new VirtualTime();
  const restore = time.install();
  const host = new FakeHost();
  const portal = fromFrame({window: host.window, timeLimit: TIME_LIMIT_MS});
  const notices: PortalNotice['kind'][] = [];
  portal.observe(({kind}) => notices.push(kind));
  try {
    host.answer = () => '{"command":[],"event":[]}';
    await portal.connect();
    host.answer = () => undefined;
    const outcomes: (Outcome | undefined)[] = [];
    for (let index = 0; index < commands; index += 1) {
      tally.commands += 1;
      portal.call('CallCardGetListUiStates', {index}).then(
        (value) => (outcomes[index] = {value}),
        (error: unknown) => (outcomes[index] = {code: codeOf(error)}),
      );
    }
    const callbacks = host.posted.slice(-commands).map(({callback}) => callback);
    same(new Set(callbacks).size, commands, 'the callbacks');
    const expected = await play(host, callbacks, steps, time);
    await time.pass(TIME_LIMIT_MS, nextTask);
    expectNoFault();
    same(outcomes, expected.outcomes, 'the outcomes');
    same(notices, expected.notices, 'what is told beside them');
    same(time.pending, 0, 'timers that are left');
  } finally {
    portal.dispose();
    restore();
    tally.conversations += 1;
  }
}

/** Plays the answers, and says what must come of them. */
async function play(
  host: FakeHost,
  callbacks: readonly string[],
  steps: readonly Step[],
  time: VirtualTime,
): Promise<{outcomes: readonly Outcome[]; notices: readonly PortalNotice['kind'][]}> {
  const outcomes: (Outcome | undefined)[] = callbacks.map(() => undefined);
  const notices: PortalNotice['kind'][] = [];
  let passed = 0;
  for (const [index, step] of steps.entries()) {
    if ('pass' in step) {
      passed += step.pass;
      await time.pass(step.pass, nextTask);
      continue;
    }
    const {which, says, from} = step.answer;
    const outcome = outcomeOf(says, index);
    const isLate = passed >= TIME_LIMIT_MS || outcomes[which] !== undefined;
    if (from !== 'the portal') notices.push('foreign');
    else if (!isLate) outcomes[which] = outcome;
    else if ('value' in outcome) notices.push('late-answer');
    tally.messages += 1;
    host.say(`${callbacks[which] ?? ''}:${TEXTS[says](index)}`, {
      ...(from === 'another origin' ? {origin: 'https://elsewhere.example'} : {}),
      ...(from === 'another window' ? {source: host} : {}),
    });
    await nextTask();
  }
  return {outcomes: outcomes.map((outcome) => outcome ?? {code: 'timeout'}), notices};
}

const TEXTS: Readonly<Record<Answer['says'], (index: number) => string>> = {
  value: (index) => `{"answer":${index}}`,
  nothing: () => '',
  'not JSON': (index) => `<${index}>`,
};

function outcomeOf(says: Answer['says'], index: number): Outcome {
  if (says === 'not JSON') return {code: 'bad-answer'};
  return {value: says === 'value' ? {answer: index} : undefined};
}

function codeOf(error: unknown): string {
  holds(error instanceof CallCardError, () => `it failed with ${String(error)}`);
  return error.code;
}

export const answerOrders: NamedProperty = property(
  'each of several commands ends with its own first answer, in whatever order they come',
  {short: 1000, long: 100_000},
  cases,
  inAnyOrder,
);
