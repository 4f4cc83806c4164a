/** Comments in the timeline of a record (reference: REST, section 1.11). */
import type {CallNote} from '../../model/call/note-draft.js';
import {entityTypeOf} from '../../model/entity/entity-type.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import {CallCardError, toCallCardError} from '../../model/errors/call-card-error.js';
import type {RestAnswer} from '../../model/portal/rest-answer.js';
import {asId, asText, type JsonObject} from '../../model/parse/reading.js';
import {readRows} from '../../model/parse/parse-list.js';
import type {CrmStore} from '../crm-store.js';

type Rest = Pick<CrmStore, 'rest'>;

/**
 * What the portal takes for BBCode in a comment (reference: REST, section 2.6); anything else in
 * brackets it shows as it is.
 */
const TAG =
  /\[(?=\/?(?:b|i|u|s|p|url|img|user|department|project|quote|code|color|size|font|list|table|tr|td|th|left|right|center|justify|video|spoiler|disk|sub|sup|h[1-6])[\s=\]])/gi;
/** Seen by nobody, and no tag begins with it. */
const ZERO_WIDTH_SPACE = '\u200B';

/** A page of the list has 50 comments; so many pages are looked through. */
const MOST_PAGES = 10;

/**
 * The comment that a note becomes: the disposition's label on a line of its own, then the text. It
 * is shown as it was typed, with an invisible character in what would be BBCode.
 */
export function commentOf({text, disposition}: CallNote): string {
  const lines = [disposition?.label ?? '', text].filter((part) => part !== '');
  return lines.join('\n').replace(TAG, `[${ZERO_WIDTH_SPACE}`);
}

/**
 * Puts a comment into the timeline and resolves with its id. Rejects with a `CallCardError`:
 * `not-found`, `not-allowed`, `missing-scope`, and those of `CrmStore.rest`.
 */
export async function addComment(
  crm: Rest,
  ref: EntityRef,
  comment: string,
): Promise<number | null> {
  const fields = {...ownerOf(ref), COMMENT: comment};
  const {result} = await crm.rest('crm.timeline.comment.add', {fields});
  return asId(result) ?? null;
}

/**
 * The id of the newest comment, 0 where there is none: one that is added now has a higher id. Nothing
 * for whom the portal shows no comments. Rejects with what may pass.
 */
export async function newestCommentId(crm: Rest, ref: EntityRef): Promise<number | null> {
  try {
    const {result} = await listComments(crm, ref, 0);
    return Math.max(0, ...readRows(result).map(idOf));
  } catch (thrown) {
    const error = toCallCardError(thrown);
    if (error.retryable) throw error;
    return null;
  }
}

export interface SoughtComment {
  readonly comment: string;
  /** Its id is higher. */
  readonly after: number;
  /** Whether it is known whose comment this is, and that it is another one. */
  readonly isOthers: (id: number) => boolean;
}

/**
 * The id of a comment that was sent and not answered; nothing when it is not there. The same words
 * from before, or of another note, are another comment. Rejects when there are too many to look through.
 */
export async function findComment(
  crm: Rest,
  ref: EntityRef,
  {comment, after, isOthers}: SoughtComment,
): Promise<number | null> {
  let start: number | null = 0;
  for (let page = 0; page < MOST_PAGES && start !== null; page += 1) {
    const answer: RestAnswer = await listComments(crm, ref, start);
    const rows = readRows(answer.result);
    const newer = rows.filter((row) => idOf(row) > after);
    const own = newer.find(
      (row) => !isOthers(idOf(row)) && squeezed(asText(row['COMMENT']) ?? '') === squeezed(comment),
    );
    if (own !== undefined) return idOf(own);
    if (newer.length < rows.length) return null;
    start = answer.next;
  }
  if (start === null) return null;
  throw new CallCardError('bad-answer', 'There are too many comments to look through.', {
    retryable: false,
  });
}

/** The newest first. The method filters by the owner and by nothing else. */
function listComments(crm: Rest, ref: EntityRef, start: number): Promise<RestAnswer> {
  return crm.rest('crm.timeline.comment.list', {
    filter: ownerOf(ref),
    order: {ID: 'DESC'},
    select: ['ID', 'COMMENT'],
    ...(start === 0 ? {} : {start}),
  });
}

function idOf(row: JsonObject): number {
  return asId(row['ID']) ?? 0;
}

/** A portal may store other blanks and line breaks than it was sent. */
function squeezed(comment: string): string {
  return comment.replaceAll(ZERO_WIDTH_SPACE, '').replace(/\s+/g, ' ').trim();
}

function ownerOf({typeId, id}: EntityRef): {ENTITY_TYPE: string; ENTITY_ID: number} {
  return {ENTITY_TYPE: (entityTypeOf(typeId)?.code ?? '').toLowerCase(), ENTITY_ID: id};
}
