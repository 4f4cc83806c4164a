/** Collects console warnings. */

/**
 * Each warning as one text; none of them reaches the console.
 *
 * @param hear - called with each warning at once
 */
export async function collectWarnings(
  run: () => unknown,
  hear: (warning: string) => void = () => undefined,
): Promise<readonly string[]> {
  const {warn} = console;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => {
    const warning = parts.map(String).join(' ');
    warnings.push(warning);
    hear(warning);
  };
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
