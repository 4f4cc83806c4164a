/** The words of `<crm-entity-panel>`. */
export const panelTexts = {} as const;
