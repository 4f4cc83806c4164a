/** The rows of the table: a block for each answer time, and one for what does not depend on it. */
import {median} from '../median.mjs';
import {percentile} from '../percentile.mjs';
import {CALLS} from './heap.mjs';

/**
 * @typedef {import('./scenes.mjs').Opening} Opening
 * @typedef {import('./scenes.mjs').Kind} Kind
 *
 * @typedef {object} Measured all that was measured of one page
 * @property {string} name
 * @property {string} title
 * @property {Opening[]} openings
 * @property {import('./changes.mjs').Change[]} changes
 * @property {{before: number, after: number} | undefined} heap
 */

/** What is told of an opening. */
const OF = {
  bytes: (/** @type {Opening} */ {bytes}) => bytes / 1000,
  requests: (/** @type {Opening} */ {requests}) => requests,
  paint: (/** @type {Opening} */ {paint}) => paint,
  fields: (/** @type {Opening} */ {fields}) => fields,
  record: (/** @type {Opening} */ {record}) => record,
};

/** @type {readonly {what: string, unit: string, kind: Kind, of: keyof typeof OF}[]} */
const OPENING_ROWS = [
  {what: 'loaded, cold', unit: 'kB', kind: 'cold', of: 'bytes'},
  {what: 'loaded, third card', unit: 'kB', kind: 'warm', of: 'bytes'},
  {what: 'requests, cold', unit: '', kind: 'cold', of: 'requests'},
  {what: 'requests, third card', unit: '', kind: 'warm', of: 'requests'},
  {what: 'first paint, cold', unit: 'ms', kind: 'cold', of: 'paint'},
  {what: 'first paint, third card', unit: 'ms', kind: 'warm', of: 'paint'},
  ...recordRows('cold', 'cold'),
  ...recordRows('second card', 'second'),
  ...recordRows('third card', 'warm'),
  ...recordRows('new portal tab', 'tab'),
  ...recordRows('third card, no storage', 'no storage'),
  ...recordRows('third card, worker told with it', 'told'),
  ...recordRows('third card, worker told 700 ms before', 'told early'),
];

/** @type {readonly {what: string, unit: string, of: (measured: Measured) => number | undefined}[]} */
const OTHER_ROWS = [
  {what: 'event to screen, median', unit: 'ms', of: ({changes}) => median(changes.map(delayOf))},
  {
    what: 'event to screen, 99 %',
    unit: 'ms',
    of: ({changes}) => percentile(changes.map(delayOf), 0.99),
  },
  {what: 'event to screen, 99 %', unit: 'frames', of: framesOf},
  {what: 'heap, first call', unit: 'MB', of: ({heap}) => heap && heap.before / 1e6},
  {what: `heap, ${CALLS} calls later`, unit: 'MB', of: ({heap}) => heap && heap.after / 1e6},
];

/**
 * @param {string} card
 * @param {Kind} kind
 * @returns {typeof OPENING_ROWS}
 */
function recordRows(card, kind) {
  return [
    {what: `first painting of the record, ${card}`, unit: 'ms', kind, of: 'fields'},
    {what: `record on screen, ${card}`, unit: 'ms', kind, of: 'record'},
  ];
}

/**
 * @param {readonly Measured[]} pages
 * @param {readonly number[]} answers
 * @returns {import('../bench.mjs').Figure[]}
 */
export function rowFigures(pages, answers) {
  const figures = [
    ...answers.flatMap((answer) =>
      OPENING_ROWS.flatMap(({what, unit, kind, of}) =>
        pages.map((page) => ({
          block: `Answers in ${answer} ms`,
          what,
          unit,
          column: page.title,
          value: medianOf(page, kind, answer, of),
        })),
      ),
    ),
    ...OTHER_ROWS.flatMap(({what, unit, of}) =>
      pages.map((page) => ({
        block: 'Whatever the answers take',
        what,
        unit,
        column: page.title,
        value: of(page) ?? Number.NaN,
      })),
    ),
  ];
  return figures.filter(({value}) => !Number.isNaN(value));
}

/**
 * @param {Measured | undefined} page
 * @param {Kind} kind
 * @param {number} answer
 * @param {keyof typeof OF} of
 */
export function medianOf(page, kind, answer, of) {
  const found = page?.openings.filter((one) => one.kind === kind && one.answer === answer) ?? [];
  return median(found.map(OF[of]));
}

/** @param {Pick<Measured, 'changes'>} measured */
export function framesOf({changes}) {
  return percentile(
    changes.map(({frames}) => frames),
    0.99,
  );
}

/** @param {import('./changes.mjs').Change} change */
function delayOf({delay}) {
  return delay;
}
