/** What went on in all cases so far, so that a run can say how much it has tried. */
export const tally = {
  conversations: 0,
  /** Texts that arrived at the app. */
  messages: 0,
  commands: 0,
  events: 0,
  snapshots: 0,
};
