/** Generated Markdown as `npm run format` leaves it. */
import {format, resolveConfig} from 'prettier';
import {projectPath} from './project-path.mjs';

/** @param {string} markdown */
export async function formatted(markdown) {
  const config = await resolveConfig(projectPath('docs/start.md'));
  return format(markdown, {...config, parser: 'markdown'});
}
