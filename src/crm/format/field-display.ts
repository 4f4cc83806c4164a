/** How a value is shown: a description without HTML, which an element turns into nodes. */
import type {EntityRef} from '../../model/entity/entity-ref.js';

export type FieldDisplay =
  /** Nothing to show: no row. */
  | {readonly kind: 'none'}
  | {readonly kind: 'text'; readonly text: string}
  /** A text with line breaks, or a long one; may be cut. */
  | {readonly kind: 'lines'; readonly text: string}
  /** In the words of the reader's language. */
  | {readonly kind: 'boolean'; readonly value: boolean}
  /** `href` is an address of `http:` or `https:`. */
  | {readonly kind: 'link'; readonly href: string; readonly text: string}
  /** `color` as `#rrggbb`. */
  | {readonly kind: 'chip'; readonly text: string; readonly color: string | null}
  | {readonly kind: 'phone'; readonly number: string}
  | {readonly kind: 'email'; readonly address: string}
  /** A record or a user; `path` opens it in the portal. */
  | {
      readonly kind: 'reference';
      readonly text: string;
      readonly path: string | null;
      readonly entity: EntityRef | null;
      /** Whether this user may not read it; then `text` is its number, and there is no `path`. */
      readonly denied?: true;
    }
  /** The portal tells no name; without `href` it can't be opened either. */
  | {readonly kind: 'file'; readonly id: string; readonly href: string | null}
  | {readonly kind: 'list'; readonly items: readonly FieldDisplay[]};

export const NOTHING: FieldDisplay = {kind: 'none'};

/** Longer texts are `lines`. */
const LONGEST_TEXT = 160;

export function textDisplay(text: string): FieldDisplay {
  const trimmed = text.trim();
  if (trimmed === '') return NOTHING;
  const long = trimmed.length > LONGEST_TEXT || /[\r\n]/.test(trimmed);
  return {kind: long ? 'lines' : 'text', text: trimmed};
}
