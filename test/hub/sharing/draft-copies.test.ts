/** The drafts that one frame keeps for others, message by message. */
import {expect} from '@open-wc/testing';
import {SharedDrafts} from '../../../src/hub/sharing/shared-drafts.js';
import {DRAFT_MEMORY_MS, type KeptDraft} from '../../../src/model/call/note-draft.js';
import {receiptOf} from '../../../src/model/call/note-receipt.js';
import type {HubMessage} from '../../../src/model/hub/hub-message.js';
import {MOST_HUB_CHARACTERS} from '../../../src/model/parse/hub-values.js';
import {ManualTime} from '../../support/manual-time.js';

function draft(id: string, text = 'Hello', more: Partial<KeptDraft> = {}): KeptDraft {
  const subject = {callId: 'call', number: null, entity: null};
  const content = {text, disposition: ''};
  const kept = {subject, content, unanswered: null, origin: null};
  return {...kept, id, copy: id, version: {}, place: '', seenAt: 0, ...more};
}

describe('the drafts that a frame keeps', () => {
  let time: ManualTime;
  let there: Set<string>;
  let said: string[];
  let drafts: SharedDrafts;

  beforeEach(() => {
    time = new ManualTime();
    there = new Set(['a', 'b', 'c']);
    said = [];
    drafts = new SharedDrafts({
      frameId: 'own',
      clock: time,
      isThere: (id) => there.has(id),
      hasWriters: () => false,
      post: (message, to = 'all') => said.push(`${named(message)} to ${to}`),
    });
  });

  const named = (message: HubMessage): string => {
    if (message.kind === 'draft') return `draft ${message.draft.id} of ${message.holder}`;
    return message.kind === 'saved' ? `saved ${message.receipt.draftId}` : message.kind;
  };
  const hear = (from: string, kept: KeptDraft, holder = from): void =>
    drafts.receive({kind: 'draft', holder, draft: kept}, from);
  const held = (): readonly string[] =>
    drafts.held.map(({draft: {id}, isThere}) => `${id} ${isThere}`);
  const leave = (id: string): void => {
    there.delete(id);
    drafts.left(id);
  };
  const receipt = (id: string, at = time.now()) =>
    receiptOf(id, {text: 'Hello', disposition: null}, 1, at);

  it('are told to all when they are its own, and taken back once', () => {
    drafts.put(draft('x'));
    drafts.drop('unknown');
    drafts.drop('x');
    drafts.drop('x');
    expect(said).to.deep.equal(['draft x of own to all', 'undraft to all']);
    expect(drafts.held).to.deep.equal([]);
  });

  it('are told again when it joins, its own alone, and those of others are asked for', () => {
    drafts.put(draft('x'));
    hear('a', draft('y'));
    drafts.tellSaved(receipt('z'));
    said.length = 0;
    drafts.join();
    expect(said).to.deep.equal(['saved z to all', 'draft x of own to all', 'drafts to all']);
  });

  it('are not told of one that is too long, up to the last character that fits', () => {
    const rest = JSON.stringify(draft('x', '')).length;
    const most = MOST_HUB_CHARACTERS - 2000 - rest;
    drafts.put(draft('x', 'y'.repeat(most + 1)));
    expect(said).to.deep.equal([]);
    drafts.put(draft('x', 'y'.repeat(most)));
    expect(said).to.have.length(1);
  });

  it('are heard without a listener, too', () => {
    hear('a', draft('x'));
    drafts.receive({kind: 'saved', receipt: receipt('s')}, 'a');
    drafts.receive({kind: 'undraft', id: 'x', copy: 'x', version: {}}, 'a');
    drafts.receive({kind: 'alive'}, 'a');
    expect([held(), drafts.receipts.length]).to.deep.equal([[], 1]);
  });

  it('are told of a frame that is there by that frame alone, and of this one by none', () => {
    hear('a', draft('x'), 'b');
    hear('a', draft('x'), 'own');
    expect(held()).to.deep.equal([]);
    hear('a', draft('x'), 'gone');
    expect(held()).to.deep.equal(['x false']);
  });

  it('are those of another holder, whoever takes a copy back', () => {
    hear('a', draft('x'));
    drafts.receive({kind: 'undraft', id: 'x', copy: 'x', version: {}}, 'b');
    expect(held()).to.deep.equal(['x true']);
  });

  it('of a frame that has gone are told to one that asks, and those of frames that are there are not', () => {
    drafts.put(draft('own'));
    hear('a', draft('x'));
    hear('b', draft('y'));
    leave('b');
    said.length = 0;
    drafts.receive({kind: 'drafts'}, 'c');
    expect(said).to.deep.equal(['draft own of own to c', 'draft y of b to c']);
  });

  it('are owed to one that has asked while their frame seemed to be there, and to no other', () => {
    hear('a', draft('x'));
    hear('b', draft('y'));
    drafts.receive({kind: 'drafts'}, 'c');
    drafts.receive({kind: 'drafts'}, 'a');
    said.length = 0;
    leave('a');
    expect(said).to.deep.equal(['draft x of a to c']);
    leave('c');
    said.length = 0;
    leave('b');
    expect(said, 'one that asked has gone, and the other was told').to.deep.equal([]);
    there.add('a');
    there.add('d');
    hear('a', draft('z'));
    said.length = 0;
    leave('a');
    expect(said, 'it is owed once').to.deep.equal([]);
  });

  it('give way to a copy with all their words, where their frame has gone', () => {
    hear('a', draft('x', 'Hello', {version: {l: 1}}));
    hear('b', draft('x', 'Hello you', {version: {l: 2}}));
    expect(held(), 'both are there').to.deep.equal(['x true', 'x true']);
    leave('a');
    hear('b', draft('x', 'Hello you!', {version: {l: 3}}));
    expect(held()).to.deep.equal(['x true']);
    leave('b');
    drafts.put(draft('x', 'Hello you!', {version: {l: 3}}));
    expect(held(), 'this frame has them').to.deep.equal([]);
  });

  it('stay beside copies without all their words, other copies of their holder, and its own', () => {
    leave('a');
    hear('b', draft('x', 'Hello', {version: {l: 1}}), 'a');
    hear('b', draft('x', 'Hello', {version: {l: 1}, copy: 'second'}), 'a');
    expect(held()).to.deep.equal(['x false', 'x false']);
    hear('b', draft('x', 'Other', {version: {m: 1}}));
    expect(held()).to.have.length(3);
    drafts.put(draft('mine', 'A', {version: {l: 1}}));
    drafts.put(draft('mine', 'B', {version: {l: 2}, copy: 'second'}));
    said.length = 0;
    drafts.join();
    expect(said).to.deep.equal([
      'draft mine of own to all',
      'draft mine of own to all',
      'drafts to all',
    ]);
  });

  it('are forgotten eight hours after their frame has gone, each in its time', async () => {
    hear('a', draft('x'));
    hear('b', draft('y'));
    drafts.put(draft('mine'));
    expect(time.pending, 'their frames are there').to.equal(0);
    leave('a');
    await time.pass(1000);
    leave('b');
    expect(time.pending).to.equal(1);
    await time.pass(DRAFT_MEMORY_MS - 1000);
    expect(held()).to.deep.equal(['y false']);
    await time.pass(1000);
    expect([held(), time.pending]).to.deep.equal([[], 0]);
    said.length = 0;
    drafts.join();
    expect(said, 'its own stays').to.include('draft mine of own to all');
  });

  it('count from the end of their own frame alone', async () => {
    hear('b', draft('x', 'Hello', {seenAt: time.now()}), 'gone');
    await time.pass(1000);
    hear('a', draft('y'));
    leave('a');
    await time.pass(DRAFT_MEMORY_MS - 1000);
    expect(held()).to.deep.equal(['y false']);
  });

  it('count from the time that they are said to be of, and from no time to come', async () => {
    hear('b', draft('old', 'A', {seenAt: time.now() - 5000}), 'gone');
    hear('b', draft('late', 'B', {seenAt: time.now() + 5000}), 'gone');
    await time.pass(DRAFT_MEMORY_MS - 5000);
    expect(held()).to.deep.equal(['late false']);
    await time.pass(5000);
    expect(held()).to.deep.equal([]);
  });

  it('are forgotten without a timer as well, as after a sleep', () => {
    hear('b', draft('x', 'Hello', {seenAt: time.now()}), 'gone');
    time.standStill(DRAFT_MEMORY_MS);
    expect(held()).to.deep.equal([]);
  });

  it('are forgotten like the receipts of those that were saved', async () => {
    drafts.tellSaved(receipt('s'));
    expect(time.pending).to.equal(1);
    await time.pass(DRAFT_MEMORY_MS - 1);
    expect(drafts.receipts).to.have.length(1);
    await time.pass(1);
    expect([drafts.receipts.length, time.pending]).to.deep.equal([0, 0]);
  });

  it('are looked at no more when the frame leaves', () => {
    drafts.tellSaved(receipt('s'));
    hear('b', draft('x'), 'gone');
    drafts.receive({kind: 'drafts'}, 'c');
    drafts.dispose();
    expect([time.pending, held(), drafts.receipts]).to.deep.equal([0, [], []]);
  });
});
