import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/entries/define.js';
import {addLanguage, setTexts} from '../../../src/i18n/customize.js';
import {localizer} from '../../../src/i18n/localizer.js';
import {waitUntil} from '../../support/wait-until.js';
import {setPageController, unconnected} from './page.js';

/** The elements that show words, and one of their words in two languages. */
const ELEMENTS = [
  ['call-summary', 'Копировать', 'نسخ'],
  ['crm-entity-panel', 'Запись CRM', 'سجل CRM'],
  ['call-state-controls', 'Завершить', 'إنهاء'],
  ['call-notes', 'Заметка о звонке', 'ملاحظة عن المكالمة'],
] as const;
type Tag = (typeof ELEMENTS)[number][0];

/** Resolves when the page speaks another language. */
function turned(act: () => unknown): Promise<void> {
  return new Promise((resolve) => {
    const stop = localizer.subscribe(() => {
      stop();
      resolve();
    });
    act();
  });
}

/** The element in a call, whose portal has this language. */
async function made<T extends Tag>(tag: T, language: string): Promise<HTMLElementTagNameMap[T]> {
  const isControls = tag === 'call-state-controls';
  const {portal, controller} = unconnected(isControls ? 'PAGE_BACKGROUND_WORKER' : 'CALL_CARD');
  portal.session = {...portal.session, language};
  await controller.start();
  if (isControls) await controller.setUiState('connected');
  const undo = setPageController(controller);
  const element = document.createElement(tag);
  await fixture(html`<div>${element}</div>`);
  undo();
  if (localizer.language.code !== language) await turned(() => undefined);
  await element.updateComplete;
  return element;
}

/** All that is said, to eyes and to ears. */
function wordsOf(element: HTMLElement): string {
  const root = element.shadowRoot;
  const labels = [...(root?.querySelectorAll<HTMLElement>('[aria-label], [title]') ?? [])].map(
    (part) => part.ariaLabel ?? part.title,
  );
  return [root?.textContent, ...labels].join(' ');
}

function card(element: HTMLElement): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>('.card, section, div');
  if (!found) throw new Error('There is no card.');
  return found;
}

for (const [tag, russian, arabic] of ELEMENTS) {
  describe(`the words of <${tag}>`, () => {
    it('are in the language of the portal from the first picture on', async () => {
      const element = await made(tag, 'ru');
      expect(wordsOf(element)).to.contain(russian);
      expect(card(element).lang).to.equal('ru');
      expect(getComputedStyle(card(element)).direction).to.equal('ltr');
    });

    it('change with the language, and so does their direction', async () => {
      const element = await made(tag, 'ru');
      await turned(() => (element.lang = 'ar'));
      await element.updateComplete;
      expect(wordsOf(element)).to.contain(arabic).and.to.not.contain(russian);
      expect(card(element).lang).to.equal('ar-SA');
      expect(getComputedStyle(card(element)).direction).to.equal('rtl');
    });
  });
}

describe('an element of the kit', () => {
  it('has the direction that it was given, whatever the language', async () => {
    const element = await made('call-summary', 'ar');
    element.dir = 'ltr';
    element.requestUpdate();
    await element.updateComplete;
    expect(getComputedStyle(card(element)).direction).to.equal('ltr');
  });

  it('shows the words of the page at once', async () => {
    const element = await made('call-summary', 'ru');
    setTexts('ru', {'copy-number': 'Взять номер'});
    await element.updateComplete;
    expect(wordsOf(element)).to.contain('Взять номер');
    setTexts('ru', {'copy-number': 'Копировать номер'});
  });

  it('shows nothing before its words are there', async () => {
    const {controller} = unconnected();
    const undo = setPageController(controller);
    const element = document.createElement('call-state-controls');
    const pictures: string[] = [];
    element.lang = 'ja';
    document.body.append(element);
    const watcher = new MutationObserver(() => pictures.push(wordsOf(element)));
    if (element.shadowRoot) watcher.observe(element.shadowRoot, {childList: true, subtree: true});
    await element.updateComplete;
    if (localizer.language.code !== 'ja') await turned(() => undefined);
    await element.updateComplete;
    watcher.disconnect();
    undo();
    element.remove();
    expect(wordsOf(element)).to.contain('ポータルに接続中…');
    expect(pictures.join(' ')).to.not.contain('connecting');
  });

  it('stays as it was when the language changes while it is not on the page', async () => {
    const element = await made('call-summary', 'ru');
    // The number's form in its country comes last.
    await waitUntil(() => wordsOf(element).includes('030 123456'));
    element.remove();
    await element.updateComplete;
    const before = wordsOf(element);
    await made('call-summary', 'de');
    await element.updateComplete;
    expect(wordsOf(element)).to.equal(before);
  });
});

describe('an element whose words could not be loaded', () => {
  it('says so of its English ones, until its own come with the network', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    const element = await made('call-summary', 'ru');
    let isOnline = false;
    addLanguage('he', () =>
      isOnline
        ? Promise.resolve({'copy-number': 'העתקת המספר'})
        : Promise.reject(new Error('Offline.')),
    );
    await turned(() => (element.lang = 'he'));
    await element.updateComplete;
    expect(wordsOf(element)).to.contain('Copy');
    expect(card(element).lang).to.equal('en');
    expect(getComputedStyle(card(element)).direction).to.equal('ltr');

    isOnline = true;
    await turned(() => window.dispatchEvent(new Event('online')));
    console.warn = warn;
    await element.updateComplete;
    expect(wordsOf(element)).to.contain('העתקת המספר');
    expect(card(element).lang).to.equal('he');
    expect(getComputedStyle(card(element)).direction).to.equal('rtl');
  });
});
