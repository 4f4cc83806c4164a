import {expect} from '@open-wc/testing';
import {KeyedLoader, type Load} from '../../../../src/components/shared/record/keyed-loader.js';
import {waitUntil} from '../../../support/wait-until.js';

const HOST = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

/** Answers each load, and says how old its value may be. */
function recording(values: readonly string[]): {
  load: Load<string>;
  asked: [reload: boolean, acceptOld: boolean][];
} {
  const asked: [boolean, boolean][] = [];
  const load: Load<string> = ({reload, acceptOld}) => {
    asked.push([reload, acceptOld]);
    return Promise.resolve(values[asked.length - 1] ?? 'value');
  };
  return {load, asked};
}

describe('a loader of values by their keys', () => {
  it('says of each load how old its value may be', async () => {
    const loader = new KeyedLoader<string>(HOST);
    const {load, asked} = recording([]);
    loader.setLoads({}, new Map([['key', load]]));
    await waitUntil(() => loader.stateOf('key').status === 'loaded');
    loader.revalidate('key');
    loader.reload('key');
    expect(asked).to.deep.equal([
      [false, true],
      [false, false],
      [true, false],
    ]);
  });

  it('shows an old value, and loads it once again behind that', async () => {
    const shown: unknown[] = [];
    const requestUpdate = (): void => void shown.push(loader.stateOf('key'));
    const loader = new KeyedLoader<string>({...HOST, requestUpdate}, (value) =>
      value.startsWith('old'),
    );
    const {load, asked} = recording(['old', 'old, too']);
    loader.setLoads({}, new Map([['key', load]]));
    await waitUntil(() => shown.length === 2);
    const loaded = {status: 'loaded', isRefreshing: false, isStale: false};
    expect(shown).to.deep.equal([
      {...loaded, value: 'old'},
      {...loaded, value: 'old, too'},
    ]);
    expect(asked).to.deep.equal([
      [false, true],
      [false, false],
    ]);
  });

  it('does not load an old value again that is not wanted any more', async () => {
    const loader = new KeyedLoader<string>(HOST, () => true);
    const {load, asked} = recording([]);
    const source = {};
    loader.setLoads(source, new Map([['key', load]]));
    loader.setLoads(source, new Map());
    await HOST.updateComplete;
    loader.setLoads(source, new Map([['other', () => Promise.resolve('value')]]));
    await waitUntil(() => loader.stateOf('other').status === 'loaded');
    expect(asked).to.have.length(1);
  });
});
