/**
 * `node scripts/icons.mjs`: writes the elements' icons, modules with some drawings of lucide-static. Another icon is
 * another name here. Own, because no package writes Lit templates that are mirrored from right to left.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {projectPath} from './lib/project-path.mjs';

/**
 * The modules with the names of their drawings: those that several elements share, and those of one element, which
 * pages without it don't load.
 */
export const ICON_FILES = {
  'src/components/shared/styles/icons.ts': [
    'bell',
    'check',
    'copy',
    'grip',
    'megaphone',
    'mic-off',
    'pause',
    'phone',
    'phone-forwarded',
    'phone-incoming',
    'phone-off',
    'phone-outgoing',
    'rotate-cw',
    'skip-forward',
    'star',
    'undo-2',
    'x',
  ],
  'src/components/crm-history/history-icons.ts': [
    'activity',
    'calendar',
    'mail',
    'message-square',
    'phone-missed',
    'square-check',
  ],
};

/** Those that point along the line, and are mirrored from right to left. */
const DIRECTED = new Set([
  'phone-forwarded',
  'phone-incoming',
  'phone-outgoing',
  'skip-forward',
  'undo-2',
]);

/**
 * The text of a module.
 * @param {string} file
 * @param {readonly string[]} names
 */
export async function iconModule(file, names) {
  const {version} = JSON.parse(readFileSync(inLucide('package.json'), 'utf8'));
  const text = `/**
 * Icons, written by \`node scripts/icons.mjs\`: the drawings of Lucide ${version}, Copyright (c) Lucide Icons and
 * Contributors, ISC; some of them of Feather, Copyright (c) 2013-present Cole Bemis, MIT. They only
 * accompany words, so a screen reader passes over them.
 */
import {html} from 'lit';

${names.map((name) => constantOf(name)).join('\n\n')}
`;
  const filepath = projectPath(file);
  return format(text, {...(await resolveConfig(filepath)), filepath});
}

/** @param {string} name */
function constantOf(name) {
  const look = DIRECTED.has(name) ? 'icon directed' : 'icon';
  return `export const ${identifier(name)} = html\`<svg class="${look}" viewBox="0 0 24 24" aria-hidden="true">${drawing(name)}</svg>\`;`;
}

/**
 * What is inside the drawing's `<svg>`, in one line.
 * @param {string} name
 */
function drawing(name) {
  const svg = readFileSync(inLucide(`icons/${name}.svg`), 'utf8');
  const inside = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)?.[1];
  if (inside === undefined) throw new Error(`lucide-static: icons/${name}.svg is no drawing`);
  return inside.replace(/\s*\n\s*/g, '').replaceAll(' />', '/>');
}

/** @param {string} name `phone-off` becomes `phoneOffIcon` */
function identifier(name) {
  return `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Icon`;
}

/** @param {string} path */
function inLucide(path) {
  return projectPath('node_modules', 'lucide-static', path);
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, names] of Object.entries(ICON_FILES)) {
    writeFileSync(projectPath(file), await iconModule(file, names));
  }
}
