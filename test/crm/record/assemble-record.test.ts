import {expect} from '@open-wc/testing';
import {MetadataStore} from '../../../src/crm/cache/metadata-store.js';
import type {CrmRecord} from '../../../src/crm/record.js';
import {
  assembleRecord,
  prepareLater,
  type AnsweredRecord,
} from '../../../src/crm/record/assemble-record.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import type {BatchCalls} from '../../../src/portal/portal.js';
import {ManualTime} from '../../support/manual-time.js';
import {failure} from '../fake-crm.js';

const KLAUS = {typeId: 3, id: 17};
const CHAIRS = {typeId: 2, id: 25};

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: null},
});
const failed = (code: 'not-allowed' | 'limit-reached'): RestOutcome => ({
  status: 'failed',
  error: failure(code, 'crm.status.list'),
});

describe('a record from its answers', () => {
  let store: MetadataStore;
  beforeEach(() => {
    store = new MetadataStore({memberId: '', language: 'en'}, new ManualTime());
  });

  const assembled = (
    outcome: Readonly<Record<string, RestOutcome>>,
    more: Partial<AnsweredRecord> = {},
  ): CrmRecord =>
    assembleRecord({
      ref: CHAIRS,
      loadedAt: 5,
      isOld: true,
      language: 'en',
      store,
      callNumber: () => Promise.resolve(),
      references: [],
      metadata: new Map(),
      outcome: new Map(Object.entries(outcome)),
      all: new Map(Object.entries(outcome)),
      run: () => Promise.resolve(new Map()),
      ...more,
    });
  const chairs = (item: JsonObject = {}): Readonly<Record<string, RestOutcome>> => ({
    item_2_25: ok({item: {id: 25, title: 'Chairs', ...item}}),
  });

  it('is what the portal answered instead of it, as an error', () => {
    const refused = failed('not-allowed');
    let thrown: unknown;
    try {
      assembled({item_2_25: refused});
    } catch (error) {
      thrown = error;
    }
    expect(refused).to.have.property('error', thrown);
  });

  it('is an error that says what is missing, where no record came', () => {
    let thrown: unknown;
    try {
      assembled({item_2_25: ok([])});
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.be.instanceOf(CallCardError).and.deep.include({
      code: 'bad-answer',
      request: 'crm.item.get',
      message: 'The portal sent no record (expected crm.item.get: an item).',
    });
  });

  it('has its time, its age and its way to call', () => {
    const callNumber = (): Promise<void> => Promise.resolve();
    const record = assembled(chairs(), {callNumber});
    expect(record).to.include({title: 'Chairs', loadedAt: 5, isOld: true, callNumber});
  });

  it('has the stage of a type with stages, and none for another type', () => {
    const row = {ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', NAME: 'Fresh'};
    const stage_2_25 = ok([row]);
    expect(assembled({...chairs({stageId: 'NEW'}), stage_2_25}).stage?.name).to.equal('Fresh');
    const klaus = {
      item_3_17: ok({item: {id: 17, stageId: 'NEW'}}),
      stage_3_17: failed('limit-reached'),
    };
    const record = assembled(klaus, {ref: KLAUS});
    expect(record.problems).to.deep.equal([]);
  });

  for (const [words, item, count] of [
    ['a problem where it has one', {stageId: 'NEW'}, 1],
    ['no problem where it has none', {}, 0],
    ['no problem where it is blank', {stageId: ''}, 0],
  ] as const) {
    it(`has an unknown stage for ${words}`, () => {
      const stage_2_25 = failed('limit-reached');
      expect(assembled({...chairs(item), stage_2_25}).problems).to.have.length(count);
    });
  }

  it('is called in the order of the user’s language', () => {
    const item_3_17 = ok({item: {id: 17, name: 'Taro', lastName: 'Yamada'}});
    const setup = {ref: KLAUS, language: 'ja'};
    expect(assembled({item_3_17}, setup).title).to.equal('Yamada Taro');
    expect(assembled({item_3_17}, {ref: KLAUS}).title).to.equal('Taro Yamada');
  });

  it('has the layout that came with it', () => {
    const layout = [{name: 'main', title: 'About', elements: [{name: 'TITLE'}]}];
    expect(assembled(chairs()).layout).to.equal(null);
    const record = assembled({...chairs(), layout_P_2_25: ok(layout)});
    expect(record.layout?.sections.map(({name}) => name)).to.deep.equal(['main']);
  });

  it('tells the store to which users its fields refer, and asks for their names', async () => {
    const asked: BatchCalls[] = [];
    const fields = {UF_HELPER: {type: 'employee', title: 'Helper', upperName: 'UF_HELPER'}};
    const record = assembled(chairs({UF_HELPER: 9}), {
      metadata: new Map([['fields_2', ok({fields})]]),
      run: (calls) => {
        asked.push(calls);
        return Promise.resolve(new Map([['users_9', ok([{ID: '9', NAME: 'Leonie'}])]]));
      },
    });
    const named = await record.loadNames();
    expect(asked.map((calls) => Object.keys(calls))).to.deep.equal([['users_9']]);
    expect(named.field('UF_HELPER')?.display).to.include({text: 'Leonie'});
    expect(store.referencesOf(2)).to.deep.equal([
      {key: 'UF_HELPER', target: 'user', multiple: false},
    ]);
  });
});

/** A browser whose timers and idle moments come when the test says so. */
class FakeBrowser {
  readonly timers = new Map<number, {readonly run: () => void; readonly ms: number | undefined}>();
  readonly idle: (() => void)[] = [];
  /** The formats of dates that were made. */
  readonly formats: {
    readonly locale: string;
    readonly options: Intl.DateTimeFormatOptions;
  }[] = [];
  readonly #real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    DateTimeFormat: Intl.DateTimeFormat,
    requestIdleCallback: Object.getOwnPropertyDescriptor(globalThis, 'requestIdleCallback'),
  };

  install(): void {
    const {formats} = this;
    const {DateTimeFormat} = this.#real;
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => {
        const id = 1 + this.timers.size;
        this.timers.set(id, {run, ms});
        return id;
      },
      clearTimeout: (id: number) => this.timers.delete(id),
    });
    Object.defineProperty(globalThis, 'requestIdleCallback', {
      configurable: true,
      writable: true,
      value: (run: () => void) => this.idle.push(run),
    });
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct: (format, [locale, options]: [string, Intl.DateTimeFormatOptions]) => {
        formats.push({locale, options});
        return new format(locale, options);
      },
    });
  }

  remove(): void {
    const {requestIdleCallback, DateTimeFormat, ...timers} = this.#real;
    Object.assign(globalThis, timers);
    Intl.DateTimeFormat = DateTimeFormat;
    Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    if (requestIdleCallback === undefined) return;
    Object.defineProperty(globalThis, 'requestIdleCallback', requestIdleCallback);
  }
}

