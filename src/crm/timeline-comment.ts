/** Comments in the timeline of a record (reference: REST, section 1.11). */
import type {CallNote} from '../model/note-draft.js';
import {entityTypeOf} from '../model/entity-type.js';
import type {EntityRef} from '../model/entity-ref.js';
import {asText} from '../model/reading.js';
import {readRows} from '../model/rows.js';
import type {CrmStore} from './crm-store.js';

type Rest = Pick<CrmStore, 'rest'>;

/**
 * What the portal takes for BBCode in a comment (reference: REST, section 2.6); anything else in
 * brackets it shows as it is.
 */
const TAG =
  /\[(?=\/?(?:b|i|u|s|p|url|img|user|department|project|quote|code|color|size|font|list|table|tr|td|th|left|right|center|justify|video|spoiler|disk|sub|sup|h[1-6])[\s=\]])/gi;
/** Seen by nobody, and no tag begins with it. */
const ZERO_WIDTH_SPACE = '\u200B';

/** How much the clocks of the portal and of this machine may differ, in milliseconds. */
const CLOCK_TOLERANCE_MS = 600_000;

/**
 * The comment that a note becomes: the disposition's label on a line of its own, then the text. It
 * is shown as it was typed, with an invisible character in what would be BBCode.
 */
export function commentOf({text, disposition}: CallNote): string {
  const lines = [disposition?.label ?? '', text].filter((part) => part !== '');
  return lines.join('\n').replace(TAG, `[${ZERO_WIDTH_SPACE}`);
}

/**
 * Puts a comment into the timeline. Rejects with a `CallCardError`: `not-found`, `not-allowed`,
 * `missing-scope`, and those of `CrmStore.rest`.
 */
export async function addComment(crm: Rest, ref: EntityRef, comment: string): Promise<void> {
  const fields = {...ownerOf(ref), COMMENT: comment};
  await crm.rest('crm.timeline.comment.add', {fields});
}

/**
 * Whether the comment is among the latest of the timeline.
 *
 * @param since - when it was sent, in milliseconds since the epoch: an older one is another one
 */
export async function hasComment(
  crm: Rest,
  ref: EntityRef,
  comment: string,
  since: number,
): Promise<boolean> {
  const {result} = await crm.rest('crm.timeline.comment.list', {
    filter: ownerOf(ref),
    order: {ID: 'DESC'},
    select: ['ID', 'CREATED', 'COMMENT'],
  });
  return readRows(result).some((row) => {
    const created = Date.parse(asText(row['CREATED']) ?? '');
    const isOlder = created < since - CLOCK_TOLERANCE_MS;
    return !isOlder && squeezed(asText(row['COMMENT']) ?? '') === squeezed(comment);
  });
}

/** A portal may store other blanks and line breaks than it was sent. */
function squeezed(comment: string): string {
  return comment.replaceAll(ZERO_WIDTH_SPACE, '').replace(/\s+/g, ' ').trim();
}

function ownerOf({typeId, id}: EntityRef): {ENTITY_TYPE: string; ENTITY_ID: number} {
  return {ENTITY_TYPE: (entityTypeOf(typeId)?.code ?? '').toLowerCase(), ENTITY_ID: id};
}
