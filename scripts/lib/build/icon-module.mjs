/**
 * The elements' icons: a module with the drawings of lucide-static that are used. Another icon is another
 * name here. Own, because no package writes Lit templates that are mirrored where one reads from the right.
 */
import {readFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {projectPath} from '../project-path.mjs';

/** The files with the drawings in each. What only one element shows may have a file beside it. */
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
};

/** They point somewhere along the line, so they are turned where one reads from right to left. */
const DIRECTED = new Set([
  'phone-forwarded',
  'phone-incoming',
  'phone-outgoing',
  'skip-forward',
  'undo-2',
]);

/**
 * The text of a file with these icons.
 * @param {string} path
 * @param {readonly string[]} names of drawings, as lucide has them
 */
export async function iconModule(path, names) {
  const {version} = JSON.parse(readFileSync(inLucide('package.json'), 'utf8'));
  const text = `/**
 * Icons, written by \`npm run icons\`: the drawings of Lucide ${version}, Copyright (c) Lucide Icons and
 * Contributors, ISC; some of them of Feather, Copyright (c) 2013-present Cole Bemis, MIT. They only
 * accompany words, so a screen reader passes over them.
 */
import {html} from 'lit';

${names.map((name) => constantOf(name)).join('\n\n')}
`;
  const filepath = projectPath(path);
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
