/** What is asked of the network: the words of one language, and only when they are shown. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/entries/define.js';
import type {CallSummaryElement} from '../../src/components/call-summary/call-summary.js';
import {localizer} from '../../src/i18n/localizer.js';
import {setPageController, unconnected} from '../components/shared/page.js';

/** The languages whose words were loaded so far. */
function loadedLanguages(): string[] {
  return performance
    .getEntriesByType('resource')
    .flatMap(({name}) => /\/i18n\/languages\/(\w+)\.[jt]s/.exec(name)?.[1] ?? [])
    .sort();
}

describe('the words of a page', () => {
  it('are loaded when an element shows them, in the language of the page alone', async () => {
    const undo = setPageController(unconnected().controller);
    expect(loadedLanguages()).to.deep.equal([]);
    const element = await fixture<CallSummaryElement>(
      html`<call-summary lang="de"></call-summary>`,
    );
    expect(element.shadowRoot?.textContent).to.contain('Verbindung zum Portal');
    expect(loadedLanguages()).to.deep.equal(['de']);

    await fixture(html`<call-state-controls></call-state-controls>`);
    expect(loadedLanguages()).to.deep.equal(['de']);

    const changed = new Promise<void>((resolve) => localizer.subscribe(resolve));
    element.lang = 'ru';
    await changed;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Подключение к порталу');
    expect(loadedLanguages()).to.deep.equal(['de', 'ru']);
    undo();
  });

  it('are not those that it would be in, if the portal had not told its own', async () => {
    const {portal, controller} = unconnected();
    portal.session = {...portal.session, language: 'ja'};
    await controller.start();
    const undo = setPageController(controller);
    const changed = new Promise<void>((resolve) => localizer.subscribe(resolve));
    await fixture(html`<call-summary></call-summary>`);
    await changed;
    expect(localizer.language.code).to.equal('ja');
    expect(loadedLanguages()).to.deep.equal(['de', 'ja', 'ru']);
    undo();
  });
});
