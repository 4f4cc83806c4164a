import {expect} from '@open-wc/testing';
import {addLanguage, setTexts} from '../../src/i18n/customize.js';
import {localizer} from '../../src/i18n/localizer.js';
import {countedText, text} from '../../src/i18n/text.js';
import {Deferred} from '../support/fake-portal.js';

/** Resolves when the page speaks the language. */
function speaking(...wishes: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const stop = localizer.subscribe(() => {
      stop();
      resolve();
    });
    localizer.setPreferred(wishes);
  });
}

/** There is a network again. Resolves when the page has tried to load what it lacks. */
function network(): Promise<void> {
  return new Promise((resolve) => {
    const stop = localizer.subscribe(() => {
      stop();
      resolve();
    });
    window.dispatchEvent(new Event('online'));
  });
}

describe('the spoken language', () => {
  before(async () => {
    localizer.setPreferred(['en']);
    await localizer.ready();
  });

  afterEach(async () => {
    if (localizer.language.code !== 'en') await speaking('en');
  });

  it('is the first that the kit knows', async () => {
    await speaking('sv', '', 'de-AT', 'ru');
    expect(text('action.hang-up')).to.equal('Auflegen');
    expect(localizer.language).to.deep.equal({code: 'de', locale: 'de', direction: 'ltr'});
  });

  it('is English where the kit knows none', async () => {
    await speaking('de');
    await speaking('sv');
    expect(text('action.hang-up')).to.equal('Hang up');
  });

  it('changes when its words are there, not before', async () => {
    const changed = speaking('ar');
    expect(text('action.hang-up')).to.equal('Hang up');
    await changed;
    expect(text('action.hang-up')).to.equal('إنهاء');
    expect(localizer.language.direction).to.equal('rtl');
  });

  it('is the last that was chosen, however quick the choices were', async () => {
    localizer.setPreferred(['ja']);
    localizer.setPreferred(['ru']);
    await speaking('de');
    expect(text('action.answer')).to.equal('Annehmen');
  });

  it('is said in the plural form of the number', async () => {
    const said = async (language: string, counts: readonly number[]): Promise<string[]> => {
      if (localizer.language.code !== language) await speaking(language);
      return counts.map((count) => countedText('quality.stars', count));
    };
    expect(await said('en', [1, 2])).to.deep.equal(['1 star', '2 stars']);
    expect(await said('ru', [1, 3, 5, 21, 1.5])).to.deep.equal([
      '1 звезда',
      '3 звезды',
      '5 звёзд',
      '21 звезда',
      '1,5 звезды',
    ]);
    expect(await said('pl', [1, 2, 5, 22])).to.deep.equal([
      '1 gwiazdka',
      '2 gwiazdki',
      '5 gwiazdek',
      '22 gwiazdki',
    ]);
    const arabic = await said('ar', [0, 1, 2, 3, 11]);
    expect(arabic.slice(0, 3)).to.deep.equal(['بلا نجوم', 'نجمة واحدة', 'نجمتان']);
    expect(arabic[3]).to.equal('3 نجوم');
    expect(arabic[4]).to.equal('11 نجمة');
    expect(await said('ja', [1, 2])).to.deep.equal(['星1つ', '星2つ']);
  });
});

describe('setTexts', () => {
  before(() => localizer.ready());

  it('says a text in other words, at once and after a change of language', async () => {
    let told = 0;
    const stop = localizer.subscribe(() => (told += 1));
    setTexts('en', {'action.skip': 'Not now'});
    expect(told).to.equal(1);
    stop();
    expect(text('action.skip')).to.equal('Not now');
    await speaking('de');
    expect(text('action.skip')).to.equal('Überspringen');
    await speaking('en');
    expect(text('action.skip')).to.equal('Not now');
    setTexts('en', {'action.skip': 'Skip'});
  });

  it('is remembered for a language that comes later', async () => {
    setTexts('fr-CA', {'action.hang-up': 'Terminer'});
    expect(text('action.hang-up')).to.equal('Hang up');
    await speaking('fr');
    expect(text('action.hang-up')).to.equal('Terminer');
    await speaking('en');
  });
});

describe('addLanguage', () => {
  before(() => localizer.ready());
  afterEach(() => speaking('en'));

  it('loads the language when the page is in it, and says the rest in English', async () => {
    let loads = 0;
    addLanguage('eo', () => {
      loads += 1;
      return Promise.resolve({
        default: {'action.hang-up': 'Fini', 'quality.stars.other': '{count} steloj'},
      });
    });
    expect(loads).to.equal(0);
    await speaking('eo-XX');
    expect(loads).to.equal(1);
    expect(text('action.hang-up')).to.equal('Fini');
    expect(text('action.hold')).to.equal('Hold');
    expect(countedText('quality.stars', 3)).to.equal('3 steloj');
    expect(localizer.language.locale).to.equal('eo');
  });

  it('takes over when the page has been waiting for it', async () => {
    const words = new Deferred<{'action.hang-up': string}>();
    await speaking('he', 'de');
    addLanguage('he', () => words.promise);
    expect(text('action.hang-up')).to.equal('Auflegen');
    words.resolve({'action.hang-up': 'ניתוק'});
    await new Promise<void>((resolve) => localizer.subscribe(resolve));
    expect(text('action.hang-up')).to.equal('ניתוק');
    expect(localizer.language.direction).to.equal('rtl');
  });

  it('changes from one added language to another', async () => {
    addLanguage('sv', () => Promise.resolve({'action.hang-up': 'Lägg på'}));
    addLanguage('fi', () => Promise.resolve({'action.hang-up': 'Lopeta'}));
    await speaking('sv');
    expect(text('action.hang-up')).to.equal('Lägg på');
    await speaking('fi');
    expect(text('action.hang-up')).to.equal('Lopeta');
  });

  it('says everything in English where it could not be loaded, and warns once', async () => {
    const warned: unknown[] = [];
    const {warn} = console;
    console.warn = (message: unknown) => warned.push(message);
    addLanguage('da', () => Promise.reject(new Error('There is no network.')));
    await speaking('da');
    console.warn = warn;
    expect(text('action.hang-up')).to.equal('Hang up');
    expect(warned).to.deep.equal(['call-card-kit: the language “da” could not be loaded.']);
  });

  it('says that it is in English where it could not be loaded, and comes with the network', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    let isOnline = false;
    addLanguage('fa', () =>
      isOnline ? Promise.resolve({'action.hang-up': 'قطع'}) : Promise.reject(new Error('Offline.')),
    );
    await speaking('fa');
    expect(text('action.hang-up')).to.equal('Hang up');
    expect(localizer.languageOfTexts).to.deep.include({locale: 'en', direction: 'ltr'});

    await network();
    expect(localizer.languageOfTexts.locale).to.equal('en');
    isOnline = true;
    await network();
    console.warn = warn;
    expect(text('action.hang-up')).to.equal('قطع');
    expect(localizer.languageOfTexts).to.deep.include({locale: 'fa', direction: 'rtl'});
  });

  it('is tried again when the page returns to it', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    let loads = 0;
    addLanguage('nb', () => {
      loads += 1;
      return loads === 1
        ? Promise.reject(new Error('There is no network.'))
        : Promise.resolve({'action.hang-up': 'Legg på'});
    });
    await speaking('nb');
    console.warn = warn;
    expect(text('action.hang-up')).to.equal('Hang up');
    await speaking('en');
    await speaking('nb');
    expect(text('action.hang-up')).to.equal('Legg på');
  });
});
