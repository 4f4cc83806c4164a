/** A record that another frame has kept for a while is shown at once, and read again behind it. */
import {expect} from '@open-wc/testing';
import {FRESH_FOR_MS} from '../../../src/crm/request/shared-load.js';
import {RecordLoader} from '../../../src/crm/request/record-loader.js';
import type {CrmRecord} from '../../../src/crm/record.js';
import {FakeHubWorld, TAB} from '../../support/fake-hub-world.js';
import {CONTACT_17, FakeCrm} from '../fake-crm.js';

const KLAUS = {typeId: 3, id: 17};

/** A tab of the app, with its own connection to the portal. */
class Tab {
  readonly crm = new FakeCrm();
  readonly #loader: RecordLoader;
  readonly #kept = new AbortController();

  constructor(loader: (crm: FakeCrm) => RecordLoader) {
    this.#loader = loader(this.crm);
  }

  /** Shows the record, however old it is. */
  show(): Promise<CrmRecord> {
    return this.#load({acceptOld: true});
  }

  /** Reads it again, as a panel does behind an old one. */
  revalidate(): Promise<CrmRecord> {
    return this.#load({acceptOld: false});
  }

  get requests(): number {
    return this.crm.portal.batches.length;
  }

  #load({acceptOld}: {acceptOld: boolean}): Promise<CrmRecord> {
    const {signal: keep} = this.#kept;
    return this.#loader.record(KLAUS, {acceptOld, keep, names: 'later'});
  }
}

for (const locks of ['granted', 'absent'] as const) {
  describe(`an old record, with locks ${locks}`, () => {
    let world: FakeHubWorld;
    beforeEach(() => (world = new FakeHubWorld({locks})));

    const open = async (): Promise<Tab> => {
      const frame = await world.open(TAB);
      const frames = {whenConnected: () => Promise.resolve(frame.hub.data)};
      const held = locks === 'granted' ? world.locks.forOwner(frame) : null;
      return new Tab((crm) => new RecordLoader(crm.portal, world.time, frames, held));
    };
    const all = async <T>(promises: readonly Promise<T>[]): Promise<readonly T[]> => {
      const done = Promise.all(promises);
      await world.pass(1000);
      return done;
    };

    it('is read again once for all tabs that show it', async () => {
      const first = await open();
      await all([first.show()]);
      expect(first.requests).to.equal(1);
      await world.pass(FRESH_FOR_MS + 1000);

      const tabs = [await open(), await open(), await open()];
      for (const {crm} of tabs) crm.items.set('3:17', {...CONTACT_17, name: 'Konrad'});
      const shown = await all(tabs.map((tab) => tab.show()));
      expect(shown.map(({isOld, title}) => [isOld, title])).to.deep.equal(
        Array(3).fill([true, 'Klaus Weber']),
      );
      expect(tabs.map(({requests}) => requests)).to.deep.equal([0, 0, 0]);

      const read = await all(tabs.map((tab) => tab.revalidate()));
      expect(read.map(({isOld, title}) => [isOld, title])).to.deep.equal(
        Array(3).fill([false, 'Konrad Weber']),
      );
      expect(tabs.reduce((sum, {requests}) => sum + requests, 0)).to.equal(1);
    });

    it('is not given to a caller of the same page that wants a fresh one', async () => {
      const first = await open();
      await all([first.show()]);
      await world.pass(FRESH_FOR_MS + 1000);
      const tab = await open();
      const [old] = await all([tab.show()]);
      const [fresh] = await all([tab.revalidate()]);
      expect([old?.isOld, fresh?.isOld]).to.deep.equal([true, false]);
      // The next one finds what was read.
      const [again] = await all([tab.show()]);
      expect(again).to.equal(fresh);
      expect(tab.requests).to.equal(1);
    });
  });
}
