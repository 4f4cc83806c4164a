/** What differs between two texts, as lines marked - (wanted) and + (found), with some lines around. */

const linesAround = 2;

/**
 * @param {string} expected
 * @param {string} actual
 */
export function lineDiff(expected, actual) {
  const wanted = expected.split('\n');
  const found = actual.split('\n');
  const start = commonLength(wanted, found);
  const end = commonLength(wanted.slice(start).reverse(), found.slice(start).reverse());
  const shown = Math.max(0, start - linesAround);
  return [
    ...wanted.slice(shown, start).map((line) => `  ${line}`),
    ...wanted.slice(start, wanted.length - end).map((line) => `- ${line}`),
    ...found.slice(start, found.length - end).map((line) => `+ ${line}`),
    ...wanted
      .slice(wanted.length - end)
      .slice(0, linesAround)
      .map((line) => `  ${line}`),
  ].join('\n');
}

/**
 * How many items two lists have in common from their beginning on.
 * @param {string[]} one
 * @param {string[]} other
 */
function commonLength(one, other) {
  const differing = one.findIndex((item, index) => item !== other[index]);
  return differing === -1 ? one.length : differing;
}
