/** The tables of what was measured: one row for each figure, a column for each thing compared. */

/** @typedef {import('./bench.mjs').Figure} Figure */

/**
 * Figures that have a column, as Markdown; nothing when there are none.
 * @param {readonly Figure[]} figures
 * @param {string} caption where and when they were measured
 */
export function markdownTable(figures, caption) {
  const cells = figures.filter(({column}) => column !== undefined);
  if (cells.length === 0) return '';
  const blocks = [...new Set(cells.map(({block}) => block ?? ''))];
  const tables = blocks.map((block) =>
    tableOf(
      block,
      cells.filter((cell) => (cell.block ?? '') === block),
    ),
  );
  return `${tables.join('\n\n')}\n\n${caption}\n`;
}

/**
 * @param {string} title
 * @param {readonly Figure[]} cells
 */
function tableOf(title, cells) {
  const columns = [...new Set(cells.map(({column}) => column ?? ''))];
  const rows = [...new Set(cells.map(rowOf))];
  const lines = rows.map((row) => {
    const values = columns.map((column) => {
      const cell = cells.find((figure) => figure.column === column && rowOf(figure) === row);
      return cell === undefined ? '' : textOf(cell);
    });
    return `| ${[row, ...values].join(' | ')} |`;
  });
  const head = `| ${[title, ...columns].join(' | ')} |\n|${' --- |'.repeat(columns.length + 1)}`;
  return `${head}\n${lines.join('\n')}`;
}

/** @param {Figure} figure */
function rowOf({what, unit}) {
  return unit === '' ? what : `${what} (${unit})`;
}

/** @param {Figure} figure its value, and whether it keeps what was promised */
function textOf({value, most}) {
  if (most === undefined) return written(value);
  return `${value.toFixed(2)}, goal ${written(most)}: ${value > most ? 'no' : 'yes'}`;
}

/** @param {number} value three figures of it, where it has so many */
export function written(value) {
  if (!Number.isFinite(value)) return '–';
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}
