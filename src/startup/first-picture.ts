/** What the operator waits for when a page opens: whatever else there is to do comes after it. */

/** What the panel says when it shows the first record, or why there is none. */
const PICTURES = ['record-load', 'record-error', 'record-missing'];
/**
 * How long the first record is waited for at most, in milliseconds: what an operator clicks meanwhile
 * waits for the other frames, which come after it.
 */
const LONGEST_MS = 600;

let shown: Promise<void> | undefined;

/**
 * Resolves when the first record is on the screen, or is not to be expected soon. Where there is no
 * panel in the document, nothing is waited for.
 */
export function firstPicture(): Promise<void> {
  return (shown ??= new Promise((resolve) => {
    if (document.querySelector('crm-entity-panel') === null) {
      resolve();
      return;
    }
    // After the frame that shows it, and on the way down, since these events do not bubble.
    const show = (): void => void requestAnimationFrame(() => setTimeout(resolve));
    for (const type of PICTURES) addEventListener(type, show, {capture: true, once: true});
    setTimeout(resolve, LONGEST_MS);
  }));
}
