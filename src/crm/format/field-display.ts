/** How a value is shown: a description without HTML, which an element turns into nodes. */
import type {EntityRef} from '../../model/entity/entity-ref.js';

export type FieldDisplay =
  /** Nothing to show: no row. */
  | {readonly kind: 'none'}
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether `text` is only an id, whose name can be loaded (`CrmRecord.loadNames`). */
      readonly pending?: true;
    }
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
      /** Whether `text` is only a number, whose name can be loaded (`CrmRecord.loadNames`). */
      readonly pending?: true;
    }
  /** The portal tells no name; without `href` it can't be opened either. */
  | {readonly kind: 'file'; readonly id: string; readonly href: string | null}
  | {readonly kind: 'list'; readonly items: readonly FieldDisplay[]};

export const NOTHING: FieldDisplay = {kind: 'none'};

/** The mark of a value whose name is not known yet. */
export function pendingFor(name: string | null | undefined): {readonly pending?: true} {
  return name === undefined ? {pending: true} : {};
}

/** Whether a name in the value is not known yet. */
export function isPending(display: FieldDisplay): boolean {
  if (display.kind === 'list') return display.items.some(isPending);
  return 'pending' in display;
}

/** Longer texts are `lines`. */
const LONGEST_TEXT = 160;

export function textDisplay(text: string): FieldDisplay {
  const trimmed = text.trim();
  if (trimmed === '') return NOTHING;
  const long = trimmed.length > LONGEST_TEXT || /[\r\n]/.test(trimmed);
  return {kind: long ? 'lines' : 'text', text: trimmed};
}
