/** The engine that the tests run in. */

/** Chromium runs every case; the others leave to it those in which engines don't differ. */
export const isChromium = /Chrom/.test(navigator.userAgent);
