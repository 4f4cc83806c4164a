/** What is kept of the answers: plain texts of a person's length, and nothing that is not read. */
import {expect} from '@open-wc/testing';
import {plainText} from '../../../src/crm/format/plain-text.js';
import {slimAnswers} from '../../../src/crm/history/slim-answers.js';
import type {RestOutcome} from '../../../src/model/portal/rest-answer.js';
import {HOSTILE_TEXTS} from '../../../src/simulator/rest/seed/hostile/hostile-texts.js';
import {failure} from '../fake-crm.js';

const ok = (result: unknown): RestOutcome => ({
  status: 'ok',
  answer: {result, total: null, next: 50},
});
const resultOf = (key: string, result: unknown): unknown => {
  const call = slimAnswers(new Map([[key, ok(result)]])).get(key);
  return call?.status === 'ok' ? call.answer.result : undefined;
};

describe('the answers of a history', () => {
  it('have plain texts, cut where nobody reads on', () => {
    const row = {
      ID: '7',
      SUBJECT: 'Re:\n[B]Offer[/B]',
      DESCRIPTION: `<style>p {}</style><p>${'long '.repeat(300)}</p>`,
      PROVIDER_DATA: 'a page of it',
      SETTINGS: {MISSED_CALL: true, SECRET: 'x'},
      COMMUNICATIONS: [{TYPE: 'PHONE', VALUE: '+49', ENTITY_SETTINGS: {NAME: 'x'}}],
    };
    const slim = {
      ID: '7',
      SUBJECT: 'Re: Offer',
      SETTINGS: {MISSED_CALL: true},
      COMMUNICATIONS: [{TYPE: 'PHONE', VALUE: '+49'}],
    };
    const [listed] = resultOf('past_3_17_0', [row]) as [Record<string, unknown>];
    const {DESCRIPTION, ...rest} = listed;
    expect(rest).to.deep.equal(slim);
    expect(DESCRIPTION)
      .to.match(/^long long .*…$/)
      .and.have.length(501);
    // One alone is read to the end.
    const {DESCRIPTION: whole} = resultOf('activity_7', row) as Record<string, unknown>;
    expect(whole).to.have.length('long '.repeat(300).length - 1);
  });

  it('are not cut within a character', () => {
    const [row] = resultOf('past_3_17_0', [{DESCRIPTION: `${'x'.repeat(499)}😀!`}]) as [
      Record<string, unknown>,
    ];
    expect(row['DESCRIPTION']).to.equal(`${'x'.repeat(499)}…`);
  });

  it('are texts once, and lists of PHP are lists', () => {
    const list = {2: {SUBJECT: '&amp;lt;b&amp;gt;'}, 5: 'nonsense'};
    const once = resultOf('planned_3_17', list);
    expect(once).to.deep.equal([{SUBJECT: '&lt;b&gt;'}, 'nonsense']);
  });

  it('stay as they are where they are none of activities, and where they failed', () => {
    const failed: RestOutcome = {status: 'failed', error: failure('not-allowed')};
    expect(slimAnswers(new Map([['past_3_17_0', failed]])).get('past_3_17_0')).to.equal(failed);
    for (const result of [null, 'nonsense', 5, false]) {
      expect(resultOf('past_3_17_0', result)).to.equal(result);
      expect(resultOf('activity_7', result)).to.equal(result);
    }
    const people = [{ID: '6', NAME: '[B]x[/B]'}];
    expect(resultOf('responsible_3_17_0', people)).to.equal(people);
  });

  it('have no markup of the portal’s editors in any hostile text', () => {
    for (const text of HOSTILE_TEXTS) {
      const [slim] = resultOf('past_3_17_0', [{DESCRIPTION: text}]) as [Record<string, string>];
      expect(slim['DESCRIPTION']?.replace(/…$/, '')).to.equal(plainText(text).slice(0, 500));
    }
  });
});
