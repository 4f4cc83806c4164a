import {expect} from '@open-wc/testing';
import type {PlacementInterface} from '../../src/model/portal/portal-answers.js';
import type {PortalNotice} from '../../src/model/portal/portal-notice.js';
import {EventBindings} from '../../src/portal/event-bindings.js';

function offering(...events: string[]): PlacementInterface {
  return {commands: new Set(), events: new Set(events)};
}

/** A portal that keeps what was bound, so that a test can deliver to each binding. */
class Host {
  readonly bound: {event: string; deliver: (value: unknown) => void}[] = [];
  readonly notices: PortalNotice[] = [];
  interfaces: PlacementInterface[] = [];
  asked = 0;
  #waiting: (() => void)[] = [];

  readonly bindings = new EventBindings(
    (event, deliver) => this.bound.push({event, deliver}),
    () => {
      this.asked += 1;
      for (const wake of this.#waiting.splice(0)) wake();
      const next = this.interfaces.shift();
      if (next === undefined) return Promise.reject(new Error('silence'));
      this.bindings.confirm(next);
      return Promise.resolve(next);
    },
    (notice) => this.notices.push(notice),
  );

  /** Resolves when the list was asked for again. */
  nextAsk(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

describe('EventBindings', () => {
  it('binds once for many listeners', () => {
    const host = new Host();
    const heard: string[] = [];
    host.bindings.listen('A', () => heard.push('first'));
    host.bindings.listen('A', () => heard.push('second'));
    host.bindings.open();
    host.bindings.confirm(offering('A'));
    host.bindings.listen('A', () => heard.push('third'));
    expect(host.bound).to.have.length(1);
    host.bound[0]?.deliver(1);
    expect(heard).to.deep.equal(['first', 'second', 'third']);
  });

  it('no longer tells one that has left, and does not bind again when it returns', () => {
    const host = new Host();
    const heard: unknown[] = [];
    host.bindings.open();
    host.bindings.confirm(offering('A'));
    host.bindings.listen('A', (value) => heard.push(value))();
    host.bound[0]?.deliver('gone');
    host.bindings.listen('A', (value) => heard.push(value));
    expect(host.bound).to.have.length(1);
    host.bound[0]?.deliver('back');
    expect(heard).to.deep.equal(['back']);
  });

  it('hears an event that comes before the list does', () => {
    const host = new Host();
    const heard: unknown[] = [];
    host.bindings.listen('A', (value) => heard.push(value));
    host.bindings.open();
    host.bound[0]?.deliver('early');
    expect(heard).to.deep.equal(['early']);
  });

  it('binds a name again when the placement registers it later, and hears it once', async () => {
    const host = new Host();
    const heard: unknown[] = [];
    host.interfaces = [offering(), offering('A')];
    host.bindings.listen('A', (value) => heard.push(value));
    host.bindings.open();
    host.bindings.confirm(offering());
    expect(host.bound).to.have.length(1);
    await host.nextAsk();
    await host.nextAsk();
    expect(host.bound).to.have.length(2);
    // The first binding took after all: both deliver the same event.
    host.bound[0]?.deliver('once');
    host.bound[1]?.deliver('once');
    expect(heard).to.deep.equal(['once']);
    expect(host.notices).to.deep.equal([{kind: 'doubled-event', event: 'A'}]);
    host.bindings.dispose();
  });

  it('does not look again for a name that nobody wants any more', async () => {
    const host = new Host();
    host.interfaces = [offering()];
    const leave = host.bindings.listen('A', () => undefined);
    host.bindings.listen('B', () => undefined);
    host.bindings.open();
    host.bindings.confirm(offering());
    await host.nextAsk();
    leave();
    host.interfaces = [offering('B')];
    await host.nextAsk();
    expect(host.bound.map(({event}) => event)).to.deep.equal(['A', 'B', 'B']);
    host.bindings.dispose();
  });

  it('binds everything when the portal does not say what it offers', () => {
    const host = new Host();
    host.bindings.open();
    host.bindings.listen('A', () => undefined);
    expect(host.bound.map(({event}) => event)).to.deep.equal(['A']);
  });
});
