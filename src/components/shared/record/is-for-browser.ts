/** Whether a click has a modifier key or another button, and so opens a link in the browser's way. */
export function isForBrowser({button, ctrlKey, metaKey, shiftKey}: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey;
}
