/**
 * Undoes the HTML escaping that a portal may apply to strings in `PLACEMENT_OPTIONS`
 * (reference: window protocol, section 1; inferred, so it is kept in one place).
 */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&nbsp;': '\u00a0',
};

/** The text with each escaped character restored, once: `&amp;lt;` becomes `&lt;`, not `<`. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp|#0?39);/g, (entity) => ENTITIES[entity] ?? entity);
}
