/** Readers of what arrives from outside: of objects and texts, and of the portal's many spellings. */
export * from './reading-core.js';
export * from './reading-values.js';
