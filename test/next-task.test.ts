import {expect} from '@open-wc/testing';
import {inNextTask} from '../src/next-task.js';

describe('the next task', () => {
  it('comes when everything of this one is done', async () => {
    const done: string[] = [];
    const over = new Promise<void>((resolve) => {
      inNextTask(() => {
        done.push('next task');
        resolve();
      });
    });
    void Promise.resolve()
      .then(() => undefined)
      .then(() => done.push('microtasks'));
    done.push('script');
    await over;
    expect(done).to.deep.equal(['script', 'microtasks', 'next task']);
  });
});
