import {expect} from '@open-wc/testing';
import {loadRest} from '../../src/portal/load-rest.js';

describe('what sends REST requests', () => {
  it('is there at once when it was fetched before, with no other task between', async () => {
    await loadRest();
    const order: string[] = [];
    const task = new Promise<void>((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        order.push('a task');
        resolve();
      };
      port2.postMessage(null);
    });
    const again = loadRest().then(() => order.push('REST'));
    await Promise.all([task, again]);
    expect(order).to.deep.equal(['REST', 'a task']);
  });
});
