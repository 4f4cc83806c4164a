/** What went on in all cases so far, so that a run can say how much it has tried. */
export const tally = {
  conversations: 0,
  /** Calls one after the other, each with a card of its own. */
  calls: 0,
  /** Texts that arrived at the app. */
  messages: 0,
  commands: 0,
  events: 0,
  snapshots: 0,
};
