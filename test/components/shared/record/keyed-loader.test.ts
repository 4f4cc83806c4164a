import {expect} from '@open-wc/testing';
import {KeyedLoader} from '../../../../src/components/shared/record/keyed-loader.js';

describe('a loader of values by their keys', () => {
  it('says of each load how old its value may be', async () => {
    const asked: [reload: boolean, acceptOld: boolean][] = [];
    const loader = new KeyedLoader<string>({
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });
    const load = ({reload, acceptOld}: {reload: boolean; acceptOld: boolean}): Promise<string> => {
      asked.push([reload, acceptOld]);
      return Promise.resolve('value');
    };
    loader.setLoads({}, new Map([['key', load]]));
    await Promise.resolve();
    await Promise.resolve();
    expect(loader.stateOf('key').status).to.equal('loaded');
    loader.revalidate('key');
    loader.reload('key');
    expect(asked).to.deep.equal([
      [false, true],
      [false, false],
      [true, false],
    ]);
  });
});
