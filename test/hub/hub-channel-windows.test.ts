/** To which windows of a portal page a frame without BroadcastChannel speaks, and to which it listens. */
import {expect} from '@open-wc/testing';
import {openChannel, openSiblings} from '../../src/hub/hub-channel.js';
import type {HubTransport} from '../../src/hub/hub-environment.js';
import {FakeWindow} from '../support/fake-window.js';
import {waitUntil} from '../support/wait-until.js';

function open(page: FakeWindow, heard: unknown[] = []): HubTransport {
  const transport = openSiblings((data) => heard.push(data), page.window);
  if (transport === null) throw new Error('There is no way.');
  return transport;
}

describe('a frame that reaches only those of its portal page', () => {
  it('is there in no page of its own, and in none without an origin', () => {
    expect(openSiblings(() => undefined, new FakeWindow().window)).to.equal(null);
    const opaque = new FakeWindow(new FakeWindow());
    opaque.origin = 'null';
    expect(openSiblings(() => undefined, opaque.window)).to.equal(null);
    expect(open(new FakeWindow(new FakeWindow())).reach).to.equal('siblings');
  });

  it('introduces itself to every window of the page but its own, at any depth', () => {
    const portal = new FakeWindow();
    const [own, beside] = [new FakeWindow(portal), new FakeWindow(portal)];
    const [inside, inOwn] = [new FakeWindow(beside), new FakeWindow(own)];
    open(own).post('hello');
    const hello = {text: 'hello', targetOrigin: 'https://app.example'};
    for (const window of [portal, beside, inside, inOwn]) {
      expect(window.posted).to.deep.equal([hello]);
    }
    expect(own.posted).to.deep.equal([]);
  });

  it('speaks then to those alone that have spoken to it', () => {
    const portal = new FakeWindow();
    const [own, app, other] = [
      new FakeWindow(portal),
      new FakeWindow(portal),
      new FakeWindow(portal),
    ];
    const heard: unknown[] = [];
    const transport = open(own, heard);
    transport.post('hello');
    own.get('welcome', app);
    own.get('welcome', app);
    transport.post('call');
    expect([portal, app, other].map((window) => window.heard)).to.deep.equal([1, 2, 1]);
    expect(app.posted.at(-1)?.text).to.equal('call');
    expect(heard).to.deep.equal(['welcome', 'welcome']);
  });

  it('speaks to none that is closed', () => {
    const portal = new FakeWindow();
    const [own, app, second] = [
      new FakeWindow(portal),
      new FakeWindow(portal),
      new FakeWindow(portal),
    ];
    const transport = open(own);
    transport.post('hello');
    own.get('welcome', app);
    own.get('welcome', second);
    app.closed = true;
    transport.post('call');
    app.closed = false;
    transport.post('call');
    expect([app, second].map((window) => window.heard)).to.deep.equal([1, 3]);
  });

  it('hears the last words of a frame that has gone, and nothing of another origin or of itself', () => {
    const [own, heard] = [new FakeWindow(new FakeWindow()), [] as unknown[]];
    const transport = open(own, heard);
    own.get('last words', null);
    own.get('foreign', new FakeWindow(), 'https://elsewhere.example');
    own.get('own', own);
    expect(heard).to.deep.equal(['last words']);
    transport.post('hello');
    transport.post('to nobody');
    expect(own.parent.heard).to.equal(1);
    transport.close();
    own.get('late', null);
    expect(heard).to.have.length(1);
  });

  it('looks at a hundred windows at most, and remembers no more', () => {
    const portal = new FakeWindow();
    const own = new FakeWindow(portal);
    const others = Array.from({length: 150}, () => new FakeWindow(portal));
    const inside = new FakeWindow(others[0]);
    const transport = open(own);
    transport.post('hello');
    const reached = (): number => others.filter((window) => window.heard > 0).length;
    // The page and the frame itself are among the hundred.
    expect(reached()).to.equal(98);
    expect(inside.heard).to.equal(0);
    for (const window of others) {
      window.posted.length = 0;
      own.get('welcome', window);
    }
    transport.post('call');
    expect(reached()).to.equal(100);
  });
});

describe('a BroadcastChannel', () => {
  it('brings what others say under its name, until it is closed', async () => {
    const heard: unknown[] = [];
    const [name, other] = [`hub ${crypto.randomUUID()}`, 'another hub'];
    const first = openChannel(name, (data) => heard.push(data));
    const [second, stranger] = [
      openChannel(name, () => undefined),
      openChannel(other, (data) => heard.push(data)),
    ];
    expect(first?.reach).to.equal('channel');
    second?.post('hello');
    await waitUntil(() => heard.length > 0, 'the message should arrive');
    expect(heard).to.deep.equal(['hello']);
    for (const each of [first, second, stranger]) each?.close();
    expect(() => first?.post('late')).to.throw();
  });

  it('is none where the browser denies it', () => {
    const {BroadcastChannel: present} = globalThis;
    globalThis.BroadcastChannel = function deny() {
      throw new DOMException('Access is denied.', 'SecurityError');
    } as unknown as typeof BroadcastChannel;
    const denied = openChannel('hub', () => undefined);
    globalThis.BroadcastChannel = present;
    expect(denied).to.equal(null);
  });
});