let languages = 0;

describe('what takes the browser long the first time', () => {
  let browser: FakeBrowser;
  /** A language of its own for each test: what is ready stays ready as long as the page. */
  let language: string;
  beforeEach(() => {
    browser = new FakeBrowser();
    languages += 1;
    language = `sw-x-${(Date.now() + languages).toString(36)}`;
    browser.install();
  });
  afterEach(() => browser.remove());

  const timers = (): readonly (() => void)[] => [...browser.timers.values()].map(({run}) => run);

  it('is made ready in an idle moment, in the user’s language, when the portal takes its time', async () => {
    prepareLater(language);
    expect([...browser.timers.values()].map(({ms}) => ms)).to.deep.equal([120]);
    expect(browser.idle).to.have.length(0);
    for (const run of timers()) run();
    expect(browser.formats).to.deep.equal([]);
    for (const run of browser.idle) run();
    await Promise.resolve();
    expect(browser.formats).to.deep.equal([
      {
        locale: language,
        options: {
          calendar: 'gregory',
          numberingSystem: 'latn',
          dateStyle: 'medium',
          timeStyle: 'short',
        },
      },
    ]);
  });

  it('is left when the portal has answered before', () => {
    const stop = prepareLater(language);
    stop();
    expect(browser.timers.size).to.equal(0);
  });

  it('is left when the portal has answered before the idle moment', async () => {
    const stop = prepareLater(language);
    for (const run of timers()) run();
    stop();
    for (const run of browser.idle) run();
    await Promise.resolve();
    expect(browser.formats).to.deep.equal([]);
  });
});
