import {expect} from '@open-wc/testing';
import {asObject} from '../../../../src/model/parse/reading.js';
import {DENIALS, type Denial} from '../../../../src/simulator/index.js';
import {
  conditionsIn,
  withConditions,
} from '../../../../src/simulator/portal/frames/frame-conditions.js';
import {CONDITIONS_APP, conditionStage, type ConditionedApp} from '../conditioned-app.js';

describe('the conditions of a frame', () => {
  const stage = conditionStage();
  const openWithout = (...deny: Denial[]): Promise<ConditionedApp> =>
    stage.open({conditions: {deny}});

  it('travel in the page’s own address', () => {
    const deny: Denial[] = ['storage', 'locks-missing'];
    expect(conditionsIn(withConditions(`${CONDITIONS_APP}?own=1`, {deny}))).to.deep.equal({deny});
    expect(conditionsIn(withConditions(CONDITIONS_APP, {}))).to.deep.equal({deny: []});
    expect(conditionsIn(`${CONDITIONS_APP}?own=1`)).to.equal(null);
    const invented = CONDITIONS_APP + '?simulated-conditions=locks+invented';
    expect(conditionsIn(invented)).to.deep.equal({deny: ['locks']});
  });

  it('leave the frame’s name, its placement and the rest of its address as they are', async () => {
    const {frame} = await stage.open({method: 'get', url: `${CONDITIONS_APP}?own=1`});
    expect(frame.element?.name).to.equal(`${location.host}|0|${frame.sid}`);
    const {searchParams} = new URL(frame.element?.src ?? '');
    expect(searchParams.get('own')).to.equal('1');
    expect(searchParams.get('APP_SID')).to.equal(frame.sid);
    const texts = stage.portal().timeline.entries.map(({text}) => text);
    expect(texts.filter((text) => text.includes('simulated'))).to.deep.equal([]);
  });

  const WORKS = {
    localStorage: 'works',
    sessionStorage: 'works',
    indexedDB: 'works',
    broadcastChannel: 'works',
    locks: 'works',
  };
  const THROWN = 'SecurityError';
  const OUTCOMES = {
    storage: {localStorage: THROWN, sessionStorage: THROWN, indexedDB: THROWN},
    'storage-missing': {
      localStorage: 'TypeError',
      sessionStorage: 'TypeError',
      indexedDB: 'TypeError',
    },
    'broadcast-channel': {broadcastChannel: THROWN},
    'broadcast-channel-missing': {broadcastChannel: 'ReferenceError'},
    'broadcast-channel-alone': {},
    locks: {locks: THROWN, queryLocks: THROWN},
    'locks-missing': {locks: 'TypeError', queryLocks: 'TypeError'},
  } satisfies Record<Denial, object>;

  /** What the engine allows such a frame: in Firefox a frame of another site may not `query` locks. */
  const allowed = async (): Promise<object> => {
    const frame = await stage.portal().openFrame({url: CONDITIONS_APP, placement: 'CALL_CARD'});
    const page = await stage.pages().of(frame);
    const outcomes = asObject(await page.do('tryAll')) ?? {};
    expect(outcomes).to.include(WORKS);
    return outcomes;
  };

  it('deny nothing when nothing is to be denied', async () => {
    const app = await openWithout();
    expect(await app.do('tryAll')).to.deep.equal(await allowed());
  });

  for (const denial of DENIALS) {
    it(`deny ${denial}, and only that`, async () => {
      const app = await openWithout(denial);
      expect(await app.do('tryAll')).to.deep.equal({...(await allowed()), ...OUTCOMES[denial]});
    });
  }

  it('deny several things at once', async () => {
    const app = await openWithout('storage', 'broadcast-channel', 'locks');
    const denied = {...OUTCOMES.storage, ...OUTCOMES['broadcast-channel'], ...OUTCOMES.locks};
    expect(await app.do('tryAll')).to.deep.equal({...(await allowed()), ...denied});
  });

  it('leave a browser without the name of what is missing', async () => {
    const app = await openWithout('storage-missing', 'broadcast-channel-missing', 'locks-missing');
    expect(await app.do('has')).to.deep.equal({
      localStorage: false,
      indexedDB: false,
      BroadcastChannel: false,
      locks: false,
    });
  });

  it('hang on nothing that the browser may forget', async () => {
    for (const denials of [[], ['locks']] as const) {
      const app = await openWithout(...denials);
      expect(await app.do('forgettable')).to.deep.equal([]);
    }
  });

  it('give a frame a partition of its own, in which nobody hears its channel', async () => {
    const [one, two] = [await openWithout(), await openWithout()];
    const alone = await openWithout('broadcast-channel-alone');
    for (const app of [one, two, alone]) await app.do('join', 'hub');
    await alone.do('say', {name: 'hub', text: 'from the lonely'});
    await one.do('say', {name: 'hub', text: 'from one'});
    await two.notes('hub: from one');
    expect(await two.diary()).to.deep.equal(['hub: from one']);
    expect(await alone.diary()).to.deep.equal([]);
  });
});
