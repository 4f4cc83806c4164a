import {expect} from '@open-wc/testing';
import {CrmStore} from '../../../src/crm/crm-store.js';
import {
  addComment,
  commentOf,
  findComment,
  newestCommentId,
} from '../../../src/crm/actions/timeline-comment.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {CallNote} from '../../../src/model/call/note-draft.js';
import {FakePortal} from '../../support/fake-portal.js';
import {rejectionOf} from '../../support/rejection.js';

const DEAL = {typeId: 2, id: 25};

function note(text: string, label?: string): CallNote {
  const disposition = label === undefined ? null : {value: '1', label};
  return {callId: 'externalCall.1', number: null, entity: DEAL, text, disposition};
}

/** What a person sees: the portal takes tags for formatting, and shows nothing for a zero width. */
function shown(comment: string): string {
  return comment.replace(/\[\/?[a-z]+[^\]]*\]/gi, '').replaceAll('\u200B', '');
}

describe('the comment of a note', () => {
  it('has the result of the call on a line of its own, before the text', () => {
    expect(commentOf(note('Tuesday, ten', 'Call back'))).to.equal('Call back\nTuesday, ten');
    expect(commentOf(note('', 'Call back'))).to.equal('Call back');
    expect(commentOf(note('Tuesday'))).to.equal('Tuesday');
  });

  for (const typed of [
    'Use [b]bold[/B] now',
    '[url=https://a.example]here[/url]',
    '[USER=6]Klaus[/USER] said [quote]so[/quote]',
    '[IMG]x[/IMG] [h1]big[/h1] [list=1]',
  ]) {
    it(`shows ${typed} as it was typed`, () => {
      const comment = commentOf(note(typed));
      expect(comment).not.to.match(/\[\/?(b|url|user|quote|img|h1|list)\b/i);
      expect(shown(comment)).to.equal(typed);
    });
  }

  it('leaves brackets alone that are no BBCode', () => {
    const typed = 'a[1] = [urgent] [Bob] [] [b';
    expect(commentOf(note(typed))).to.equal(typed);
  });
});

describe('the timeline', () => {
  let portal: FakePortal;
  let crm: CrmStore;

  beforeEach(() => {
    portal = new FakePortal();
    crm = new CrmStore(portal);
  });

  const answer = (result: unknown): void => {
    portal.restAnswer = () => Promise.resolve({result, total: null, next: null});
  };

  for (const [typeId, type] of [
    [1, 'lead'],
    [2, 'deal'],
    [3, 'contact'],
    [4, 'company'],
    [31, 'smart_invoice'],
    [1036, 'dynamic_1036'],
  ] as const) {
    it(`calls a record of type ${typeId} ${type}`, async () => {
      answer(999);
      expect(await addComment(crm, {typeId, id: 7}, 'Hello')).to.equal(999);
      expect(portal.requests).to.deep.equal([
        {
          method: 'crm.timeline.comment.add',
          parameters: {fields: {ENTITY_TYPE: type, ENTITY_ID: 7, COMMENT: 'Hello'}},
        },
      ]);
    });
  }

  const row = (ID: unknown, COMMENT = 'Hello\nyou'): object => ({ID, COMMENT});
  const find = (others: readonly number[] = []): Promise<number | null> =>
    findComment(crm, DEAL, {
      comment: 'Hello\nyou',
      after: 1000,
      isOthers: (id) => others.includes(id),
    });

  const sought: readonly (readonly [string, unknown, number | null])[] = [
    ['nothing', [], null],
    ['no list at all', null, null],
    ['another comment', [row('1001', 'Other')], null],
    ['the comment', [row('1002', 'Other'), row('1001')], 1001],
    ['the comment without what nobody sees', [row('1001', 'Hel\u200Blo\nyou')], 1001],
    ['other words, which differ in a blank', [row('1001', 'Helloyou')], null],
    ['a comment without words', [{ID: '1001'}], null],
    ['the comment with other blanks', [row('1001', ' Hello \r\nyou\n')], 1001],
    ['the comment in a map, by a number', {1: row(1001)}, 1001],
    ['the same words from before it was sent', [row('1000'), row('999')], null],
    ['the same words without an id', [row(undefined)], null],
  ];
  for (const [name, result, expected] of sought) {
    it(`${expected === null ? 'has not' : 'has'} the comment when it has ${name}`, async () => {
      answer(result);
      expect(await find()).to.equal(expected);
      expect(portal.requests).to.have.nested.property('[0].parameters.filter.ENTITY_ID', 25);
    });
  }

  it('is asked for its comments, the newest first', async () => {
    answer([]);
    await find();
    const filter = {ENTITY_TYPE: 'deal', ENTITY_ID: 25};
    const parameters = {filter, order: {ID: 'DESC'}, select: ['ID', 'COMMENT']};
    expect(portal.requests).to.deep.equal([{method: 'crm.timeline.comment.list', parameters}]);
  });

  it('does not take another note’s comment for its own, whatever words it has', async () => {
    answer([row('1002'), row('1001')]);
    expect(await find([1002])).to.equal(1001);
    expect(await find([1002, 1001])).to.equal(null);
  });

  it('is looked through as far as the comments are newer', async () => {
    portal.restAnswer = (_method, {start = 0}) => {
      const first = 1130 - Number(start);
      const result = Array.from({length: 50}, (_each, index) => row(first - index, 'Other'));
      return Promise.resolve({result, total: 2000, next: Number(start) + 50});
    };
    expect(await find()).to.equal(null);
    expect(portal.requests.map(({parameters}) => parameters['start'])).to.deep.equal([
      undefined,
      50,
      100,
    ]);
  });

  it('that has too many newer ones to look through can tell nothing', async () => {
    portal.restAnswer = () =>
      Promise.resolve({result: [row('5000', 'Other')], total: 2000, next: 50});
    const error = await rejectionOf(find());
    expect(error).to.be.instanceOf(CallCardError).with.property('retryable', false);
    expect(error.message).to.equal('There are too many comments to look through.');
    expect(portal.requests).to.have.length(10);
  });

  it('tells which comment is its newest one', async () => {
    answer([row('1001'), row('7')]);
    expect(await newestCommentId(crm, DEAL)).to.equal(1001);
    answer([]);
    expect(await newestCommentId(crm, DEAL)).to.equal(0);
  });

  it('does not tell whom it shows nothing, and says what may pass', async () => {
    const refuse = (code: 'not-allowed' | 'unavailable'): void => {
      portal.restAnswer = () => Promise.reject(new CallCardError(code, ''));
    };
    refuse('not-allowed');
    expect(await newestCommentId(crm, DEAL)).to.equal(null);
    refuse('unavailable');
    expect(await rejectionOf(newestCommentId(crm, DEAL))).to.have.property('code', 'unavailable');
  });
});
