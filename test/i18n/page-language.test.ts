import {expect} from '@open-wc/testing';
import {
  addLocalizedElement,
  setPortalLanguage,
  removeLocalizedElement,
} from '../../src/i18n/page-language.js';
import {addLanguage} from '../../src/i18n/customize.js';
import {localizer} from '../../src/i18n/localizer.js';

/** Resolves with the language that the page turns to. */
function turn(act: () => void): Promise<string> {
  return new Promise((resolve) => {
    const stop = localizer.subscribe(() => {
      stop();
      resolve(localizer.language.code);
    });
    act();
  });
}

describe('the language of the page', () => {
  let element: HTMLElement;
  let outer: HTMLElement;

  beforeEach(async () => {
    document.documentElement.lang = 'en';
    outer = document.createElement('div');
    element = outer.appendChild(document.createElement('div'));
    document.body.append(outer);
    await turn(() => {
      addLocalizedElement(element);
      setPortalLanguage('ua');
    });
  });

  afterEach(async () => {
    document.body.lang = '';
    outer.remove();
    if (localizer.language.code !== 'en') await turn(() => setPortalLanguage('en'));
    removeLocalizedElement(element);
  });

  it("is the operator's, whatever <html> says", () => {
    expect(localizer.language).to.deep.equal({code: 'ua', locale: 'uk-UA', direction: 'ltr'});
  });

  describe('where the portal has not told any that the kit knows', () => {
    afterEach(() => Reflect.deleteProperty(navigator, 'languages'));

    const browserSpeaks = (...languages: string[]): void => {
      Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
    };

    it('is the first of the browser’s that the kit knows, whatever <html> says', async () => {
      document.documentElement.lang = 'it';
      browserSpeaks('nl-NL', 'de-AT', 'fr');
      expect(await turn(() => setPortalLanguage('nn'))).to.equal('de');
      browserSpeaks('pt-BR');
      expect(await turn(() => setPortalLanguage(''))).to.equal('br');
    });

    it('takes a language of the browser for that of the web', async () => {
      document.documentElement.lang = 'it';
      // Breton, Latin and Sardinian.
      browserSpeaks('br', 'la', 'sc-IT', 'pl');
      expect(await turn(() => setPortalLanguage('nn'))).to.equal('pl');
    });

    it('is the one of <html> where the browser has none either', async () => {
      document.documentElement.lang = 'it';
      browserSpeaks('nl-NL');
      expect(await turn(() => setPortalLanguage('nn'))).to.equal('it');
      browserSpeaks();
      document.documentElement.lang = 'pl';
      expect(await turn(() => setPortalLanguage('no'))).to.equal('pl');
    });
  });

  it('is stated on the element, or on the nearest ancestor', async () => {
    expect(await turn(() => (document.body.lang = 'fr'))).to.equal('fr');
    expect(await turn(() => (outer.lang = 'pt-BR'))).to.equal('br');
    expect(await turn(() => (element.lang = 'zh-HK'))).to.equal('tc');
    expect(await turn(() => element.removeAttribute('lang'))).to.equal('br');
    outer.lang = '';
    document.body.lang = '';
    expect(await turn(() => setPortalLanguage('de'))).to.equal('de');
  });

  it('is not one that the kit does not know, until it is added', async () => {
    outer.lang = 'sw';
    expect(await turn(() => setPortalLanguage('pl'))).to.equal('pl');
    const added = turn(() => addLanguage('sw', () => Promise.resolve({})));
    expect(await added).to.equal('sw');
    expect(await turn(() => outer.removeAttribute('lang'))).to.equal('pl');
  });

  it('is stated outside the shadow root in which the element stands', async () => {
    const host = outer.appendChild(document.createElement('div'));
    const inner = document.createElement('div');
    const frame = document.createElement('section');
    host.attachShadow({mode: 'open'}).append(frame);
    frame.append(inner);
    addLocalizedElement(inner);
    expect(await turn(() => (host.lang = 'tr'))).to.equal('tr');
    expect(await turn(() => (frame.lang = 'vi'))).to.equal('vn');
    frame.lang = '';
    removeLocalizedElement(inner);
    expect(await turn(() => setPortalLanguage('kz'))).to.equal('kz');
  });

  it('is that of the element that came first, where two differ', async () => {
    const second = document.body.appendChild(document.createElement('div'));
    second.lang = 'ms';
    expect(await turn(() => addLocalizedElement(second))).to.equal('ms');
    expect(await turn(() => (element.lang = 'id'))).to.equal('id');
    removeLocalizedElement(second);
    second.remove();
    element.lang = '';
  });
});
