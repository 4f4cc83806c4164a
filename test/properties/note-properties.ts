/**
 * What holds for a note of which several frames have copies, whoever writes, saves and is loaded anew
 * in whichever order: each sentence that was typed is in the timeline in the end, and once.
 */
import fc from 'fast-check';
import {connectedSnapshot} from '../support/connected-snapshot.js';
import {NotesWorld, type CommentAnswer, type WritingFrame} from '../support/notes-world.js';
import {holds, same} from './expectations.js';
import {property, type NamedProperty} from './property.js';

const FRAMES = 3;

const step = fc.oneof(
  {weight: 4, arbitrary: fc.record({do: fc.constant('write'), at: fc.nat(FRAMES - 1)})},
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('save'),
      at: fc.nat(FRAMES - 1),
      answer: fc.constantFrom<CommentAnswer>('ok', 'ok', 'kept', 'lost'),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: fc.constant('reload'), at: fc.nat(FRAMES - 1)})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('duplicate'), at: fc.nat(FRAMES - 1)})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('save-all'), at: fc.constant(0)})},
  {weight: 3, arbitrary: fc.record({do: fc.constant('settle'), at: fc.constant(0)})},
);

type Step = {readonly do: string; readonly at: number; readonly answer?: CommentAnswer};

export const noteProperties: readonly NamedProperty[] = [
  property(
    'each sentence of a note is in the timeline once, whatever becomes of its copies',
    {short: 60, long: 3000},
    fc.tuple(fc.array(step, {minLength: 1, maxLength: 14}), fc.boolean()),
    async ([steps, canStore]) => {
      const world = new NotesWorld(await connectedSnapshot());
      await world.begin();
      const frames: WritingFrame[] = [];
      while (frames.length < FRAMES) frames.push(await world.open(canStore ? new Map() : null));
      let words = 0;
      for (const each of steps) {
        if (each.do === 'write') world.write(frameAt(frames, each.at), `w${String((words += 1))}.`);
        else await run(world, frames, each);
      }
      await world.hub.settle();
      // One that comes last finds what nobody has any more.
      frames.push(await world.open());
      for (const {note, notes} of frames) {
        for (const each of [note, ...notes.unsavedNotes()]) await world.save(each);
      }
      await world.hub.settle();
      const saved = world.comments.join(' ').split(' ').filter(Boolean).sort();
      const typed = Array.from({length: words}, (_each, index) => `w${String(index + 1)}.`).sort();
      same(saved, typed, 'the words in the timeline');
      for (const {note} of frames) holds(!note.isUnsaved, () => 'Something is left to be saved.');
    },
  ),
];

async function run(
  world: NotesWorld,
  frames: WritingFrame[],
  {do: what, at, answer}: Step,
): Promise<void> {
  const frame = frameAt(frames, at);
  switch (what) {
    case 'save':
      return world.save(frame.note, answer);
    case 'save-all':
      await Promise.all(frames.map(({note}) => world.save(note)));
      return undefined;
    case 'reload':
      frame.frame.close();
      frames[at] = await world.open(frame.tab);
      return undefined;
    case 'duplicate':
      frames.push(await world.open(frame.tab === null ? null : new Map(frame.tab)));
      return undefined;
    default:
      return world.hub.settle();
  }
}

function frameAt(frames: readonly WritingFrame[], at: number): WritingFrame {
  const frame = frames[at];
  if (frame === undefined) throw new Error('There is no such frame.');
  return frame;
}
