/** The value that so much of all measured values does not exceed. */

/**
 * @param {readonly number[]} values at least one
 * @param {number} part from 0 to 1
 */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.ceil(sorted.length * part) - 1;
  return sorted[Math.max(0, index)] ?? Number.NaN;
}
