/**
 * The code samples of the documentation, and what is said of each for the test that runs it: in a
 * comment before the sample, `<!-- sample: in="CALL_CARD" shows="Klaus Weber" -->`.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

/**
 * @typedef {object} Sample
 * @property {string} name the page's name and the line: `recipes.md:17`
 * @property {string} language what stands behind the fence's backticks: `html`, `js`, `ts`, `sh` …
 * @property {string} code
 * @property {Marker} marker
 *
 * @typedef {object} Marker
 * @property {string} [in] the placement in which it is opened; `CALL_CARD` when nothing is said
 * @property {string} [options] the placement's own options, as JSON
 * @property {string} [call] which call there is: `linked`, `unknown`, `campaign` or `none`
 * @property {string} [body] the elements on the page of a script, as HTML
 * @property {string} [given] what the text before it has introduced: names of `GIVEN`
 * @property {string} [beside] the name of the sample that runs in the app's background worker
 * @property {string} [name] by which another sample names it in `beside`, or a test reads it
 * @property {string} [shows] texts that must be on screen, with `|` between
 * @property {string} [presses] its own buttons, each with what is on screen once it was pressed:
 *   `Create > Created | Delete > Gone`
 * @property {string} [steps] states of the card, and clicks in it or on a button of the page, in turn:
 *   `incoming > answer > connected > press Mute`
 * @property {string} [from] the file that it shows, which a test compares
 * @property {string} [types-only] why it is only type-checked
 * @property {string} [not-run] why it is not run at all
 */

const FENCE = /(?:<!-- sample:((?:(?!-->).)*)-->\s*\n)?^```(\w+)[^\n]*\n([\s\S]*?)^```$/gm;
const ATTRIBUTE = /([\w-]+)=(?:"([^"]*)"|'([^']*)')/g;

/** The pages of the documentation, the README first. */
export function docsPages() {
  const pages = readdirSync(projectPath('docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'SECURITY.md', ...pages.sort().map((name) => `docs/${name}`)];
}

/**
 * @param {string} path of a page
 * @returns {Sample[]}
 */
export function samplesOf(path) {
  return samplesIn(readFileSync(projectPath(path), 'utf8'), path.replace(/^docs\//, ''));
}

/**
 * @param {string} markdown
 * @param {string} page
 * @returns {Sample[]}
 */
export function samplesIn(markdown, page) {
  return [...markdown.matchAll(FENCE)].map((match) => {
    const [all, said = '', language = '', code = ''] = match;
    const before = markdown.slice(0, match.index + all.indexOf('```'));
    return {
      name: `${page}:${before.split('\n').length}`,
      language,
      code,
      marker: markerOf(said),
    };
  });
}

/**
 * @param {string} said
 * @returns {Marker}
 */
function markerOf(said) {
  return Object.fromEntries(
    [...said.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, double ?? single ?? '']),
  );
}

/**
 * What a sample takes for given, as the code that stands before it when it is checked and run.
 * @type {Record<string, string>}
 */
export const GIVEN = {
  controller: `import {pageController as givenController} from 'call-card-kit';
    const controller = givenController();`,
  card: `import {startWorker as givenWorker} from 'call-card-kit/worker';
    const card = givenWorker();`,
  phone: `const phone = {
      connect: (): (() => void) => () => undefined,
      answer: async (): Promise<void> => undefined,
      dial: async (_number: string): Promise<void> => undefined,
      hangUp: async (): Promise<void> => undefined,
      hold: async (_held: boolean): Promise<void> => undefined,
      mute: async (_muted: boolean): Promise<void> => undefined,
      key: async (_digit: string): Promise<void> => undefined,
      consult: async (_target: unknown): Promise<void> => undefined,
      transfer: async (_target: unknown): Promise<void> => undefined,
      onEnd: (_listener: () => void): void => undefined,
      isTalking: (): boolean => false,
    };`,
  // The test of the samples brings up a client when its portal hears this.
  dialer: `const dialer = {
      nextClient: async (): Promise<void> => parent.postMessage('next client', '*'),
    };`,
  panel: `const panel = document.querySelector('crm-entity-panel')!;`,
  history: `const history = document.querySelector('crm-history')!;`,
  notes: `const notes = document.querySelector('call-notes')!;`,
  context: `const context = document.querySelector('call-card-context')!;`,
  posted: `const posted = new Request('https://app.example/card?DOMAIN=example.bitrix24.com', {
      method: 'POST',
      body: new URLSearchParams({
        PLACEMENT: 'CALL_CARD',
        PLACEMENT_OPTIONS: '{"CALL_ID":"externalCall.1","PHONE_NUMBER":"+4930123456"}',
      }),
    });`,
  event: `const event = new Request('https://app.example/events', {
      method: 'POST',
      body: new URLSearchParams({
        event: 'ONEXTERNALCALLSTART',
        'data[PHONE_NUMBER]': '+4930123456',
        'data[USER_ID]': '1269',
        'auth[member_id]': 'a223c6b9410f85df',
        'auth[application_token]': '51610fefc120afg4',
      }),
    });`,
  installations: `const installations = new Map<string | null, {applicationToken: string}>([
      ['a223c6b9410f85df', {applicationToken: '51610fefc120afg4'}],
    ]);`,
  bx24: `declare const BX24: import('call-card-kit/bx24').Bx24Like & {
      callMethod(method: string, parameters: object, callback: (result: {
        error(): unknown; data(): unknown}) => void): void;
    };`,
};

/**
 * A script with what it takes for given before it, as a module.
 * @param {Sample} sample
 */
export function moduleOf({code, marker}) {
  const given = (marker.given ?? '').split(' ').filter(Boolean);
  const before = given.map((name) => GIVEN[name] ?? missing(name));
  return [...before, code, 'export {};'].join('\n');
}

/**
 * @param {string} name
 * @returns {never}
 */
function missing(name) {
  throw new Error(
    `A sample takes "${name}" for given, which test/tooling/docs/samples.mjs does not have.`,
  );
}
