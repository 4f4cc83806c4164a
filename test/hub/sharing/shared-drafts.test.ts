import {expect} from '@open-wc/testing';
import type {DraftLine, HeldDraft} from '../../../src/hub/sharing/shared-drafts.js';
import {MOST_HUB_ITEMS} from '../../../src/model/parse/hub-values.js';
import {DRAFT_MEMORY_MS, type KeptDraft} from '../../../src/model/call/note-draft.js';
import {receiptOf, type NoteReceipt} from '../../../src/model/call/note-receipt.js';
import {FakeHubWorld, TAB, type FakeHubFrame} from '../../support/fake-hub-world.js';

function draft(id: string, text = 'Hello', seenAt = 0, version = {}): KeptDraft {
  const subject = {callId: 'call', number: null, entity: null};
  const content = {text, disposition: ''};
  const kept = {subject, content, unanswered: null, origin: null};
  return {...kept, id, copy: id, version, place: '', seenAt};
}

/** What a frame knows of the others' drafts. */
function known({hub: {drafts}}: FakeHubFrame): readonly (readonly [string, string, boolean])[] {
  return drafts.held.map(({draft: {id, content}, isThere}) => [id, content.text, isThere]);
}

/** What a frame hears from now on. */
function listen(line: DraftLine): {
  readonly held: HeldDraft[];
  readonly dropped: string[];
  readonly saved: NoteReceipt[];
} {
  const heard = {held: [] as HeldDraft[], dropped: [] as string[], saved: [] as NoteReceipt[]};
  line.listen({
    held: (held) => heard.held.push(held),
    dropped: (id) => heard.dropped.push(id),
    saved: (receipt) => heard.saved.push(receipt),
  });
  return heard;
}

describe('the drafts of the app’s frames', () => {
  let world: FakeHubWorld;
  let worker: FakeHubFrame;
  let tab: FakeHubFrame;

  beforeEach(async () => {
    world = new FakeHubWorld();
    worker = await world.open();
    tab = await world.open(TAB);
  });

  it('are known in every other frame, with each letter', async () => {
    const heard = listen(worker.hub.drafts);
    tab.hub.drafts.put(draft('a', 'H'));
    tab.hub.drafts.put(draft('a', 'He'));
    await world.settle();
    expect(known(worker)).to.deep.equal([['a', 'He', true]]);
    expect(known(tab), 'its own is none of the others').to.deep.equal([]);
    expect(heard.held.map(({draft: {content}}) => content.text)).to.deep.equal(['H', 'He']);
    tab.hub.drafts.drop('a');
    await world.settle();
    expect(known(worker)).to.deep.equal([]);
    expect(heard.dropped).to.deep.equal(['a']);
  });

  it('outlive the only frame that had them, for frames that come later', async () => {
    tab.hub.drafts.put(draft('a'));
    await world.settle();
    tab.close();
    const later = await world.open(TAB);
    expect(known(later)).to.deep.equal([['a', 'Hello', false]]);
  });

  it('reach a frame that came before the end of the one that had them was noticed', async () => {
    world = new FakeHubWorld({locks: 'absent'});
    worker = await world.open();
    tab = await world.open(TAB);
    tab.hub.drafts.put(draft('a'));
    await world.settle();
    tab.die();
    const later = await world.open(TAB);
    const heard = listen(later.hub.drafts);
    expect(known(worker), 'it seems to be there').to.deep.equal([['a', 'Hello', true]]);
    await world.pass(10_000);
    expect(known(later)).to.deep.equal([['a', 'Hello', false]]);
    expect(heard.held).to.have.length(1);
  });

  it('are told to a frame that has come after the last letter', async () => {
    tab.hub.drafts.put(draft('a'));
    await world.settle();
    worker.die();
    const late = await world.open();
    tab.close();
    const last = await world.open(TAB);
    expect(known(late)).to.deep.equal([['a', 'Hello', false]]);
    expect(known(last)).to.deep.equal([['a', 'Hello', false]]);
  });

  it('are nobody’s no more when another frame has taken the words over', async () => {
    const other = await world.open(TAB);
    tab.hub.drafts.put(draft('a'));
    await world.settle();
    tab.close();
    other.hub.drafts.put(draft('a'));
    await world.settle();
    expect(known(worker)).to.deep.equal([['a', 'Hello', true]]);
  });

  it('stay where the other copy has other words', async () => {
    const other = await world.open(TAB);
    tab.hub.drafts.put(draft('a', 'Hello you', 0, {tab: 1}));
    other.hub.drafts.put(draft('a', 'Hello there', 0, {other: 1}));
    await world.settle();
    tab.close();
    other.hub.drafts.put(draft('a', 'Hello there!', 0, {other: 2}));
    await world.settle();
    expect(known(worker)).to.deep.equal([
      ['a', 'Hello you', false],
      ['a', 'Hello there!', true],
    ]);
  });

  it('are forgotten eight hours after the last frame that had them has gone, and not before', async () => {
    tab.hub.drafts.put(draft('a'));
    await world.settle();
    await world.time.pass(2 * DRAFT_MEMORY_MS);
    expect(known(worker), 'its frame is there').to.have.length(1);
    tab.close();
    await world.settle();
    await world.time.pass(DRAFT_MEMORY_MS - 1);
    expect(known(worker)).to.have.length(1);
    await world.time.pass(1);
    expect(known(worker)).to.deep.equal([]);
    expect(DRAFT_MEMORY_MS).to.equal(8 * 3_600_000);
  });

  it('are forgotten, too, when a frame gives a time to come', async () => {
    tab.hub.drafts.put(draft('a', 'Hello', 2 ** 49));
    tab.hub.drafts.tellSaved(
      receiptOf('b', {text: 'Hello', disposition: null}, 999, world.time.now() + 1e12),
    );
    await world.settle();
    tab.close();
    await world.settle();
    await world.time.pass(DRAFT_MEMORY_MS);
    expect(known(worker)).to.deep.equal([]);
    const later = await world.open(TAB);
    expect(later.hub.drafts.receipts).to.deep.equal([]);
  });

  it('are bounded: the one that was changed longest ago goes first', async () => {
    for (let count = 0; count <= MOST_HUB_ITEMS; count += 1) {
      tab.hub.drafts.put(draft(`d${String(count)}`));
    }
    await world.settle();
    expect(known(worker)).to.have.length(MOST_HUB_ITEMS);
    expect(known(worker)[0]?.[0]).to.equal('d1');
  });

  it('are not taken from a frame that speaks for one that is there', async () => {
    const other = await world.open(TAB);
    tab.hub.drafts.put(draft('a'));
    await world.settle();
    const text = world.posted
      .map((each) => each.text)
      .filter((each) => each.includes('"kind":"draft"'))
      .at(-1);
    const forged = (text ?? '')
      .replace(`"from":"${tab.hub.id}"`, `"from":"${other.hub.id}"`)
      .replace(/"number":\d+/, '"number":1000')
      .replace('Hello', 'Forged');
    worker.hear(forged);
    expect(known(worker)).to.deep.equal([['a', 'Hello', true]]);
  });

  it('are told to be saved, also to frames that come later', async () => {
    const heard = listen(worker.hub.drafts);
    const receipt = receiptOf('a', {text: 'Hello', disposition: null}, 999, world.time.now());
    tab.hub.drafts.tellSaved(receipt);
    await world.settle();
    expect(heard.saved).to.deep.equal([receipt]);
    tab.close();
    const later = await world.open(TAB);
    expect(later.hub.drafts.receipts).to.deep.equal([receipt]);
  });

  it('are gone with the hub', () => {
    tab.hub.drafts.put(draft('a'));
    tab.hub.drafts.tellSaved(receiptOf('b', {text: 'x', disposition: null}, 1, world.time.now()));
    tab.hub.close();
    expect(tab.hub.drafts.receipts).to.deep.equal([]);
  });
});

