/** A property with a name, and how it is run: the same in a browser's test and in the long run. */
import fc from 'fast-check';

export interface RunOptions {
  readonly runs?: number;
  /** Both of a run that failed; together they repeat its counterexample. */
  readonly seed?: number;
  readonly path?: string;
}

export interface Report {
  readonly runs: number;
  readonly seed: number;
  /** The counterexample and how to see it again; nothing when the property holds. */
  readonly failure: string | undefined;
}

export interface NamedProperty {
  readonly name: string;
  /** How many cases a run of `npm test` and the long run make. */
  readonly runs: {readonly short: number; readonly long: number};
  check(options?: RunOptions): Promise<Report>;
}

/** @param rule - throws when it is broken */
export function property<T>(
  name: string,
  runs: NamedProperty['runs'],
  cases: fc.Arbitrary<T>,
  rule: (value: T) => void | Promise<void>,
): NamedProperty {
  return {
    name,
    runs,
    check: async ({runs: numRuns = runs.short, ...replay} = {}) => {
      const details = await fc.check(
        fc.asyncProperty(cases, async (value) => rule(value)),
        {
          numRuns,
          // A counterexample of a conversation is long; what matters is its end.
          maxSkipsPerRun: 1000,
          ...replay,
        },
      );
      return {runs: details.numRuns, seed: details.seed, failure: describe(name, details)};
    },
  };
}

function describe<T>(name: string, details: fc.RunDetails<[T]>): string | undefined {
  if (!details.failed) return undefined;
  const {seed, counterexamplePath, errorInstance} = details;
  const error = errorInstance instanceof Error ? errorInstance : undefined;
  const replay = `--only='${name}' --seed=${seed} --path=${counterexamplePath ?? ''}`;
  return [
    `Not so: ${name}`,
    error?.stack ?? String(errorInstance),
    `To see it again: node test/properties/fuzz.mjs ${replay}`,
    fc.defaultReportMessage(details),
  ].join('\n');
}
