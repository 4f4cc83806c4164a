/** Readers of input from outside: objects, texts, and values in the portal's spellings. */
export * from './reading-core.js';
export * from './reading-values.js';
