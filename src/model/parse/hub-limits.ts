/** The limits of messages between the app's frames, also for code without the hub. */

/** The longest message that is read, in UTF-16 code units. A record with 300 fields has 200,000. */
export const MOST_HUB_CHARACTERS = 500_000;

/** The largest number of calls or actions in a message, and of those that a frame stores. */
export const MOST_HUB_ITEMS = 64;

/** The longest text of an error in a message, in UTF-16 code units. */
export const MOST_HUB_WORDS = 500;
