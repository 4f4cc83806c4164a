/** The panel in a language that is written from right to left, on a page that is not. */
import {expect} from '@open-wc/testing';
import {localizer} from '../../../src/i18n/localizer.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {settled, shown, wordsOf, type Shown} from './panel.js';
import {waitUntil} from '../../support/wait-until.js';

async function shownInArabic(): Promise<Shown> {
  const made = await shown({
    options: {
      ...CALL_OPTIONS,
      CRM_BINDINGS: [
        {ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'},
        {ENTITY_TYPE: 'COMPANY', ENTITY_ID: '5'},
      ],
    },
    prepare: ({portal}) => (portal.session = {...portal.session, language: 'ar'}),
  });
  await waitUntil(() => localizer.language.code === 'ar');
  await settled(made);
  return made;
}

describe('<crm-entity-panel> in Arabic', () => {
  it('has its tabs from right to left, and goes through them with the keys of that side', async () => {
    const {root, panel} = await shownInArabic();
    const [first, second] = root.querySelectorAll<HTMLElement>('[role=tab]');
    if (first === undefined || second === undefined) throw new Error('There are no tabs.');
    expect(wordsOf(first)).to.equal('جهة اتصال Klaus Weber');
    expect(first.getBoundingClientRect().left).to.be.greaterThan(
      second.getBoundingClientRect().left,
    );
    first.focus();
    first.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', bubbles: true}));
    await panel.updateComplete;
    await panel.updateComplete;
    expect(second.ariaSelected).to.equal('true');
  });

  it('writes phones from left to right', async () => {
    const {root} = await shownInArabic();
    const phone = root.querySelector('[part~=phone]');
    expect(phone?.textContent).to.contain('+49');
    expect(phone && getComputedStyle(phone).direction).to.equal('ltr');
  });
});
