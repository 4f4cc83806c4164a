/**
 * `node bench/office.mjs`: measures 50 operators behind one address whose calls begin within ten seconds,
 * and finds the number of operators from which on one of them waits too long.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {importForNode} from '../scripts/lib/test/bundle-for-node.mjs';
import {projectPath} from '../scripts/lib/project-path.mjs';
import {median} from './median.mjs';
import {percentile} from './percentile.mjs';
import {markdownTable} from './tables.mjs';

/**
 * The portal's leaky bucket: so many at once, then so many a second (reference: limits).
 * @type {readonly {name: string, burst: number, drainPerSecond: number}[]}
 */
const TARIFFS = [
  {name: 'smaller tariffs', burst: 50, drainPerSecond: 2},
  {name: 'Enterprise', burst: 250, drainPerSecond: 5},
];
const TITLES = new Map([
  ['kit', 'the kit'],
  ['by-hand', 'by hand'],
]);
const OPERATORS = 50;
/** Milliseconds after which the record is too late: the operator has asked for the caller's name. */
const PATIENCE_MS = 10_000;
const STEP = 5;
const MOST_OPERATORS = 640;

/**
 * @typedef {{burst: number, drainPerSecond: number}} Tariff
 * @typedef {{times: number[], lost: number, requests: number, refused: number}} OfficeDay
 * @type {{LOADERS: string[], officeDay: (loader: string, operators: number, tariff: Tariff) => Promise<OfficeDay>}}
 */
const {officeDay, LOADERS} = await importForNode('bench/office/office.ts');

/** @type {import('./bench.mjs').Figure[]} */
const figures = [];
for (const loader of LOADERS) {
  const column = TITLES.get(loader) ?? loader;
  for (const {name, ...tariff} of TARIFFS) {
    const {times, lost, requests, refused} = await officeDay(loader, OPERATORS, tariff);
    const of = `${OPERATORS} operators, ${name}`;
    figures.push(
      {what: `${of}: record, median`, value: median(times), unit: 'ms', column},
      {what: `${of}: record, 95 %`, value: percentile(times, 0.95), unit: 'ms', column},
      {what: `${of}: requests for each call`, value: requests / OPERATORS, unit: '', column},
      {what: `${of}: requests refused`, value: refused, unit: '', column},
      {what: `${of}: without a record`, value: lost, unit: '', column},
      {
        what: `${name}: breaks down at`,
        value: await breakdown(loader, tariff),
        unit: 'operators',
        column,
      },
    );
  }
}
const at = new Date().toISOString();
const caption = `Measured ${at.slice(0, 10)} in virtual time: it does not depend on the machine. Broken down: somebody gets no record, or one in twenty waits over ${PATIENCE_MS / 1000} s.`;
const table = markdownTable(figures, caption);
console.log(table);
const folder = projectPath('bench/results');
mkdirSync(folder, {recursive: true});
const path = `${folder}/office-${at.replaceAll(':', '-')}`;
writeFileSync(`${path}.json`, `${JSON.stringify({at, figures}, null, 2)}\n`);
writeFileSync(`${path}.md`, table);

/**
 * The least number of operators that is too many, in steps of five.
 * @param {string} loader
 * @param {Tariff} tariff
 */
async function breakdown(loader, tariff) {
  let fine = 0;
  let tooMany = MOST_OPERATORS;
  while (tooMany - fine > STEP) {
    const operators = Math.round((fine + tooMany) / 2 / STEP) * STEP;
    if (await holds(loader, operators, tariff)) fine = operators;
    else tooMany = operators;
  }
  return tooMany;
}

/**
 * @param {string} loader
 * @param {number} operators
 * @param {Tariff} tariff
 */
async function holds(loader, operators, tariff) {
  const {times, lost} = await officeDay(loader, operators, tariff);
  return lost === 0 && percentile(times, 0.95) <= PATIENCE_MS;
}
