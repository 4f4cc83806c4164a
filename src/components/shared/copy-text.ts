/** Copies a text. */

/**
 * Resolves with whether the text was copied. A portal does not let frames write to the clipboard, so
 * there the text is selected and copied as a person would do it.
 */
export async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    // Denied, or not offered without https.
    return copySelection(content);
  }
}

function copySelection(content: string): boolean {
  const focused = focusedElement();
  const field = document.createElement('textarea');
  field.value = content;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in a portal's frame
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** Through shadow roots: the focus of an element's host would not come back to its button. */
function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
