import {expect} from '@open-wc/testing';
import {
  isLong,
  kindText,
  readKinds,
  recentCallsText,
  unknownKinds,
} from '../../../src/components/crm-history/history-labels.js';
import type {CrmActivity, RecentCalls} from '../../../src/crm/history.js';
import {speak, speakEnglish} from '../../support/english.js';
import {activity} from './history.js';

function calls(fromNumberCount: number | null, isAtLeast = false): RecentCalls {
  return {since: 0, count: 90, missedCount: 3, fromNumberCount, isAtLeast};
}

describe('the labels of a history', () => {
  before(speakEnglish);
  after(speakEnglish);

  for (const [more, label] of [
    [{}, 'Incoming call'],
    [{direction: 'outgoing'}, 'Outgoing call'],
    [{outcome: 'missed'}, 'Missed call'],
    [{direction: 'outgoing', outcome: 'failed'}, 'Outgoing call'],
    [{direction: null, outcome: null}, 'Call'],
    [{kind: 'email'}, 'E-mail received'],
    [{kind: 'email', direction: 'outgoing'}, 'E-mail sent'],
    [{kind: 'email', direction: null}, 'E-mail'],
    [{kind: 'message'}, 'Message received'],
    [{kind: 'message', direction: 'outgoing'}, 'Message sent'],
    [{kind: 'message', direction: null}, 'Message'],
    [{kind: 'meeting'}, 'Meeting'],
    [{kind: 'task', outcome: 'missed'}, 'Task'],
    [{kind: 'other'}, 'Activity'],
  ] as readonly (readonly [Partial<CrmActivity>, string])[]) {
    it(`calls ${JSON.stringify(more)} “${label}”`, () => {
      expect(kindText(activity(more))).to.equal(label);
    });
  }

  it('counts the calls of the number, if it has called', () => {
    expect(recentCallsText(null)).to.equal('');
    expect(recentCallsText(calls(null))).to.equal('');
    expect(recentCallsText(calls(0))).to.equal('');
    expect(recentCallsText(calls(1))).to.equal('1 call from this number in 30 days');
    expect(recentCallsText(calls(2))).to.equal('2 calls from this number in 30 days');
    expect(recentCallsText(calls(50, true))).to.equal('≥ 50 calls from this number in 30 days');
  });

  for (const [language, expected] of [
    ['ru', {1: '1 звонок', 3: '3 звонка', 5: '5 звонков', 21: '21 звонок', 22: '22 звонка'}],
    ['pl', {1: '1 połączenie', 3: '3 połączenia', 5: '5 połączeń', 22: '22 połączenia'}],
    ['ar', {1: 'مكالمة واحدة', 2: 'مكالمتان', 3: '3 مكالمات', 11: '11 مكالمة', 100: '100 مكالمة'}],
    ['ja', {1: '1件', 5: '5件'}],
  ] as readonly (readonly [string, Readonly<Record<number, string>>])[]) {
    it(`counts them by the rules of the language ${language}`, async () => {
      await speak(language);
      for (const [count, words] of Object.entries(expected)) {
        expect(recentCallsText(calls(Number(count)))).to.contain(words);
      }
    });
  }

  it('cuts a description by its characters or by its lines', () => {
    expect(isLong('x'.repeat(160))).to.equal(false);
    expect(isLong('x'.repeat(161))).to.equal(true);
    expect(isLong('1\n2\n3')).to.equal(false);
    expect(isLong('1\n2\n3\n4')).to.equal(true);
  });

  it('reads the kinds of the attribute, and shows all if none is known', () => {
    expect(readKinds('open, call email')).to.deep.equal(['call', 'email', 'open']);
    expect(readKinds('calls')).to.have.length(7);
    expect(readKinds(null)).to.have.length(7);
    expect(unknownKinds('call,calls')).to.deep.equal(['calls']);
    expect(unknownKinds(null)).to.deep.equal([]);
  });
});
