/** Errors that reach nobody: each is a fault of the kit, whatever the portal did. */
const faults: unknown[] = [];

/** Is told by whoever hears them: a browser's `window`, or Node's process. */
export function reportFault(error: unknown): void {
  faults.push(error);
}

/** Throws when there was one since the last time. */
export function expectNoFault(): void {
  const [fault] = faults.splice(0);
  if (fault === undefined) return;
  const what = fault instanceof Error ? (fault.stack ?? fault.message) : JSON.stringify(fault);
  throw new Error(`nobody handled: ${what}`, {cause: fault});
}
