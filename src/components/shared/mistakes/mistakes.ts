/** Says what a page has written wrong, what could stand there, and what was probably meant. */

export interface Mistake {
  /** What was written, as it stands in the page: `<call-state-controls controls="operater">`. */
  readonly written: string;
  /** What is wrong with it; “… is not known” when nothing is said. */
  readonly problem?: string;
  /** The part that is wrong; none where something is missing. */
  readonly given?: string;
  /** What could stand there. */
  readonly allowed: readonly string[];
}

/** What was said on this page already. */
const TOLD = new Set<string>();
/** More kinds of mistake than a page has; what writes new ones all day must not fill the console. */
const MOST_TOLD = 100;
/** Of more than this many words the rest is counted. */
const MOST_ALLOWED = 40;

export function tellMistake(mistake: Mistake): void {
  const message = wordsFor(mistake);
  if (TOLD.has(message) || TOLD.size >= MOST_TOLD) return;
  TOLD.add(message);
  console.warn(message);
}

function wordsFor({written, given, allowed, problem}: Mistake): string {
  const what = problem ?? `“${given ?? ''}” is not known`;
  const more = allowed.length - MOST_ALLOWED;
  const rest = more > 0 ? ` and ${more} more` : '';
  const list = `${allowed.slice(0, MOST_ALLOWED).join(', ')}${rest}`;
  const near = given === undefined ? undefined : nearestTo(given, allowed);
  const guess = near === undefined ? '' : ` Did you mean ${near}?`;
  return `call-card-kit: ${written}: ${what}. Allowed: ${list}.${guess}`;
}

/** The word that was meant, if it is one or two slips away. */
function nearestTo(given: string, allowed: readonly string[]): string | undefined {
  const slips = allowed.map((word) => ({word, count: slipsBetween(given, word)}));
  const [nearest] = slips.sort((a, b) => a.count - b.count);
  return nearest !== undefined && nearest.count <= Math.min(2, given.length / 2)
    ? nearest.word
    : undefined;
}

/** How many letters were left out, added or taken for another: the Levenshtein distance. */
function slipsBetween(a: string, b: string): number {
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
