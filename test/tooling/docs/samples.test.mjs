/** Every sample of the documentation does what the text around it says. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {docsPages, samplesIn, samplesOf} from './samples.mjs';
import {buttonsOf, isNotRun, openStage} from './stage.mjs';

const SAMPLES = docsPages().flatMap(samplesOf);
const RUN = SAMPLES.filter((sample) => !isNotRun(sample));
/** What is no code of a page: commands, and what other programs read. */
const OTHERS = ['sh', 'text', 'json', 'nginx', 'http', 'php'];
const CLICKS = ['answer', 'skip', 'make-call', 'hang-up', 'next', 'close', 'notify-admin'];

describe('the samples of the documentation', () => {
  it('are code of a page that is run, unless they say why not', () => {
    const unknown = SAMPLES.filter(
      ({language, marker}) =>
        !/^(html|js|ts)$/.test(language) && !OTHERS.includes(language) && !marker['not-run'],
    );
    assert.deepEqual(
      unknown.map(({name, language}) => `${name} (${language})`),
      [],
    );
    const mute = RUN.filter(({marker: {shows, steps}}) => !shows && !steps);
    assert.deepEqual(
      mute.map(({name}) => `${name} says neither what it shows nor what steps follow`),
      [],
    );
  });

  it('make an app of two pages in the README, each under ten lines', () => {
    for (const page of ['readme-tab', 'readme-worker']) {
      const {code = ''} = SAMPLES.find(({marker}) => marker.name === page) ?? {};
      const lines = code.trimEnd().split('\n').length;
      assert.ok(code !== '' && lines < 10, `${page} has ${lines} lines`);
    }
  });

  it('are found with what is said of them', () => {
    const text =
      'One\n\n<!-- sample: shows="a|b" options=\'{"ID":"1"}\' -->\n\n```js\nlet a;\n```\n';
    assert.deepEqual(samplesIn(text, 'p.md'), [
      {
        name: 'p.md:5',
        language: 'js',
        code: 'let a;\n',
        marker: {shows: 'a|b', options: '{"ID":"1"}'},
      },
    ]);
  });
});

describe('in a portal, the sample', {concurrency: 3}, () => {
  /** @type {Awaited<ReturnType<typeof openStage>>} */
  let stage;
  before(async () => {
    stage = await openStage(SAMPLES);
  });
  after(() => stage.close());

  for (const sample of RUN) {
    it(sample.name, async () => {
      const {page, frame, errors, close} = await stage.open(sample);
      try {
        const steps = listOf(sample.marker.steps, '>');
        for (const [index, step] of steps.entries()) {
          await take(page, frame, step, steps[index + 1]);
        }
        for (const words of listOf(sample.marker.shows, '|')) await onScreen(frame, words);
        await pressAll(frame, sample.marker.presses);
        await noUnknownTags(frame);
        assert.deepEqual(errors, [], 'complaints on the console');
      } finally {
        await close();
      }
    });
  }
});

/**
 * Presses what the sample offers: a button that is never pressed may do nothing at all.
 * @param {import('playwright-core').Frame} frame
 * @param {string | undefined} presses
 */
async function pressAll(frame, presses) {
  const wanted = listOf(presses, '|').map((press) => listOf(press, '>'));
  const offered = new Set(await frame.evaluate(buttonsOf));
  for (const [label = '', outcome] of wanted) {
    assert.ok(outcome, `“${label}” is pressed, and nothing is said of what comes of it`);
    for (const text of await frame.evaluate(buttonsOf)) offered.add(text);
    assert.ok(offered.has(label), `there is no button “${label}”, but: ${[...offered].join()}`);
    await frame.getByRole('button', {name: label, exact: true}).click();
    await onScreen(frame, outcome);
  }
  for (const text of await frame.evaluate(buttonsOf)) offered.add(text);
  const pressed = new Set(wanted.map(([label]) => label));
  assert.deepEqual(
    [...offered].filter((text) => !pressed.has(text)),
    [],
    'buttons of the sample that `presses` does not name',
  );
}

/**
 * Clicks in the card or on a button of the page, or waits for the card's state.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Frame} frame
 * @param {string} step
 * @param {string} [next]
 */
async function take(page, frame, step, next) {
  const [, button] = /^press (.+)$/.exec(step) ?? [];
  if (button !== undefined) {
    await frame.getByRole('button', {name: button, exact: true}).click({timeout: 20_000});
    // The elements ignore a press on what has only just come under the pointer. A user presses again.
    const isTaken = page.waitForFunction(reached, next, {timeout: 2000}).then(
      () => true,
      () => false,
    );
    if (next !== undefined && !(await isTaken)) {
      await frame.getByRole('button', {name: button, exact: true}).click({timeout: 20_000});
    }
    return;
  }
  if (CLICKS.includes(step)) {
    await page.evaluate((name) => /** @type {any} */ (globalThis).portal.click({name}), step);
    return;
  }
  await page.waitForFunction(reached, step, {timeout: 20_000}).catch(async () => {
    const card = await page.evaluate(() => /** @type {any} */ (globalThis).portal.card?.card);
    assert.fail(`The card never came to “${step}”: ${JSON.stringify(card ?? 'closed')}`);
  });
}

/**
 * Runs in the portal's page: whether its card is in a state, or shows a text.
 * @param {string | undefined} state
 */
function reached(state) {
  const {card} = /** @type {any} */ (globalThis).portal.card ?? {};
  return [card?.uiState ?? 'closed', card?.title, card?.statusText].includes(state);
}

/**
 * @param {import('playwright-core').Frame} frame
 * @param {string} words
 */
async function onScreen(frame, words) {
  const isThere = (/** @type {string} */ text) => {
    /** @type {(node: any) => string} */
    const textOf = (node) => {
      if (node.nodeType === 3) return node.data;
      if (['style', 'script'].includes(node.localName)) return '';
      if (['input', 'textarea'].includes(node.localName))
        return `${node.placeholder} ${node.value}`;
      const slotted = node.localName === 'slot' ? node.assignedNodes() : [];
      if (slotted.length > 0) return slotted.map(textOf).join('');
      // What stands in a tag of the kit is on screen where the tag has a slot for it.
      if (node.nodeType === 1 && node.matches(':not(:defined)')) return '';
      return [...(node.shadowRoot ?? node).childNodes].map(textOf).join('');
    };
    const {document} = /** @type {any} */ (globalThis);
    const shown = textOf(document.body).replaceAll(/\s+/g, ' ');
    return shown.includes(text) ? '' : shown;
  };
  await frame
    .waitForFunction(`(${isThere})(${JSON.stringify(words)}) === ''`, undefined, {timeout: 20_000})
    .catch(async () => {
      assert.fail(`“${words}” is not on screen: ${await frame.evaluate(isThere, words)}`);
    });
}

/**
 * Some elements come after the first picture, and may be under way still.
 * @param {import('playwright-core').Frame} frame
 */
async function noUnknownTags(frame) {
  const unknown = () => {
    const {document} = /** @type {any} */ (globalThis);
    return [...document.querySelectorAll(':not(:defined)')].map(({localName}) => localName).join();
  };
  await frame
    .waitForFunction(`(${unknown})() === ''`, undefined, {timeout: 20_000})
    .catch(async () => {
      assert.fail(`Tags that are not upgraded: ${await frame.evaluate(unknown)}`);
    });
}

/**
 * @param {string | undefined} text
 * @param {string} separator
 */
function listOf(text, separator) {
  return (text ?? '')
    .split(separator)
    .map((each) => each.trim())
    .filter(Boolean);
}
