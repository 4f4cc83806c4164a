import {expect} from '@open-wc/testing';
import {autoloadTags} from '../../src/startup/autoloader.js';
import {Deferred} from '../support/fake-portal.js';
import {settled} from '../support/manual-time.js';

/** Each test has tags of its own: what is registered stays registered. */
let count = 0;
function newTag(): string {
  count += 1;
  return `tag-loader-test-${count}`;
}

function elementClass(): CustomElementConstructor {
  return class extends HTMLElement {};
}

describe('loadTags', () => {
  let end: () => void = () => undefined;
  afterEach(() => {
    end();
    document.body.replaceChildren();
  });

  it('loads what is on the page, and only that', async () => {
    const [present, absent] = [newTag(), newTag()];
    document.body.append(document.createElement(present));
    const loaded: string[] = [];
    const load = (tag: string) => () => {
      loaded.push(tag);
      return Promise.resolve(elementClass());
    };
    end = autoloadTags({[present]: load(present), [absent]: load(absent)});
    await customElements.whenDefined(present);
    expect(loaded).to.deep.equal([present]);
  });

  it('loads a tag once when it appears later, however often', async () => {
    const tag = newTag();
    let loads = 0;
    end = autoloadTags({
      [tag]: () => {
        loads += 1;
        return Promise.resolve(elementClass());
      },
    });
    document.body.append(document.createElement(tag));
    await customElements.whenDefined(tag);
    document.body.append(document.createElement(tag), document.createElement('p'));
    await settled();
    expect(loads).to.equal(1);
  });

  it('leaves a tag that the page has registered itself', async () => {
    const tag = newTag();
    const own = elementClass();
    document.body.append(document.createElement(tag));
    const loading = new Deferred<CustomElementConstructor>();
    end = autoloadTags({[tag]: () => loading.promise});
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
    document.body.append(document.createElement(tag));
    let loads = 0;
    end = autoloadTags({
      [tag]: () => {
        loads += 1;
        return loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(elementClass());
      },
    });
    await settled();
    console.error = error;
    document.body.append(document.createElement('p'));
    await customElements.whenDefined(tag);
    expect(loads).to.equal(2);
    expect(String(said[0])).to.include(tag);
  });
});
