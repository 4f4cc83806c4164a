import {expect} from '@open-wc/testing';
import {firstPicture} from '../../src/startup/first-picture.js';

describe('the first picture', () => {
  // A page has one: this test is about all that happens to it.
  it('is there in the frame after the panel has said so, and for whoever asks later', async () => {
    // Nothing is over because it was waited for in vain.
    const {setTimeout: after} = window;
    const short = (run: () => void, ms = 0): number => (ms > 100 ? 0 : after(run, ms));
    Object.assign(window, {setTimeout: short});
    const panel = document.createElement('crm-entity-panel');
    document.body.append(panel);
    let isThere = false;
    const picture = firstPicture().then(() => (isThere = true));
    panel.dispatchEvent(new Event('call-change', {bubbles: true}));
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    expect(isThere).to.equal(false);
    panel.dispatchEvent(new Event('record-load'));
    await Promise.resolve();
    expect(isThere).to.equal(false);
    await picture;
    panel.remove();
    await firstPicture();
    Object.assign(window, {setTimeout: after});
  });
});
