/** Which frame leads, as one frame has heard it. */
import {expect} from '@open-wc/testing';
import {ElectionStage} from '../../support/election-stage.js';

describe('what a frame knows of the leader', () => {
  let stage: ElectionStage;
  beforeEach(() => (stage = new ElectionStage()));

  it('is nothing at first', () => {
    const {leader, leads, epoch} = stage.record;
    expect({leader, leads, epoch}).to.deep.equal({leader: null, leads: false, epoch: 0});
  });

  it('is the frame itself when it has gained the lead, which it tells with the next epoch', () => {
    const {record} = stage;
    record.gained();
    expect(record.leader).to.deep.equal({frameId: 'own', epoch: 1});
    expect(record.leads).to.equal(true);
    expect(stage.said).to.deep.equal(['lead 1']);
    expect(stage.changes).to.equal(1);
    record.tell();
    expect(stage.said).to.deep.equal(['lead 1', 'lead 1']);
    expect(stage.changes).to.equal(1);
  });

  it('is told before the frame acts as the leader', () => {
    const seen: string[] = [];
    const late = new ElectionStage();
    const post = late.post;
    late.roster.put({...late.own, id: 'other'});
    Object.defineProperty(late, 'said', {
      value: {push: () => seen.push(late.record.leads ? 'late' : 'first')},
    });
    post({kind: 'alive'});
    late.record.gained();
    expect(seen).to.deep.equal(['first', 'first']);
  });

  it('is no frame when this one resigns, which it says only of itself', () => {
    const {record} = stage;
    record.resigned();
    expect(stage.said).to.deep.equal([]);
    record.gained();
    record.resigned();
    expect(record.leader).to.equal(null);
    expect(stage.said).to.deep.equal(['lead 1', 'resign 1']);
    expect(stage.changes).to.equal(2);
    record.take({frameId: 'other', epoch: 2});
    record.resigned();
    expect(record.leader?.frameId).to.equal('other');
    expect(stage.said).to.have.length(2);
  });

  it('is the newest that was heard of', () => {
    const {record} = stage;
    expect(record.take({frameId: 'a', epoch: 5})).to.equal(true);
    expect(record.take({frameId: 'b', epoch: 4})).to.equal(false);
    expect(record.leader).to.deep.equal({frameId: 'a', epoch: 5});
    expect(stage.changes).to.equal(1);
    expect(record.take({frameId: 'a', epoch: 5})).to.equal(true);
    expect(stage.changes, 'that is nothing new').to.equal(1);
    expect(record.take({frameId: 'b', epoch: 5})).to.equal(true);
    expect(record.take({frameId: 'b', epoch: 6})).to.equal(true);
    expect([stage.changes, record.epoch]).to.deep.equal([3, 6]);
    record.gained();
    expect(record.leader).to.deep.equal({frameId: 'own', epoch: 7});
  });

  it('ends with that frame alone, and its epoch is kept', () => {
    const {record} = stage;
    record.end('a');
    expect(stage.changes).to.equal(0);
    record.take({frameId: 'a', epoch: 5});
    record.end('b');
    expect(record.leader?.frameId).to.equal('a');
    record.end('a');
    expect([record.leader, record.epoch, stage.changes]).to.deep.equal([null, 5, 2]);
  });

  it('is forgotten without a word', () => {
    const {record} = stage;
    record.gained();
    record.forget();
    expect([record.leader, record.leads, stage.changes]).to.deep.equal([null, false, 1]);
    expect(stage.said).to.deep.equal(['lead 1']);
  });
});

describe('whether a frame may lead', () => {
  it('is said by its rank, and by whether its timers are late', () => {
    const stage = new ElectionStage();
    const {record} = stage;
    const may = (): readonly boolean[] => [record.isSuited, record.hasRank, record.isFirst];
    expect(may(), 'alone').to.deep.equal([true, true, true]);
    stage.meet('older', {since: 1});
    expect(may(), 'beside one that is suited alike').to.deep.equal([true, true, false]);
    stage.meet('older', {since: 1, throttled: true});
    expect(may(), 'beside one whose timers are late').to.deep.equal([true, true, true]);
    stage.own = {...stage.own, throttled: true};
    stage.meet('older', {since: 100});
    expect(may(), 'with late timers').to.deep.equal([false, true, false]);
    stage.meet('older', {rank: 'engine', throttled: true});
    expect(may(), 'beside an engine').to.deep.equal([false, false, false]);
    stage.meet('older', {rank: 'none', since: 1});
    expect(may(), 'beside one in which nobody listens').to.deep.equal([true, true, true]);
  });

  it('is never so where nobody listens', () => {
    const {record} = new ElectionStage({rank: 'none'});
    expect([record.isSuited, record.hasRank, record.isFirst]).to.deep.equal([false, false, false]);
  });
});

describe('what the leader handles', () => {
  it('is what any does that may lead, while none does', () => {
    const stage = new ElectionStage({handles: ['next']});
    const {record} = stage;
    stage.meet('a', {handles: []});
    expect(record.handles).to.deep.equal(['next']);
    record.take({frameId: 'a', epoch: 1});
    expect(record.handles).to.deep.equal([]);
    record.gained();
    expect(record.handles).to.deep.equal(['next']);
    stage.own = {...stage.own, rank: 'none'};
    record.end('own');
    expect(record.handles).to.deep.equal([]);
  });
});
