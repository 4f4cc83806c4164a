/** What is said on the console while something runs. */

/** Each warning as one text; none of them reaches the console. */
export async function collectWarnings(run: () => unknown): Promise<readonly string[]> {
  const {warn} = console;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => void warnings.push(parts.map(String).join(' '));
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
