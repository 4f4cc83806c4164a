import {expect} from '@open-wc/testing';
import {enterPage, neighboursOf} from '../../src/hub/page-neighbours.js';

describe('the frames of one portal page', () => {
  const frames: HTMLIFrameElement[] = [];
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  /** @param sandbox - makes the frame one of another origin */
  function open(sandbox?: string): Window {
    const frame = document.createElement('iframe');
    if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
    document.body.append(frame);
    frames.push(frame);
    if (frame.contentWindow === null) throw new Error('The frame has no window.');
    return frame.contentWindow;
  }

  it('see each other, and not themselves', () => {
    const [tab, worker] = [open(), open()];
    enterPage('tab', tab);
    enterPage('worker', worker);
    enterPage('second copy of the kit', worker);
    expect(neighboursOf(tab)).to.deep.equal(['worker', 'second copy of the kit']);
    expect(neighboursOf(worker)).to.deep.equal(['tab']);
  });

  it('are seen no more when they leave, or are taken away', () => {
    const [tab, worker, other] = [open(), open(), open()];
    const leave = enterPage('worker', worker);
    enterPage('other', other);
    leave();
    frames.pop()?.remove();
    expect(neighboursOf(tab)).to.deep.equal([]);
  });

  it('are not in another page of the portal, nor of another origin', () => {
    const tab = open();
    const page = open();
    const inner = page.document.createElement('iframe');
    page.document.body.append(inner);
    if (inner.contentWindow === null) throw new Error('The frame has no window.');
    enterPage('worker of a slider', inner.contentWindow);
    open('allow-scripts');
    expect(neighboursOf(tab)).to.deep.equal([]);
  });

  it('are none where the page is no frame', () => {
    enterPage('in a frame', open());
    expect(neighboursOf(window.top ?? window)).to.deep.equal([]);
  });
});
