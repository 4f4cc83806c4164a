/** How a note that is not saved keeps the card open. */
import {expect} from '@open-wc/testing';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import {NoteHold} from '../../../src/controller/notes/note-hold.js';
import {FakePortal} from '../../support/fake-portal.js';
import {ManualTime, settled} from '../../support/manual-time.js';
import {controllerOver} from '../../support/controller-over.js';

const REFUSED = [{result: 'error', errorCode: 'No.'}];

async function connected(): Promise<{portal: FakePortal; controller: CallCardController}> {
  const portal = new FakePortal();
  const controller = controllerOver(portal, {clock: new ManualTime()});
  await controller.start();
  return {portal, controller};
}

describe('the hold of a note', () => {
  let hold: NoteHold;
  beforeEach(() => (hold = new NoteHold()));
  const asked = ({asked: list}: FakePortal): readonly string[] => list.map(({command}) => command);

  it('is asked for once, and let go once', async () => {
    const {portal, controller} = await connected();
    hold.holdCard(controller, 'note');
    hold.holdCard(controller, 'note');
    await settled();
    expect(asked(portal)).to.deep.equal(['disableAutoClose']);
    expect(controller.snapshot.autoClose).to.deep.include({status: 'held', reasons: ['note']});
    hold.release();
    hold.release();
    await settled();
    expect(asked(portal)).to.deep.equal(['disableAutoClose', 'enableAutoClose']);
    hold.holdCard(controller, 'again');
    await settled();
    expect(controller.snapshot.autoClose).to.deep.include({reasons: ['again']});
  });

  it('moves to another controller with the note', async () => {
    const [first, second] = [await connected(), await connected()];
    hold.holdCard(first.controller, 'note');
    hold.holdCard(second.controller, 'note');
    await settled();
    expect(first.controller.snapshot.autoClose).to.deep.equal({status: 'normal'});
    expect(second.controller.snapshot.autoClose).to.include({status: 'held'});
  });

  it('is asked for again with the next letter when it was refused', async () => {
    const {portal, controller} = await connected();
    portal.answer = () => REFUSED;
    hold.holdCard(controller, 'note');
    await settled();
    portal.answer = () => [];
    hold.holdCard(controller, 'note');
    await settled();
    expect(asked(portal)).to.deep.equal(['disableAutoClose', 'disableAutoClose']);
    expect(controller.snapshot.autoClose).to.include({status: 'held'});
  });

  it('is not given up by the refusal of one that was let go', async () => {
    const {portal, controller} = await connected();
    portal.answer = () => REFUSED;
    hold.holdCard(controller, 'first');
    hold.release();
    portal.answer = () => [];
    hold.holdCard(controller, 'second');
    await settled();
    hold.holdCard(controller, 'third');
    await settled();
    expect(controller.snapshot.autoClose).to.deep.include({reasons: ['second']});
  });

  it('is let go without a word where the portal refuses that', async () => {
    const {portal, controller} = await connected();
    hold.holdCard(controller, 'note');
    await settled();
    portal.answer = () => REFUSED;
    hold.release();
    await settled();
    expect(asked(portal)).to.deep.equal(['disableAutoClose', 'enableAutoClose']);
  });
});
