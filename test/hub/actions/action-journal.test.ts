/** What a frame remembers of actions, in whatever order it hears of them. */
import {expect} from '@open-wc/testing';
import {ActionJournal} from '../../../src/hub/actions/action-journal.js';
import type {HubAction} from '../../../src/model/hub/hub-message.js';

function action(id: string, status: HubAction['status'] = 'sent'): HubAction {
  return {id, action: {name: 'answer'}, callId: 'call', source: 'card', status};
}

function open(journal: ActionJournal): readonly string[] {
  return journal.open.map(({id, status}) => `${id} ${status}`);
}

describe('the journal of actions', () => {
  let journal: ActionJournal;
  beforeEach(() => (journal = new ActionJournal()));

  it('keeps what is open in the order in which it was asked for, and how the rest ended', () => {
    for (const id of ['a', 'b', 'c']) journal.put(action(id));
    journal.begin('c');
    journal.end('a', {outcome: 'done'});
    expect(open(journal)).to.deep.equal(['b sent', 'c begun']);
    expect(journal.get('b')).to.deep.equal(action('b'));
    expect(journal.get('a')).to.equal(undefined);
    expect(journal.endOf('a')).to.deep.equal({outcome: 'done'});
    expect(journal.endOf('b')).to.equal(undefined);
  });

  it('takes none in again that has ended, and the first end for the end', () => {
    journal.end('a', {outcome: 'interrupted'});
    journal.end('a', {outcome: 'done'});
    journal.put(action('a'));
    journal.begin('a');
    expect(journal.endOf('a')).to.deep.equal({outcome: 'interrupted'});
    expect(open(journal)).to.deep.equal([]);
  });

  it('does not forget that one is begun when a frame sends it that has not heard of that', () => {
    journal.put(action('a', 'begun'));
    journal.put(action('a'));
    expect(open(journal)).to.deep.equal(['a begun']);
    journal.put(action('b'));
    journal.put(action('b', 'begun'));
    expect(open(journal)).to.deep.equal(['a begun', 'b begun']);
  });

  it('knows of one that it was begun before it hears of it, once', () => {
    journal.begin('a');
    expect(open(journal)).to.deep.equal([]);
    journal.put(action('a'));
    expect(open(journal)).to.deep.equal(['a begun']);
    journal.begin('b');
    journal.end('b', {outcome: 'done'});
    for (let count = 0; count < 500; count += 1) journal.end(`c${count}`, {outcome: 'done'});
    // That it has ended is forgotten by now, and so is that it was begun.
    journal.put(action('b'));
    expect(open(journal)).to.deep.equal(['a begun', 'b sent']);
  });

  it('remembers of an end that is forgotten nothing that was heard of its begin', () => {
    journal.end('a', {outcome: 'done'});
    journal.begin('a');
    for (let count = 0; count < 500; count += 1) journal.end(`c${count}`, {outcome: 'done'});
    journal.put(action('a'));
    expect(open(journal)).to.deep.equal(['a sent']);
  });

  it('is bounded: the oldest go first', () => {
    for (let count = 0; count <= 200; count += 1) journal.put(action(`a${count}`));
    expect(journal.open).to.have.length(200);
    expect(journal.get('a0')).to.equal(undefined);
    for (let count = 0; count <= 500; count += 1) journal.end(`e${count}`, {outcome: 'done'});
    expect(journal.endOf('e0')).to.equal(undefined);
    expect(journal.endOf('e1')).to.deep.equal({outcome: 'done'});
  });

  it('keeps of a frame that hears nothing for a while its own actions, which may be begun by then', () => {
    journal.put(action('own'));
    journal.put(action('other', 'begun'));
    journal.end('ended', {outcome: 'done'});
    journal.leave((id) => id === 'own');
    expect(open(journal)).to.deep.equal(['own begun']);
    expect(journal.endOf('ended')).to.deep.equal({outcome: 'done'});
  });

  it('remembers nothing when it is cleared', () => {
    journal.put(action('a'));
    journal.begin('early');
    journal.end('ended', {outcome: 'done'});
    journal.clear();
    expect(open(journal)).to.deep.equal([]);
    journal.put(action('ended'));
    journal.put(action('early'));
    expect(open(journal)).to.deep.equal(['ended sent', 'early sent']);
  });
});
