/** What the entries of a history are called, and which kinds of them there are: pure rules. */
import type {ActivityKind, CrmActivity, RecentCalls} from '../../crm/history.js';
import {countedText, text, type TextKey} from '../../i18n/text.js';

export const ICON_KINDS = [
  'call',
  'email',
  'meeting',
  'task',
  'message',
  'other',
] as const satisfies readonly ActivityKind[];

/** What the attribute `kinds` can name: `open` is for the records in progress. */
export const HISTORY_KINDS = [...ICON_KINDS, 'open'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** A call by its outcome, a letter or a message by its direction. */
export type CallMark = 'incoming' | 'outgoing' | 'missed' | 'failed';

/** How a call went; `null` for one whose direction is unknown, and for everything else. */
export function callMark({kind, direction, outcome}: CrmActivity): CallMark | null {
  if (kind !== 'call') return null;
  return outcome === 'missed' || outcome === 'failed' ? outcome : direction;
}

const CALL_TEXTS = {
  incoming: 'ui-state.incoming',
  outgoing: 'ui-state.outgoing',
  missed: 'history.missed',
  failed: 'ui-state.outgoing',
} as const satisfies Record<CallMark, TextKey>;

/** What an activity is: `Missed call`, `E-mail received`, `Meeting`. */
export function kindText(activity: CrmActivity): string {
  const {kind, direction} = activity;
  const mark = callMark(activity);
  if (mark !== null) return text(CALL_TEXTS[mark]);
  if ((kind === 'email' || kind === 'message') && direction !== null) {
    return text(`history.${kind}-${direction === 'incoming' ? 'in' : 'out'}`);
  }
  return text(`history.${kind}`);
}

/** How often the number has called; empty if it has not, or nobody knows. */
export function recentCallsText(calls: RecentCalls | null): string {
  const count = calls?.fromNumberCount ?? 0;
  if (count === 0) return '';
  return `${calls?.isAtLeast === true ? '≥ ' : ''}${countedText('history.calls', count)}`;
}

/** The kinds that the attribute names; all if it names none. */
export function readKinds(kinds: string | null): readonly HistoryKind[] {
  const names = wordsOf(kinds);
  const known = HISTORY_KINDS.filter((kind) => names.includes(kind));
  return known.length === 0 ? HISTORY_KINDS : known;
}

/** The names in the attribute that are no kinds. */
export function unknownKinds(kinds: string | null): readonly string[] {
  return wordsOf(kinds).filter((name) => !HISTORY_KINDS.some((kind) => kind === name));
}

function wordsOf(kinds: string | null): readonly string[] {
  return kinds?.split(/[\s,]+/).filter(Boolean) ?? [];
}

const MOST_CHARACTERS = 160;
const MOST_LINES = 3;

/** True for a description that is cut until the operator expands it. */
export function isLong(description: string): boolean {
  return description.length > MOST_CHARACTERS || description.split('\n').length > MOST_LINES;
}
