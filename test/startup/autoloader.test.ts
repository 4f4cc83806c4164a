import {expect} from '@open-wc/testing';
import {autoloadTags, type TagEntry} from '../../src/startup/autoloader.js';
import {Deferred} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';

/** Each test has tags of its own: what is registered stays registered. */
let count = 0;
function newTag(): string {
  count += 1;
  return `autoloader-test-${count}`;
}

function elementClass(): CustomElementConstructor {
  return class extends HTMLElement {};
}

describe('autoloadTags', () => {
  let end: () => void = () => undefined;
  let requestSent: Deferred<void>;
  let firstRender: Deferred<void>;
  beforeEach(() => {
    requestSent = new Deferred();
    firstRender = new Deferred();
  });
  afterEach(() => {
    end();
    document.body.replaceChildren();
  });

  const autoload = (entries: readonly TagEntry[], found?: (tag: string) => void): void => {
    const phases = {requestSent: requestSent.promise, firstRender: firstRender.promise};
    end = autoloadTags(entries, {phases, ...(found && {found})});
  };
  const entry = (
    tag: string,
    load: TagEntry['import'] = () => Promise.resolve(elementClass()),
    phase: TagEntry['phase'] = 'requestSent',
  ): TagEntry => ({tag, import: load, phase});
  const add = (tag: string): unknown => document.body.append(document.createElement(tag));

  describe('when the phases are over', () => {
    beforeEach(() => {
      requestSent.resolve();
      firstRender.resolve();
    });

    it('loads what is on the page, and only that, and tells of it', async () => {
      const [present, absent] = [newTag(), newTag()];
      add(present);
      const loaded: string[] = [];
      const found: string[] = [];
      const load = (tag: string) => () => {
        loaded.push(tag);
        return Promise.resolve(elementClass());
      };
      autoload([entry(present, load(present)), entry(absent, load(absent))], (tag) =>
        found.push(tag),
      );
      await customElements.whenDefined(present);
      expect(loaded).to.deep.equal([present]);
      expect(found).to.deep.equal([present]);
    });

    it('loads a tag once when it appears later, however often', async () => {
      const tag = newTag();
      let loads = 0;
      const load = (): Promise<CustomElementConstructor> => {
        loads += 1;
        return Promise.resolve(elementClass());
      };
      autoload([entry(tag, load)]);
      add(tag);
      await customElements.whenDefined(tag);
      add(tag);
      add('p');
      await settled();
      expect(loads).to.equal(1);
    });

    it('leaves a tag that the page has registered itself', async () => {
      const tag = newTag();
      const own = elementClass();
      add(tag);
      const loading = new Deferred<CustomElementConstructor>();
      autoload([entry(tag, () => loading.promise)]);
      customElements.define(tag, own);
      loading.resolve(elementClass());
      await settled();
      expect(customElements.get(tag) === own).to.equal(true);
    });

    it('tries again with the next change of the page when loading failed, and says so', async () => {
      const tag = newTag();
      const said: unknown[] = [];
      const {error} = console;
      console.error = (...words: unknown[]) => said.push(words[0]);
      try {
        add(tag);
        let loads = 0;
        autoload([
          entry(tag, () => {
            loads += 1;
            return loads === 1
              ? Promise.reject(new Error('offline'))
              : Promise.resolve(elementClass());
          }),
        ]);
        await settled();
        add('p');
        await customElements.whenDefined(tag);
        expect(loads).to.equal(2);
        expect(String(said[0])).to.include(tag);
      } finally {
        console.error = error;
      }
    });
  });

  it('fetches at once what waits for the request, and registers it when that has left', async () => {
    const tag = newTag();
    add(tag);
    let loads = 0;
    autoload([
      entry(tag, () => {
        loads += 1;
        return Promise.resolve(elementClass());
      }),
    ]);
    expect(loads).to.equal(1);
    await settled();
    expect(customElements.get(tag)).to.equal(undefined);
    requestSent.resolve();
    await settled();
    expect(customElements.get(tag)).not.to.equal(undefined);
  });

  it('hears at once of what can’t be loaded', async () => {
    const tag = newTag();
    add(tag);
    let loads = 0;
    const {error} = console;
    console.error = () => undefined;
    try {
      autoload([
        entry(tag, () => {
          loads += 1;
          return Promise.reject(new Error('offline'));
        }),
      ]);
      await settled();
      add('p');
      await settled();
      expect(loads).to.equal(2);
    } finally {
      console.error = error;
    }
  });

  it('fetches nothing before the first render of what can wait for it', async () => {
    const tag = newTag();
    add(tag);
    let loads = 0;
    const load = (): Promise<CustomElementConstructor> => {
      loads += 1;
      return Promise.resolve(elementClass());
    };
    autoload([entry(tag, load, 'firstRender')]);
    requestSent.resolve();
    await settled();
    expect(loads).to.equal(0);
    firstRender.resolve();
    await settled();
    expect(loads).to.equal(1);
    expect(customElements.get(tag)).not.to.equal(undefined);
  });
});
