import {expect} from '@open-wc/testing';
import {afterFirstRequest, firstRequestLeft} from '../src/first-request.js';

describe('what may come after the first request', () => {
  // A page has one first request: this test is about all that happens to it.
  it('is fetched at once, and imported when the request has left', async () => {
    const done: string[] = [];
    const load = (name: string) => (): Promise<number> => Promise.resolve(done.push(name));
    const file = './simple-part.js';
    const first = afterFirstRequest(load('first'), [file]);
    const second = afterFirstRequest(load('second'), [file]);
    const links = [...document.head.querySelectorAll('link')].filter(({href}) =>
      href.endsWith('/simple-part.js'),
    );
    expect(links.map(({rel}) => rel)).to.deep.equal(['modulepreload']);
    await Promise.resolve();
    expect(done).to.deep.equal([]);
    firstRequestLeft();
    await Promise.all([first, second]);
    expect(done).to.deep.equal(['first', 'second']);
    await afterFirstRequest(load('third'));
    expect(done.at(-1)).to.equal('third');
  });
});
