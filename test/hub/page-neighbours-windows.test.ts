/** Whom a frame finds beside it, whatever is on the windows of the page. */
import {expect} from '@open-wc/testing';
import {enterPage, neighboursOf} from '../../src/hub/page-neighbours.js';
import {FakeWindow} from '../support/fake-window.js';

/** Where a frame has its ids, also for another copy of the kit. */
const SLOT = Symbol.for('call-card-kit.frames');

function put(window: FakeWindow, ids: unknown): void {
  Object.assign(window, {[SLOT]: ids});
}

describe('the frames beside a frame', () => {
  let portal: FakeWindow;
  let own: FakeWindow;
  beforeEach(() => {
    portal = new FakeWindow();
    own = new FakeWindow(portal);
    enterPage('own', own.window);
  });

  it('are those of the same page that have entered and not left', () => {
    const beside = new FakeWindow(portal);
    const leave = enterPage('first', beside.window);
    enterPage('second', beside.window);
    enterPage('inside', new FakeWindow(beside).window);
    enterPage('the portal itself', portal.window);
    expect(neighboursOf(own.window)).to.deep.equal(['first', 'second']);
    expect(neighboursOf(beside.window)).to.deep.equal(['own']);
    leave();
    expect(neighboursOf(own.window)).to.deep.equal(['second']);
  });

  it('are none for a page that is no frame, although it has some', () => {
    expect(neighboursOf(portal.window)).to.deep.equal([]);
  });

  it('are read from what another copy of the kit has put there, as far as it is an id', () => {
    put(new FakeWindow(portal), ['a', 5, null, 'b']);
    for (const nonsense of [5, null, undefined, {}]) put(new FakeWindow(portal), nonsense);
    expect(neighboursOf(own.window)).to.deep.equal(['a', 'b']);
  });

  it('are not looked for in windows that may not be read, or that are gone', () => {
    const denied = new FakeWindow(portal);
    Object.defineProperty(denied, SLOT, {
      get: () => {
        throw new DOMException('Blocked a frame.', 'SecurityError');
      },
    });
    enterPage('behind it', new FakeWindow(portal).window);
    portal.frames.unshift(undefined);
    expect(neighboursOf(own.window)).to.deep.equal(['behind it']);
  });

  it('are looked for in a hundred windows at most', () => {
    for (let count = 1; count < 150; count += 1) {
      enterPage(String(count), new FakeWindow(portal).window);
    }
    const found = neighboursOf(own.window);
    expect([found.length, found[0], found.at(-1)]).to.deep.equal([99, '1', '99']);
  });
});
