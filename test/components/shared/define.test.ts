import {expect} from '@open-wc/testing';

const TAGS = [
  'call-card-context',
  'call-summary',
  'crm-entity-panel',
  'call-state-controls',
  'call-notes',
];

/** The warnings that the action brings about. */
async function warnings(action: () => Promise<unknown>): Promise<string[]> {
  const {warn} = console;
  const heard: string[] = [];
  console.warn = (message: unknown) => heard.push(String(message));
  try {
    await action();
  } finally {
    console.warn = warn;
  }
  return heard;
}

describe('define', () => {
  it('registers every tag, and leaves one that is taken as it is', async () => {
    class OwnSummary extends HTMLElement {}
    customElements.define('call-summary', OwnSummary);
    const heard = await warnings(() => import('../../../src/entries/define.js'));
    for (const tag of TAGS) expect(customElements.get(tag), tag).to.be.a('function');
    expect(customElements.get('call-summary')).to.equal(OwnSummary);
    expect(heard.filter((message) => message.includes('call-card-kit'))).to.deep.equal([
      'call-card-kit: <call-summary> was registered before, and stays as it was.',
    ]);
  });
});
