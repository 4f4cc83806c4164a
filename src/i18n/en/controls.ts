/** The words of `<call-state-controls>`. */
export const controlsTexts = {} as const;
