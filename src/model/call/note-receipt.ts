/**
 * What copies of a note are told when one of them is saved. It has no words of the note, only their
 * prints: those who have the same words know them again, and nobody else learns anything.
 */
import type {Disposition, NoteContent} from './note-draft.js';
import {readCount, readId} from '../parse/hub-values.js';
import {asText, isObject, type JsonObject} from '../parse/reading.js';

export interface NoteReceipt {
  /** The draft that was saved; another load of the page or another tab may have a copy of it. */
  readonly draftId: string;
  /** When, in milliseconds since the epoch. */
  readonly at: number;
  /** The comment that it became; none where the page saves in its own way. */
  readonly commentId: number | null;
  /** The value of the chosen disposition; empty for none. */
  readonly disposition: string;
  /** A print of the text up to each end of a word: of another copy only the beginning may be saved. */
  readonly prints: readonly string[];
}

/** Of that many words there are prints; of what comes behind them, one of the whole. */
const MOST_PRINTS = 1000;

/** Letters of scripts that put no blanks between words: each counts as one. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
/** A word, or what stands between two beside blanks. */
const WORD = new RegExp(
  String.raw`${UNSPACED}|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+|[^\s\p{L}\p{M}\p{N}]+`,
  'gu',
);

export function receiptOf(
  draftId: string,
  {text, disposition}: {readonly text: string; readonly disposition: Disposition | null},
  commentId: number | null,
  at: number,
): NoteReceipt {
  const all = [...printsOf(text).keys()];
  const prints = [...all.slice(0, MOST_PRINTS), ...all.slice(MOST_PRINTS).slice(-1)];
  return {draftId, at: Math.round(at), commentId, disposition: disposition?.value ?? '', prints};
}

/**
 * What of a copy is not saved yet: what stands behind all that is, or behind the last whole line or
 * sentence of it. Where no line or sentence is the same that is all of it: half a sentence has another
 * meaning, and two that only begin alike are two.
 */
export function unsavedIn(content: NoteContent, receipt: NoteReceipt): NoteContent {
  const saved = new Set(receipt.prints);
  const whole = receipt.prints.at(-1);
  const text = content.text.trimStart();
  const ends = [...printsOf(text)].filter(
    ([print, at]) => saved.has(print) && (print === whole || isBoundary(text, at)),
  );
  const end = ends.at(-1)?.[1] ?? 0;
  return {
    text: end === 0 ? content.text : text.slice(end).trim(),
    disposition: content.disposition === receipt.disposition ? '' : content.disposition,
  };
}

/** Whether a line, a sentence or the text ends there. */
function isBoundary(text: string, at: number): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(at)];
  if (/[。！？]$/u.test(before)) return true;
  return /[.!?…।]$/u.test(before) ? /^(?:\s|$)/u.test(behind) : /^\s*(?:\n|$)/u.test(behind);
}

export function readNoteReceipt(value: unknown): NoteReceipt | undefined {
  if (!isObject(value)) return undefined;
  const draftId = readId(value['draftId']);
  const at = readCount(value['at']);
  if (draftId === undefined || at === undefined) return undefined;
  return {
    draftId,
    at,
    commentId: readCount(value['commentId']) ?? null,
    disposition: asText(value['disposition']) ?? '',
    prints: readPrints(value),
  };
}

function readPrints({prints}: JsonObject): readonly string[] {
  const list: readonly unknown[] = Array.isArray(prints) ? prints : [];
  return list.slice(0, MOST_PRINTS + 1).filter((print) => typeof print === 'string');
}

/** The end of each word, by the print of the text up to there. */
function printsOf(text: string): ReadonlyMap<string, number> {
  const prints = new Map<string, number>();
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  let at = 0;
  for (const {index, 0: word} of text.matchAll(WORD)) {
    const end = index + word.length;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      // Two hashes, because nobody would notice that words are missing.
      first = Math.imul(first ^ unit, 0x01000193) >>> 0;
      second = Math.imul(second ^ unit, 0x5bd1e995) >>> 0;
    }
    prints.set([end, first, second].map((part) => part.toString(36)).join('-'), end);
  }
  return prints;
}
