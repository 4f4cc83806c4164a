import {expect} from '@open-wc/testing';
import {openSiblings} from '../../src/hub/hub-channel.js';
import {waitUntil} from '../support/wait-until.js';

/** A window in which a frame of the app could be. */
function openWindow(text = ''): Promise<{frame: HTMLIFrameElement; page: Window}> {
  const frame = document.createElement('iframe');
  frame.srcdoc = text;
  return new Promise((resolve, reject) => {
    frame.addEventListener(
      'load',
      () => {
        const page = frame.contentWindow;
        if (page === null) reject(new Error('The frame has no window.'));
        else resolve({frame, page});
      },
      {once: true},
    );
    document.body.append(frame);
  });
}

describe('the way without BroadcastChannel', () => {
  const frames: HTMLIFrameElement[] = [];
  const open = async (text?: string): Promise<Window> => {
    const {frame, page} = await openWindow(text);
    frames.push(frame);
    return page;
  };
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });
  const messageOf = (data: string, init: MessageEventInit): MessageEvent =>
    new MessageEvent('message', {data, ...init});

  it('brings what a frame says while it goes', async () => {
    const page = await open();
    const heard: unknown[] = [];
    const transport = openSiblings((text) => heard.push(text), page);
    const indexes = [...Array(window.frames.length).keys()];
    const target = `parent.frames[${String(indexes.find((each) => window.frames[each] === page))}]`;
    for (const end of ['reloaded', 'removed']) {
      const last = `() => ${target}.postMessage("${end}", "*")`;
      await open(`<script>addEventListener("pagehide", ${last})</script>`);
      const [going] = frames.splice(-1);
      if (end === 'reloaded') going?.contentWindow?.location.reload();
      else going?.remove();
      await waitUntil(() => heard.includes(end), `a frame that is ${end} is heard`);
      going?.remove();
    }
    transport?.close();
  });

  it('brings nothing of other origins or of the page itself', async () => {
    const page = await open();
    const heard: unknown[] = [];
    const transport = openSiblings((text) => heard.push(text), page);
    const {origin} = page;
    page.dispatchEvent(messageOf('foreign', {origin: 'https://elsewhere.example', source: null}));
    page.dispatchEvent(messageOf('none', {source: null}));
    page.dispatchEvent(messageOf('own', {origin, source: page}));
    page.dispatchEvent(messageOf('last words', {origin, source: null}));
    page.dispatchEvent(messageOf('another', {origin, source: window}));
    expect(heard).to.deep.equal(['last words', 'another']);
    transport?.close();
    page.dispatchEvent(messageOf('late', {origin, source: window}));
    expect(heard).to.have.length(2);
  });
});
