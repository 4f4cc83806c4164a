/** The messages about mistakes in a page: what is wrong, what is allowed, and what was probably meant. */

export interface Mistake {
  /** The markup as the page has it: `<call-state-controls controls="operater">`. */
  readonly written: string;
  /** What is wrong. Default: “… is not known”. */
  readonly problem?: string;
  /** The wrong part; none if something is missing. */
  readonly given?: string;
  /** The allowed values. */
  readonly allowed: readonly string[];
}

/** The messages of this page so far. */
const REPORTED = new Set<string>();
/** A page that makes new mistakes all day must not fill the console. */
const MOST_REPORTED = 100;
/** A message lists this many allowed values and counts the rest. */
const MOST_ALLOWED = 40;

export function warnOfMistake(mistake: Mistake): void {
  const message = messageFor(mistake);
  if (REPORTED.has(message) || REPORTED.size >= MOST_REPORTED) return;
  REPORTED.add(message);
  console.warn(message);
}

function messageFor({written, given, allowed, problem}: Mistake): string {
  const what = problem ?? `“${given ?? ''}” is not known`;
  const more = allowed.length - MOST_ALLOWED;
  const rest = more > 0 ? ` and ${more} more` : '';
  const list = `${allowed.slice(0, MOST_ALLOWED).join(', ')}${rest}`;
  const near = given === undefined ? undefined : nearestTo(given, allowed);
  const guess = near === undefined ? '' : ` Did you mean ${near}?`;
  return `call-card-kit: ${written}: ${what}. Allowed: ${list}.${guess}`;
}

/** The allowed value that was probably meant: at most two edits away. */
function nearestTo(given: string, allowed: readonly string[]): string | undefined {
  const distances = allowed.map((word) => ({word, count: editDistance(given, word)}));
  const [nearest] = distances.sort((a, b) => a.count - b.count);
  return nearest !== undefined && nearest.count <= Math.min(2, given.length / 2)
    ? nearest.word
    : undefined;
}

/** The Levenshtein distance: how many letters were left out, added or replaced. */
function editDistance(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({length: to.length + 1}, (_, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
