/** Generated Markdown: its tables and their cells, in the form that `npm run format` gives. */
import {format, resolveConfig} from 'prettier';
import ts from 'typescript';
import {projectPath} from '../project-path.mjs';

/** @param {string} markdown */
export async function formatted(markdown) {
  const config = await resolveConfig(projectPath('docs/start.md'));
  return format(markdown, {...config, parser: 'markdown'});
}

/**
 * A table without the columns in which all rows are empty; nothing without rows.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  if (rows.length === 0) return '';
  const isFilled = head.map((_, column) => rows.some((row) => row[column] !== ''));
  return [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.filter((_, column) => isFilled[column]).join(' | ')} |`)
    .join('\n');
}

/**
 * A text as it may stand in a cell.
 * @param {string} text
 */
export function inOneLine(text) {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

/** @param {string} text */
export function code(text) {
  return text === '' ? '' : `\`${inOneLine(text.replaceAll('readonly ', ''))}\``;
}

/**
 * The text of a declaration's doc comment, without its tags.
 * @param {ts.Node} node
 */
export function docOf(node) {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return inOneLine(comments.map(({comment}) => ts.getTextOfJSDocComment(comment) ?? '').join(' '));
}
