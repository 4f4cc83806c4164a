/** Answers that are stored between pages. Every script of the origin can write there, so they are checked. */
import {asObject, parseJson} from '../parse/reading.js';

/** A portal's answer to a call, and its time in milliseconds since the epoch. */
export interface KeptAnswer {
  readonly at: number;
  readonly result: unknown;
}

export type KeptAnswers = ReadonlyMap<string, KeptAnswer>;

/** Reads the text of `writeKeptAnswers`, without answers that are newer than `now` or older than `since`. */
export function readKeptAnswers(text: string | null, since: number, now: number): KeptAnswers {
  return readKeptEntries(parseJson(text ?? '')?.value, since, now);
}

/** Reads answers from an object that another frame has sent. */
export function readKeptEntries(entries: unknown, since: number, now: number): KeptAnswers {
  const answers = new Map<string, KeptAnswer>();
  for (const [key, value] of Object.entries(asObject(entries) ?? {})) {
    const {at, result} = asObject(value) ?? {};
    if (typeof at === 'number' && at > since && at <= now) answers.set(key, {at, result});
  }
  return answers;
}

/** Writes the answers as a text with a limited length. The oldest answers are left out first. */
export function writeKeptAnswers(answers: KeptAnswers, length: number): string {
  const parts: string[] = [];
  let rest = length - 2;
  for (const [key, answer] of [...answers].sort(([, a], [, b]) => b.at - a.at)) {
    const part = `${JSON.stringify(key)}:${JSON.stringify(answer)}`;
    if (part.length >= rest) continue;
    rest -= part.length + 1;
    parts.push(part);
  }
  return `{${parts.join()}}`;
}
