/** What a new portal tab knows of the fields that refer to others. */
import {expect} from '@open-wc/testing';
import {MetadataStore} from '../../../src/crm/cache/metadata-store.js';
import {storedReferences, storeReferences} from '../../../src/crm/cache/reference-storage.js';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {SYSTEM_CLOCK} from '../../../src/model/clock.js';
import {DEAL_25, FakeCrm} from '../fake-crm.js';

const KEY = 'call-card-kit:references:1:portal';
const HELPER = {key: 'ufCrmHelper', target: 'user', multiple: false} as const;
const CLIENTS = {key: 'contactIds', target: 3, multiple: true} as const;

/** A store as a new tab has it: nothing in its session storage. */
function newTab(memberId = 'portal', language = 'en'): MetadataStore {
  sessionStorage.removeItem(`call-card-kit:crm:1:${memberId}:${language}`);
  return new MetadataStore({memberId, language}, SYSTEM_CLOCK);
}

describe('the references of a type', () => {
  const clear = (): void => localStorage.removeItem(KEY);
  beforeEach(clear);
  afterEach(clear);

  it('are known to the next tab of the portal, in any language', () => {
    newTab().learnReferences(2, [HELPER, CLIENTS]);
    newTab().learnReferences(4, [HELPER]);
    expect(newTab('portal', 'de').referencesOf(2)).to.deep.equal([HELPER, CLIENTS]);
    expect(newTab().referencesOf(4)).to.deep.equal([HELPER]);
    expect(newTab('another').referencesOf(2)).to.deep.equal([]);
  });

  it('are not stored for a portal without an id', () => {
    newTab('').learnReferences(2, [HELPER]);
    expect(localStorage.getItem('call-card-kit:references:1:')).to.equal(null);
    expect(newTab('').referencesOf(2)).to.deep.equal([]);
  });

  it('are those of thirty types, the ones learnt last', () => {
    for (let typeId = 40; typeId > 8; typeId -= 1) storeReferences('portal', typeId, [HELPER]);
    storeReferences('portal', 38, [CLIENTS]);
    const stored = storedReferences('portal');
    expect(stored).to.have.length(30);
    expect(stored.map(([typeId]) => typeId))
      .to.include(9)
      .and.to.not.include.members([40, 39]);
    expect(stored.at(-1)).to.deep.equal([38, [CLIENTS]]);
  });

  for (const text of [
    '',
    'no JSON',
    '{}',
    'null',
    '[null, 1, "a", []]',
    '[["2", []]]',
    '[[1.5]]',
  ]) {
    it(`are not known from ${text || 'an empty text'}`, () => {
      localStorage.setItem(KEY, text);
      expect(storedReferences('portal')).to.deep.equal([]);
      newTab().learnReferences(2, [HELPER]);
      expect(newTab().referencesOf(2)).to.deep.equal([HELPER]);
    });
  }

  it('are left out one by one where they are not of their form', () => {
    const strange = [{...HELPER, key: 'a] [b'}, {...HELPER, target: -1}, 'x', CLIENTS];
    localStorage.setItem(KEY, JSON.stringify([[2, strange]]));
    expect(storedReferences('portal')).to.deep.equal([[2, [CLIENTS]]]);
  });

  describe('where storage is denied', () => {
    const page = Object.getOwnPropertyDescriptor(window, 'localStorage');
    beforeEach(() => {
      const get = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', {configurable: true, get});
    });
    afterEach(() => {
      if (page !== undefined) Object.defineProperty(window, 'localStorage', page);
    });

    it('are known to their tab only', () => {
      const tab = newTab();
      tab.learnReferences(2, [HELPER]);
      expect(tab.referencesOf(2)).to.deep.equal([HELPER]);
      expect(newTab().referencesOf(2)).to.deep.equal([]);
    });
  });

  it('bring the names with the first batch of a new tab, and are all that it finds', async () => {
    const crm = new FakeCrm();
    crm.items.set('2:25', {...DEAL_25, UF_CRM_2_HELPER: 9});
    const requestsOfATab = async (): Promise<number> => {
      const before = crm.portal.batches.length;
      await new CrmStore(crm.portal).record({typeId: 2, id: 25});
      for (const key of Object.keys(sessionStorage)) sessionStorage.removeItem(key);
      return crm.portal.batches.length - before;
    };
    expect(await requestsOfATab()).to.equal(2);
    expect(await requestsOfATab()).to.equal(1);
    const stored = Object.entries(localStorage).filter(([key]) => key.startsWith('call-card-kit:'));
    expect(stored).to.have.length(1);
    const words = JSON.stringify(stored);
    expect(words).to.include('HELPER');
    for (const word of ['Leonie', 'Krüger', 'Helper', 'Office chairs', 'Jonas']) {
      expect(words).to.not.include(word);
    }
  });
});
