/** The tags that the kit has, for what must know them before they are elements. */

export const KIT_TAGS = [
  'call-card-context',
  'call-summary',
  'crm-entity-panel',
  'call-state-controls',
  'call-notes',
] as const;

/** The tags inside an element that look like the kit's and are nobody's. */
export function unknownTagsIn(element: Element): readonly string[] {
  const tags = [...element.querySelectorAll(':not(:defined)')].map(({localName}) => localName);
  const known: readonly string[] = KIT_TAGS;
  return [...new Set(tags)].filter((tag) => /^(call|crm)-/.test(tag) && !known.includes(tag));
}
