/** What was promised: the kit's figures in comparison with other pages', for each answer time. */
import {framesOf, medianOf} from './rows.mjs';

/**
 * @typedef {import('./rows.mjs').Measured} Measured
 * @typedef {import('./scenes.mjs').Kind} Kind
 *
 * @typedef {object} Goal
 * @property {string} what
 * @property {Kind} kind the kit's openings
 * @property {'record' | 'bytes'} [of] the record on screen, if nothing else is said
 * @property {string} than the page that the kit is compared with
 * @property {Kind} [thanKind] the openings of that page, if they are others
 * @property {Readonly<Record<number, number>>} most the highest ratio, by the answer time
 */

const BY_HAND = 'by-hand';
const NOT_MORE = {30: 1, 250: 1};
/** With session storage, and without. */
const BESIDE = /** @type {const} */ ({
  cold: 'cold',
  'third card': 'warm',
  'new portal tab': 'tab',
  'third card, no storage': 'no storage',
});

/** @type {readonly Goal[]} */
const GOALS = [
  {what: 'alone, third card', kind: 'warm', than: BY_HAND, most: {30: 1.25, 250: 1.12}},
  {what: 'alone, new portal tab', kind: 'tab', than: BY_HAND, most: {30: 1.35, 250: 1.2}},
  {what: 'alone, cold', kind: 'cold', than: BY_HAND, most: {30: 1.35, 250: 1.25}},
  {
    what: 'worker told 700 ms before',
    kind: 'told early',
    than: BY_HAND,
    thanKind: 'warm',
    most: {30: 0.85, 250: 0.6},
  },
  {
    what: 'worker told with the card, beside the kit alone',
    kind: 'told',
    than: 'kit',
    thanKind: 'warm',
    most: NOT_MORE,
  },
  ...['b24jssdk', 'vue'].flatMap((than) =>
    Object.entries(BESIDE).map(([card, kind]) => ({
      what: `${card}, beside ${than}`,
      kind,
      than,
      most: NOT_MORE,
    })),
  ),
  {
    what: 'loaded, cold, beside b24jssdk',
    kind: 'cold',
    of: 'bytes',
    than: 'b24jssdk',
    most: NOT_MORE,
  },
];

/**
 * The ratios with their goals, as a table, and the goal for events.
 * @param {readonly Measured[]} pages
 * @param {readonly number[]} answers
 * @returns {import('../bench.mjs').Figure[]}
 */
export function goalFigures(pages, answers) {
  const named = (/** @type {string} */ name) => pages.find((page) => page.name === name);
  const ratios = GOALS.flatMap(({what, kind, of = 'record', than, thanKind = kind, most}) =>
    answers.map((answer) => ({
      block: 'The kit in comparison',
      what,
      unit: '',
      column: `${answer} ms`,
      value: medianOf(named('kit'), kind, answer, of) / medianOf(named(than), thanKind, answer, of),
      ...(most[answer] === undefined ? {} : {most: most[answer]}),
    })),
  );
  const frames = {
    what: 'an event is on screen in the frame after it (99 %)',
    value: framesOf(named('kit') ?? {changes: []}),
    unit: 'frames',
    most: 1,
  };
  return [...ratios, frames].filter(({value}) => !Number.isNaN(value));
}
