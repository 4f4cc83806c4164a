/** The percentile of measured values: the value that a given part of them does not exceed. */

/**
 * @param {readonly number[]} values at least one
 * @param {number} part from 0 to 1
 */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.ceil(sorted.length * part) - 1;
  return sorted[Math.max(0, index)] ?? Number.NaN;
}
