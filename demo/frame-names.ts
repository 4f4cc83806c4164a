/** The short name of a frame: `card`, `worker`; with the page's name in other pages: `tab 2 · worker`. */
export function shortName(frame: string): string {
  return frame
    .replace(/PAGE_BACKGROUND_WORKER( 1)?\b/, 'worker')
    .replace(/CALL_CARD \d+/, 'card')
    .replace(/CRM_(\w+)_DETAIL_TAB( 1)?\b/, (_name, type: string) => type.toLowerCase());
}
