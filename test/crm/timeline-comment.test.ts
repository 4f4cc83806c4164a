import {expect} from '@open-wc/testing';
import {CrmStore} from '../../src/crm/crm-store.js';
import {addComment, commentOf, hasComment} from '../../src/crm/timeline-comment.js';
import type {CallNote} from '../../src/model/note-draft.js';
import {FakePortal} from '../support/fake-portal.js';

const DEAL = {typeId: 2, id: 25};
const SENT_AT = Date.UTC(2026, 2, 10, 9);

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
      await addComment(crm, {typeId, id: 7}, 'Hello');
      expect(portal.requests).to.deep.equal([
        {
          method: 'crm.timeline.comment.add',
          parameters: {fields: {ENTITY_TYPE: type, ENTITY_ID: 7, COMMENT: 'Hello'}},
        },
      ]);
    });
  }

  const row = (COMMENT: string, CREATED?: string): object => ({ID: '1', COMMENT, CREATED});
  const found: readonly (readonly [string, unknown, boolean])[] = [
    ['nothing', [], false],
    ['no list at all', null, false],
    ['another comment', [row('Other', '2026-03-10T09:00:01+00:00')], false],
    ['the comment', [row('Other'), row('Hello  you', '2026-03-10T11:00:01+02:00')], true],
    ['the comment with other line breaks', [row('Hello\r\nyou\n', '2026-03-10T09:00:01Z')], true],
    ['the comment without a date', {1: row('Hello\nyou')}, true],
    ['the same words of an hour ago', [row('Hello you', '2026-03-10T08:00:00+00:00')], false],
  ];
  for (const [name, result, expected] of found) {
    it(`${expected ? 'has' : 'has not'} the comment when it has ${name}`, async () => {
      answer(result);
      expect(await hasComment(crm, DEAL, 'Hello\nyou', SENT_AT)).to.equal(expected);
      expect(portal.requests).to.have.nested.property('[0].parameters.filter.ENTITY_ID', 25);
    });
  }
});
