/** The turn to save a draft, as one frame takes it among others that the test plays. */
import {expect} from '@open-wc/testing';
import {DraftTurns} from '../../../src/hub/sharing/draft-turns.js';
import {ManualTime, settled} from '../../support/manual-time.js';

describe('the turn of one frame to save a draft', () => {
  let time: ManualTime;
  let said: string[];
  let isSaved: boolean;
  let hasWriters: boolean;
  let turns: DraftTurns;
  let got: (() => void)[];

  beforeEach(() => {
    time = new ManualTime();
    said = [];
    got = [];
    isSaved = false;
    hasWriters = true;
    turns = new DraftTurns({
      frameId: 'm',
      clock: time,
      post: (message, to = 'all') => {
        const isAtIt = message.kind === 'saving' && message.isAtIt ? ' at it' : '';
        said.push(`${message.kind}${isAtIt} ${'id' in message ? message.id : ''} to ${to}`);
      },
      hasWriters: () => hasWriters,
      isSaved: () => isSaved,
    });
  });

  async function take(id = 'd'): Promise<void> {
    void turns.take(id).then((end) => got.push(end));
    await settled();
  }
  async function hear(
    kind: 'saving' | 'at it' | 'unsaving',
    from: string,
    id = 'd',
  ): Promise<void> {
    if (kind === 'unsaving') turns.receive({kind, id}, from);
    else turns.receive({kind: 'saving', id, isAtIt: kind === 'at it'}, from);
    await settled();
  }

  it('is there at once where no other frame has notes, of which none hears then', async () => {
    hasWriters = false;
    await take();
    expect(got).to.have.length(1);
    got[0]?.();
    expect([said, time.pending]).to.deep.equal([[], 0]);
  });

  it('is there when nobody has objected for 150 ms, and its end is told', async () => {
    await take();
    expect(said).to.deep.equal(['saving d to all']);
    await time.pass(149);
    expect(got).to.have.length(0);
    await time.pass(1);
    expect(got).to.have.length(1);
    expect(time.pending).to.equal(0);
    got[0]?.();
    got[0]?.();
    expect(said).to.deep.equal(['saving d to all', 'unsaving d to all']);
  });

  it('comes after that of a frame that is at it already', async () => {
    await take();
    await hear('at it', 'z');
    await time.pass(1000);
    expect(got).to.have.length(0);
    await hear('unsaving', 'another');
    await hear('unsaving', 'z', 'another');
    expect(said).to.have.length(1);
    await hear('unsaving', 'z');
    expect(said, 'it asks anew').to.deep.equal(['saving d to all', 'saving d to all']);
    await time.pass(150);
    expect(got).to.have.length(1);
  });

  it('comes after that of a frame with a lower id, and before one with a higher', async () => {
    await take();
    await hear('saving', 'z');
    expect(said.at(-1), 'that one hears of it').to.equal('saving d to z');
    await time.pass(150);
    expect(got).to.have.length(1);
    got[0]?.();
    await take();
    await hear('saving', 'a');
    expect(said.at(-1)).to.equal('saving d to all');
    await time.pass(1000);
    expect(got).to.have.length(1);
    await hear('unsaving', 'a');
    await time.pass(150);
    expect(got).to.have.length(2);
  });

  it('waits for all that go before it', async () => {
    await take();
    await hear('saving', 'a');
    await hear('saving', 'b');
    await hear('unsaving', 'a');
    await time.pass(1000);
    expect([got.length, said.length]).to.deep.equal([0, 1]);
    turns.left('b');
    await settled();
    expect(said).to.have.length(2);
    await time.pass(150);
    expect(got).to.have.length(1);
  });

  it('waits for none longer than half a minute', async () => {
    await take();
    await hear('at it', 'z');
    await time.pass(29_999);
    expect(said).to.have.length(1);
    await time.pass(1);
    expect(said, 'it asks anew').to.have.length(2);
    await time.pass(150);
    expect(got).to.have.length(1);
  });

  it('is kept against all that want it, who hear that the frame is at it', async () => {
    await take();
    await time.pass(150);
    await hear('saving', 'a');
    expect(said.at(-1)).to.equal('saving at it d to a');
    await hear('at it', 'b');
    expect(said, 'that one does not ask').to.have.length(2);
    got[0]?.();
    expect(said.at(-1)).to.equal('unsaving d to all');
    await hear('saving', 'a');
    expect(said).to.have.length(3);
  });

  it('ends for a frame that has heard of it, also where none was there before', async () => {
    hasWriters = false;
    await take();
    await hear('saving', 'a');
    expect(said).to.deep.equal(['saving at it d to a']);
    got[0]?.();
    expect(said.at(-1)).to.equal('unsaving d to all');
  });

  it('is not waited for when the draft was saved meanwhile', async () => {
    await take();
    await hear('at it', 'z');
    isSaved = true;
    await hear('unsaving', 'z');
    expect([got.length, said.length]).to.deep.equal([1, 1]);
  });

  it('is one for each draft', async () => {
    await take('d');
    await take('e');
    await hear('at it', 'z', 'e');
    await time.pass(150);
    expect(got).to.have.length(1);
    expect(said).to.deep.equal(['saving d to all', 'saving e to all']);
    await hear('saving', 'a', 'unknown');
    expect(said).to.have.length(2);
  });

  it('is the last one’s where it is taken twice: the end of the first ends nothing', async () => {
    await take();
    await time.pass(150);
    await take();
    await time.pass(150);
    got[0]?.();
    expect(said.filter((each) => each.startsWith('unsaving'))).to.have.length(0);
    got[1]?.();
    expect(said.filter((each) => each.startsWith('unsaving'))).to.have.length(1);
  });

  it('is given to whoever waits when the frame leaves', async () => {
    await take();
    await hear('at it', 'z');
    hasWriters = false;
    turns.dispose();
    await settled();
    expect([got.length, time.pending]).to.deep.equal([1, 0]);
    got[0]?.();
    expect(said).to.have.length(1);
  });
});
