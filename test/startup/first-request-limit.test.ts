import {expect} from '@open-wc/testing';
import {afterFirstRequest} from '../../src/startup/first-request.js';

describe('a first request that never leaves', () => {
  // A page has one first request: this test is about all that happens to it.
  it('is not waited for longer than an operator would', async () => {
    const {setTimeout: after} = window;
    const limits: (() => void)[] = [];
    Object.assign(window, {setTimeout: (run: () => void) => limits.push(run)});
    const done: string[] = [];
    const loading = afterFirstRequest(() => Promise.resolve()).then(() => done.push('elements'));
    Object.assign(window, {setTimeout: after});
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).to.deep.equal([]);
    for (const pass of limits) pass();
    await loading;
    expect(done).to.deep.equal(['elements']);
  });
});
