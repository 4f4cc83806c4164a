/** What is asked of the network: the words of one language, and only those that are shown. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define.js';
import type {CallSummaryElement} from '../../src/components/call-summary/call-summary.js';
import {localizer} from '../../src/i18n/localizer.js';
import {setPageController, unconnected} from '../components/shared/page.js';

/** The files of words that were loaded so far: `de/panel`. */
function loadedWords(): string[] {
  return performance
    .getEntriesByType('resource')
    .flatMap(({name}) => /\/i18n\/(\w+\/\w+)\.[jt]s/.exec(name)?.[1] ?? [])
    .sort();
}

describe('the words of a page', () => {
  before(() => void setPageController(unconnected().controller));

  it('are loaded when an element shows them, in the language of the page alone', async () => {
    expect(loadedWords()).to.deep.equal([]);
    const element = await fixture<CallSummaryElement>(
      html`<call-summary lang="de"></call-summary>`,
    );
    expect(element.shadowRoot?.textContent).to.contain('Verbindung zum Portal');
    expect(loadedWords()).to.deep.equal(['de/shared', 'de/summary']);

    await fixture(html`<call-state-controls></call-state-controls>`);
    expect(loadedWords()).to.deep.equal(['de/controls', 'de/shared', 'de/summary']);

    const changed = new Promise<void>((resolve) => localizer.subscribe(resolve));
    element.lang = 'ru';
    await changed;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Подключение к порталу');
    expect(loadedWords().filter((file) => file.startsWith('ru/'))).to.deep.equal([
      'ru/controls',
      'ru/shared',
      'ru/summary',
    ]);
    expect(loadedWords().length).to.equal(6);
  });
});
