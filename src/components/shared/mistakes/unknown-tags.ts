/** The tags of the kit, and those that only look like them. */

export const KIT_TAGS = [
  'call-card-context',
  'call-summary',
  'crm-entity-panel',
  'crm-history',
  'call-state-controls',
  'call-notes',
] as const;

/** The undefined tags inside an element that begin like the kit's and are not among them. */
export function unknownTagsIn(element: Element): readonly string[] {
  const tags = [...element.querySelectorAll(':not(:defined)')].map(({localName}) => localName);
  const known: readonly string[] = KIT_TAGS;
  return [...new Set(tags)].filter((tag) => /^(call|crm)-/.test(tag) && !known.includes(tag));
}
