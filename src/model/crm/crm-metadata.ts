/** Answers that are kept between pages. Storage is foreign: anybody on the origin may write there. */
import {asObject, parseJson} from '../parse/reading.js';

/** What a portal answered to a call, and when: milliseconds since 1970. */
export interface KeptAnswer {
  readonly at: number;
  readonly result: unknown;
}

export type KeptAnswers = ReadonlyMap<string, KeptAnswer>;

/** Reads what `writeKeptAnswers` wrote; what is younger than `now` or older than `since` is left out. */
export function readKeptAnswers(text: string | null, since: number, now: number): KeptAnswers {
  return readKeptEntries(parseJson(text ?? '')?.value, since, now);
}

/** The same from an object, as it comes from another frame. */
export function readKeptEntries(entries: unknown, since: number, now: number): KeptAnswers {
  const answers = new Map<string, KeptAnswer>();
  for (const [key, value] of Object.entries(asObject(entries) ?? {})) {
    const {at, result} = asObject(value) ?? {};
    if (typeof at === 'number' && at > since && at <= now) answers.set(key, {at, result});
  }
  return answers;
}

/** The answers as text of at most so many characters; the eldest have no place first. */
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
