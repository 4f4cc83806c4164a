/**
 * The receipt of a saved note, which the frames with copies of its draft get. It contains fingerprints
 * (hashes) instead of the text: only a frame with the same text can recognize it.
 */
import type {Disposition, NoteContent} from './note-draft.js';
import {readCount, readId} from '../parse/hub-values.js';
import {asText, isObject, type JsonObject} from '../parse/reading.js';

export interface NoteReceipt {
  /** The id of the saved draft, of which other page loads and tabs may have copies. */
  readonly draftId: string;
  /** The time of saving, in milliseconds since the epoch. */
  readonly at: number;
  /** The id of the note's comment; `null` if the page saves notes itself. */
  readonly commentId: number | null;
  /** The value of the chosen disposition; empty without one. */
  readonly disposition: string;
  /** A fingerprint of the text up to the end of each word, to recognize copies that go on after it. */
  readonly prints: readonly string[];
}

/** The number of words with fingerprints of their own. The text after them has one together. */
const MOST_PRINTS = 1000;

/** Letters of scripts without spaces between words. Each counts as a word. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
/** A word, or punctuation between two words. */
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
 * The unsaved part of a copy: the text after the saved text, or after its last whole line or sentence. If
 * no whole line or sentence is the same, it is the whole copy: half a sentence may have another meaning.
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

/** Whether a line, a sentence or the text ends at the position. */
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

/** The positions of the ends of words, by the fingerprint of the text before them. */
function printsOf(text: string): ReadonlyMap<string, number> {
  const prints = new Map<string, number>();
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  let at = 0;
  for (const {index, 0: word} of text.matchAll(WORD)) {
    const end = index + word.length;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      // Two hashes make a collision unlikely, which would drop words without a trace.
      first = Math.imul(first ^ unit, 0x01000193) >>> 0;
      second = Math.imul(second ^ unit, 0x5bd1e995) >>> 0;
    }
    prints.set([end, first, second].map((part) => part.toString(36)).join('-'), end);
  }
  return prints;
}
