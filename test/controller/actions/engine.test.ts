/** The telephony engine of an app, begun at once or in its own time. */
import {expect} from '@open-wc/testing';
import {Engine, type Lead, type StopEngine} from '../../../src/controller/actions/engine.js';
import {Deferred} from '../../support/fake-portal.js';
import {settled} from '../../support/manual-time.js';
import {collectReported} from '../../support/reported-errors.js';
import {collectWarnings} from '../../support/warnings.js';

describe('an engine', () => {
  let collected: ReturnType<typeof collectReported>;
  let log: string[];
  const stop: StopEngine = () => log.push('ended');
  beforeEach(() => {
    log = [];
    collected = collectReported();
  });
  afterEach(() => collected.restore());

  for (const [words, lead] of [
    ['at once', () => stop],
    ['in its own time', async () => Promise.resolve(stop)],
  ] as const satisfies readonly (readonly [string, Lead])[]) {
    it(`that begins ${words} is ended when the frame leads no more`, async () => {
      const engine = new Engine(() => {
        log.push('begun');
        return lead();
      });
      engine.begin();
      await settled();
      engine.end();
      engine.end();
      engine.begin();
      expect(log).to.deep.equal(['begun', 'ended', 'begun']);
    });
  }

  it('that has not begun when the lead is lost is ended as soon as it has', async () => {
    const begun = new Deferred<StopEngine>();
    const engine = new Engine(() => begun.promise);
    engine.begin();
    engine.end();
    expect(log).to.deep.equal([]);
    begun.resolve(stop);
    await settled();
    expect(log).to.deep.equal(['ended']);
  });

  it('that has not begun when the lead comes back is not begun a second time', async () => {
    const begun = new Deferred<StopEngine>();
    let times = 0;
    const engine = new Engine(() => {
      times += 1;
      return begun.promise;
    });
    engine.begin();
    engine.end();
    engine.begin();
    begun.resolve(stop);
    await settled();
    expect(times).to.equal(1);
    expect(log, 'it goes on').to.deep.equal([]);
    engine.end();
    expect(log).to.deep.equal(['ended']);
  });

  for (const [words, lead] of [
    [
      'throws',
      () => {
        throw new Error('No line.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('No line.'))],
  ] as const satisfies readonly (readonly [string, Lead])[]) {
    it(`that ${words} is reported, and tried again with the next lead`, async () => {
      let times = 0;
      const engine = new Engine(() => {
        times += 1;
        return lead();
      });
      engine.begin();
      await settled();
      expect(collected.reported.map(String)).to.deep.equal(['Error: No line.']);
      engine.end();
      engine.begin();
      await settled();
      expect(times).to.equal(2);
    });
  }

  it('that fails when the frame leads no more is begun anew with the next lead', async () => {
    const first = new Deferred<StopEngine>();
    let times = 0;
    const engine = new Engine(() => {
      times += 1;
      return first.promise;
    });
    engine.begin();
    engine.end();
    first.reject(new Error('No line.'));
    await settled();
    engine.begin();
    expect(times).to.equal(2);
  });

  it('may be ended by nothing, without a word', async () => {
    for (const nothing of [undefined, null]) {
      const engine = new Engine(() => nothing as undefined);
      const warnings = await collectWarnings(() => {
        engine.begin();
        engine.end();
      });
      expect(warnings).to.deep.equal([]);
    }
    expect(collected.reported).to.deep.equal([]);
  });

  it('that was never begun is not ended', () => {
    const engine = new Engine(() => stop);
    engine.end();
    expect(log).to.deep.equal([]);
  });

  it('reports what its end throws', () => {
    const engine = new Engine(() => () => {
      throw new Error('It goes on.');
    });
    engine.begin();
    engine.end();
    expect(collected.reported.map(String)).to.deep.equal(['Error: It goes on.']);
  });

  it('that gives nothing to end it with says what was given, and what would be right', async () => {
    const session = {id: 7};
    // @ts-expect-error -- What `phone.connect()` of an engine may resolve with.
    const engine = new Engine(async () => Promise.resolve(session));
    const warnings = await collectWarnings(async () => {
      engine.begin();
      await settled();
      engine.end();
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/lead returned .*object.*expected .*function/s);
    expect(collected.reported).to.deep.equal([]);
  });
});
