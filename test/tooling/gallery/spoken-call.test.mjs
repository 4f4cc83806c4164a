/** A whole call by its accessibility tree, in two languages: what is read, what is said, and once. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openGallery} from './gallery-page.mjs';

/** The lines that a call can't do without; `heard` are those that are said by themselves. */
const CALLS = {
  ru: {
    ringing: [
      'region "Текущий звонок":',
      'heading "030 123456" [level=2]',
      'Входящий Германия Линия Berlin Входящий звонок',
      'group "Звонок":',
      'button "Ответить"',
      'button "Пропустить"',
      'region "Запись CRM":',
      'heading "Klaus Weber" [level=2]',
      'term: Предпочтительная связь',
      'textbox "Заметка о звонке"',
    ],
    firstStop: 'Ответить',
    answered: ['Линия Berlin Разговор', 'button "Завершить"', 'button "Удержать"'],
    held: ['Разговор На удержании', 'button "Удержать" [pressed]'],
    muted: ['Разговор Микрофон выключен', 'button "Выключить микрофон" [pressed]'],
    transferring: ['Berlin Перевод звонка', 'button "Завершить перевод"'],
    saved: ['status: Сохранено в 10:00.'],
    ended: ['Карточка звонка не открыта.'],
    heard: [
      'Входящий звонок, +4930123456',
      'Разговор',
      'Перевод звонка',
      'Звонок переведён',
      'Сохранено в 10:00.',
    ],
  },
  de: {
    ringing: [
      'region "Aktueller Anruf":',
      'heading "030 123456" [level=2]',
      'Eingehend Deutschland Leitung Berlin Eingehender Anruf',
      'group "Anruf":',
      'button "Annehmen"',
      'button "Überspringen"',
      'region "CRM-Eintrag":',
      'heading "Klaus Weber" [level=2]',
      'term: Bevorzugter Kontakt',
      'textbox "Notiz zum Anruf"',
    ],
    firstStop: 'Annehmen',
    answered: ['Leitung Berlin Verbunden', 'button "Auflegen"', 'button "Halten"'],
    held: ['Verbunden Gehalten', 'button "Halten" [pressed]'],
    muted: ['Verbunden Stummgeschaltet', 'button "Stummschalten" [pressed]'],
    transferring: ['Berlin Wird weitergeleitet', 'button "Weiterleitung abschließen"'],
    saved: ['status: Um 10:00 gespeichert.'],
    ended: ['Es ist keine Anrufkarte geöffnet.'],
    heard: [
      'Eingehender Anruf, +4930123456',
      'Verbunden',
      'Wird weitergeleitet',
      'Weitergeleitet',
      'Um 10:00 gespeichert.',
    ],
  },
};

/** @type {Awaited<ReturnType<typeof openGallery>>} */
let gallery;
before(async () => {
  gallery = await openGallery();
});
after(() => gallery.close());

describe('a whole call, as it is read aloud', () => {
  for (const [language, expected] of Object.entries(CALLS)) {
    it(`in ${language}, from ringing to the saved note`, async () => {
      const {page, call} = await opened(language);
      const reads = (/** @type {readonly string[]} */ lines) => whenRead(page, lines);
      await page.locator('crm-entity-panel h2').waitFor();
      await reads(expected.ringing);
      await whenHeard(call, expected.heard[0]);
      await page.locator('body').press('Tab');
      assert.equal(await call('wordsOfFocus'), expected.firstStop);

      await call('enterState', 'connected');
      await reads(expected.answered);
      await whenHeard(call, expected.heard[1]);
      await call('setHold', true);
      await reads(expected.held);
      await call('setHold', false);
      await call('setMute', true);
      await reads(expected.muted);
      await call('setMute', false);
      await call('enterState', 'transferring');
      await reads(expected.transferring);
      await whenHeard(call, expected.heard[2]);
      await call('enterState', 'transferConnected');
      await whenHeard(call, expected.heard[3]);

      await page.getByRole('textbox').fill('Klaus Weber');
      await page.locator('call-notes button').click();
      await reads(expected.saved);
      assert.deepEqual(await saidTwice(page), []);
      await call('closeCard');
      await reads(expected.ended);

      const heard = /** @type {string[]} */ (await call('whatWasHeard'));
      const essential = heard.filter((words) => expected.heard.includes(words));
      assert.deepEqual(essential, expected.heard, heard.join(' | '));
      await page.context().close();
    });
  }
});

/** @param {string} language */
async function opened(language) {
  const shown = await gallery.openPage();
  const call = (/** @type {string} */ name, /** @type {unknown[]} */ ...values) =>
    shown.call('whole-call', name, ...values);
  await call('openCall', language, await shown.page.$('#gallery'));
  return {page: shown.page, call};
}

/**
 * Resolves when the tree has all of the lines, whatever stands between them.
 * @param {import('playwright-core').Page} page
 * @param {readonly string[]} lines
 */
async function whenRead(page, lines) {
  let tree = '';
  let missing = lines;
  for (const end = Date.now() + 20_000; Date.now() < end && missing.length > 0;) {
    tree = await page.locator('#gallery').ariaSnapshot();
    missing = lines.filter((line) => !tree.includes(line));
  }
  assert.deepEqual(missing, [], tree);
}

/**
 * @param {(name: string) => Promise<string[]>} call
 * @param {string | undefined} words
 */
async function whenHeard(call, words) {
  /** @type {string[]} */
  let heard = [];
  for (const end = Date.now() + 20_000; Date.now() < end && !heard.includes(words ?? '');) {
    heard = await call('whatWasHeard');
  }
  assert.ok(heard.includes(words ?? ''), `${words} should be said: ${heard.join(' | ')}`);
}

/**
 * The names that are read again as a description of the same thing.
 * @param {import('playwright-core').Page} page
 */
async function saidTwice(page) {
  const devTools = await page.context().newCDPSession(page);
  const {nodes} = await devTools.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({name, description}) => name?.value !== '' && name?.value === description?.value)
    .flatMap(({name}) => (name === undefined ? [] : [name.value]));
}
