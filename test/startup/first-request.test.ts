import {expect} from '@open-wc/testing';
import {
  afterFirstPicture,
  afterFirstRequest,
  firstRequestLeft,
} from '../../src/startup/first-request.js';

describe('what may come after the first request', () => {
  // A page has one first request: this test is about all that happens to it.
  it('is imported at once, and used when the request has left', async () => {
    const imported: string[] = [];
    const used: string[] = [];
    const load = (name: string) => (): Promise<string> => {
      imported.push(name);
      return Promise.resolve(name);
    };
    const parts = [
      afterFirstRequest(load('panel')).then((name) => used.push(name)),
      // Without a panel on the page there is no first picture to wait for.
      afterFirstPicture(load('controls')).then((name) => used.push(name)),
    ];
    expect(imported).to.deep.equal(['panel']);
    const missing = afterFirstRequest(() => Promise.reject(new Error('offline')));
    // What can't be had is known at once.
    expect(await missing.catch(String)).to.equal('Error: offline');
    expect(used).to.deep.equal([]);
    firstRequestLeft();
    await Promise.all(parts);
    expect(used).to.deep.equal(['panel', 'controls']);
    expect(await afterFirstRequest(load('late'))).to.equal('late');
  });
});
