/** Generated Markdown: its tables, and its look, which is the one that `npm run format` gives it. */
import {format, resolveConfig} from 'prettier';
import {projectPath} from './lib/project-path.mjs';

/** @param {string} markdown */
export async function formatted(markdown) {
  const config = await resolveConfig(projectPath('docs/start.md'));
  return format(markdown, {...config, parser: 'markdown'});
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
