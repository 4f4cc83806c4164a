/** Kills the leading frame many times at random moments: nothing is lost, nothing repeated. */
import {expect} from '@open-wc/testing';
import type {Denial} from '../../src/simulator/index.js';
import {numberedTokens, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {isChromium} from '../support/engine.js';
import {KILLS, KillWorld} from '../support/kill-world.js';
import {ProbedPages} from '../support/probed-pages.js';

/** What an engine does of its own in a kill it does in each of them. */
const MANY = isChromium ? 30 : 10;
const WORLDS: readonly (readonly [words: string, kills: number, deny: readonly Denial[]])[] = [
  ['with locks', isChromium ? 40 : 15, []],
  ['without locks', MANY, ['locks']],
  ['without BroadcastChannel', MANY, ['broadcast-channel']],
];
/** Shown when it fails; `?seed=…` behind the page's address repeats the run. */
const SEED = Number(new URLSearchParams(location.search).get('seed') ?? Date.now() % 1_000_000);

describe('the hub whose leader is killed again and again', function () {
  this.timeout(110_000);
  const makePortal = portalsOfATest();
  const pages = new ProbedPages();
  const worlds = new Map<string, KillWorld>();
  after(() => {
    pages.dispose();
    for (const [words, {ledger}] of worlds) {
      console.warn(`${words}: ${JSON.stringify(ledger.counts)}`);
    }
  });

  it(`loses nothing and repeats nothing in silence (seed ${SEED})`, async () => {
    // Portals that don't know of each other, at the same time: most of it is waiting.
    await Promise.all(
      WORLDS.map(async ([words, kills, deny], index) => {
        const random = numbersFrom(SEED + index);
        const world = new KillWorld(pages, random);
        worlds.set(words, world);
        await world.open(
          makePortal({
            backend: {...numberedTokens(), memberId: `member-${index}`},
            worker: {url: pageOf('hub-app.html')},
            conditions: {deny},
          }),
        );
        for (let count = 0; count < kills; count += 1) {
          await world.round(KILLS[Math.floor(random() * KILLS.length)] ?? 'crash');
        }
        const pictures = await world.end();
        expect(world.ledger.faults, words).to.deep.equal([]);
        const wanted = pictures.map(() => ({...pictures[0], title: 'The end'}));
        expect(pictures, words).to.deep.equal(wanted);
      }),
    );
  });
});

/** The same numbers from 0 to 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
