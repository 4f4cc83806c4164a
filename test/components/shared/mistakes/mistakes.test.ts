/** What a page has written wrong is named, with what is allowed, and once. */
import {expect, fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../../src/components/call-card-context/call-card-context.js';
import {CallNotesElement} from '../../../../src/components/call-notes/call-notes.js';
import {CallStateControlsElement} from '../../../../src/components/call-state-controls/call-state-controls.js';
import {KIT_TAGS} from '../../../../src/components/shared/mistakes/unknown-tags.js';
import {collectWarnings} from '../../../support/warnings.js';
import {waitUntil} from '../../../support/wait-until.js';
import {connected} from '../page.js';

for (const [tag, element] of Object.entries({
  'call-card-context': CallCardContextElement,
  'call-notes': CallNotesElement,
  'call-state-controls': CallStateControlsElement,
})) {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}

/** The only warning that comes of a page with this in it. */
async function warningOf(inside: string): Promise<string> {
  const {controller} = await connected();
  const template = document.createElement('template');
  template.innerHTML = inside;
  const warnings: string[] = [];
  await collectWarnings(
    async () => {
      await fixture(html`
        <call-card-context .controller=${controller}
          >${template.content.cloneNode(true)}</call-card-context
        >
      `);
      await waitUntil(() => warnings.length > 0, 'there should be a warning');
      // The same once more says nothing more.
      await fixture(html`
        <call-card-context .controller=${controller}
          >${template.content.cloneNode(true)}</call-card-context
        >
      `);
      await import('../../../../src/components/shared/mistakes/mistakes.js');
    },
    (warning) => warnings.push(warning),
  );
  expect(warnings).to.have.length(1);
  return warnings[0] ?? '';
}

describe('a page that has', () => {
  const CASES: readonly (readonly [inside: string, ...words: readonly string[]])[] = [
    [
      '<call-state-controls controls="operater card"></call-state-controls>',
      '<call-state-controls controls="operater card">: “operater” is not known',
      'Allowed: operator, card.',
      'Did you mean operator?',
    ],
    [
      '<call-state-controls controls=""></call-state-controls>',
      '<call-state-controls controls="">',
      'Allowed: operator, card.',
    ],
    [
      '<call-state-controls answer-time="soon"></call-state-controls>',
      'answer-time="soon"',
      'Allowed: a number of milliseconds',
    ],
    [
      '<call-notes theme="drak"></call-notes>',
      '<call-notes theme="drak">: “drak” is not known',
      'Allowed: light, dark, auto. Did you mean dark?',
    ],
    [
      '<call-notes maxlength="-3"></call-notes>',
      'maxlength="-3"',
      'Allowed: a number of characters, more than 0',
    ],
    [
      '<call-notes entity-id="17"></call-notes>',
      '<call-notes entity-id="17">: entity-id needs an entity-type beside it',
      'Allowed: LEAD, DEAL, CONTACT, COMPANY',
    ],
    [
      '<call-notes entity-type="CONTAKT" entity-id="17"></call-notes>',
      '“CONTAKT” is not known',
      'Did you mean CONTACT?',
    ],
    [
      '<call-notes entity-type="CONTACT" entity-id="seventeen"></call-notes>',
      '“seventeen” is not known. Allowed: a positive whole number.',
    ],
    [
      '<div><call-sumary></call-sumary></div>',
      '<call-card-context> with <call-sumary> in it: it is not defined',
      'Did you mean call-summary?',
    ],
    [
      '<crm-timetable></crm-timetable>',
      '<crm-timetable> in it: it is not defined',
      'Allowed: call-card-context, call-summary',
    ],
  ];
  for (const [inside, ...words] of CASES) {
    it(inside, async () => {
      const warning = await warningOf(inside);
      for (const each of words) expect(warning).to.include(each);
    });
  }

  it('tags of its own says nothing', async () => {
    customElements.define('crm-of-the-page', class extends HTMLElement {});
    const warnings = await collectWarnings(async () => {
      const {controller} = await connected();
      await fixture(html`
        <call-card-context .controller=${controller} theme="auto">
          <crm-of-the-page></crm-of-the-page><x-other></x-other>
          <call-state-controls controls=" card  operator "></call-state-controls>
        </call-card-context>
      `);
      await import('../../../../src/components/shared/mistakes/mistakes.js');
    });
    expect(warnings).to.deep.equal([]);
  });

  it('every tag of the kit knows them all', async () => {
    await import('../../../../src/entries/define.js');
    for (const tag of KIT_TAGS) expect(customElements.get(tag), tag).to.be.a('function');
  });
});
