import {expect} from '@open-wc/testing';
import {presentController} from '../src/controller/page-controller.js';

describe('the entry for script tags', () => {
  // A page has one such entry: this test is about all that happens to it.
  it('lets its question to the portal leave before it makes the controller', async () => {
    const {MessageChannel: Channel} = window;
    const tasks: (() => void)[] = [];
    class HeldChannel {
      readonly port1 = {
        close: () => undefined,
        set onmessage(run: () => void) {
          tasks.push(run);
        },
      };
      readonly port2 = {postMessage: () => undefined};
    }
    let made = 0;
    const {query} = LockManager.prototype;
    // The controller looks for other frames as it is made.
    LockManager.prototype.query = function (this: LockManager) {
      made += 1;
      return query.call(this);
    };
    Object.assign(window, {MessageChannel: HeldChannel});
    const {pageController} = await import('../src/drop-in.js');
    Object.assign(window, {MessageChannel: Channel});
    expect(made).to.equal(0);
    for (const task of tasks) task();
    expect(made).to.equal(1);
    const controller = presentController();
    expect(pageController()).to.equal(controller);
    expect(made).to.equal(1);
    LockManager.prototype.query = query;
    // There is no portal around this page, which the controller hears although it came later.
    expect((await controller?.start())?.status).to.equal('failed');
  });
});
