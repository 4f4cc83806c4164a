/** How much the app's frames may tell each other: known also to what has no hub to read it. */

/** The longest message that is read, in UTF-16 code units. A record with 300 fields is 200 000. */
export const MOST_HUB_CHARACTERS = 500_000;

/** How many calls or actions one message may bring, and of how many a frame knows. */
export const MOST_HUB_ITEMS = 64;

/** How much is told of why something failed, in UTF-16 code units. */
export const MOST_HUB_WORDS = 500;