describe('the turn to save a draft', () => {
  let world: FakeHubWorld;
  let one: FakeHubFrame;
  let two: FakeHubFrame;

  beforeEach(async () => {
    world = new FakeHubWorld();
    one = await world.open(TAB);
    two = await world.open(TAB);
  });

  /** Asks for the turn; the list says in which order the frames got it. */
  const take = (frame: FakeHubFrame, got: FakeHubFrame[]): Promise<() => void> =>
    frame.hub.drafts.takeTurn('a').then((end) => {
      got.push(frame);
      return end;
    });

  it('is there at once where the others are workers, which have no notes', async () => {
    two.close();
    await world.open();
    const got: FakeHubFrame[] = [];
    await take(one, got);
    expect(got).to.deep.equal([one]);
  });

  for (const words of ['at one moment', 'one after the other']) {
    it(`is one frame’s alone when both want it ${words}`, async () => {
      for (const frame of [one, two]) frame.hub.drafts.put(draft('a'));
      await world.settle();
      const got: FakeHubFrame[] = [];
      const ends = [take(two, got)];
      if (words === 'one after the other') await world.pass(1000);
      ends.push(take(one, got));
      await world.pass(1000);
      expect(got).to.have.length(1);
      (await ends[got[0] === two ? 0 : 1])?.();
      await world.pass(1000);
      expect(got).to.have.length(2);
    });
  }

  it('passes on when the frame that has it vanishes, or is silent for half a minute', async () => {
    for (const frame of [one, two]) frame.hub.drafts.put(draft('a'));
    const third = await world.open(TAB);
    third.hub.drafts.put(draft('a'));
    await world.settle();
    const got: FakeHubFrame[] = [];
    void take(one, got);
    await world.pass(1000);
    void take(two, got);
    await world.pass(1000);
    one.close();
    await world.pass(1000);
    expect(got).to.deep.equal([one, two]);
    void take(third, got);
    await world.pass(20_000);
    expect(got).to.have.length(2);
    two.freeze(false);
    await world.pass(31_000);
    expect(got).to.deep.equal([one, two, third]);
  });

  it('is not waited for when the draft is saved', async () => {
    for (const frame of [one, two]) frame.hub.drafts.put(draft('a'));
    await world.settle();
    const got: FakeHubFrame[] = [];
    const end = take(one, got);
    await world.pass(1000);
    void take(two, got);
    await world.pass(1000);
    one.hub.drafts.tellSaved(receiptOf('a', {text: 'Hello', disposition: null}, 9, 9));
    (await end)();
    await world.settle();
    expect(got).to.deep.equal([one, two]);
  });
});
