/**
 * A Rollup plugin that takes the spaces and comments out of Lit's templates and stylesheets, which are
 * strings to a minifier of scripts. A browser has less to read, and fewer nodes to make each time.
 */
import {transformSync} from 'esbuild';
import MagicString from 'magic-string';

/** Spaces beside these are never seen: they begin a line of their own. */
const BLOCKS = 'dd|details|div|dl|dt|fieldset|footer|form|h2|header|li|ol|p|section|summary|ul';
const BEFORE_BLOCK = new RegExp(`\\s+(?=</?(?:${BLOCKS})\\b)`, 'g');
const AFTER_BLOCK = new RegExp(`(</?(?:${BLOCKS})\\b[^<>]*>)\\s+`, 'g');

/** @typedef {{type: string, start: number, end: number, [key: string]: unknown}} Node */

/** @returns {import('rollup').Plugin} */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!/\/src\/components\/.*\.ts$/.test(id)) return null;
      const shorter = new MagicString(code);
      visit(/** @type {any} */ (this.parse(code)), ({tag, quasi}) => {
        const name = /** @type {Node | undefined} */ (tag)?.['name'];
        const minify = typeof name === 'string' ? MINIFIERS[name] : undefined;
        if (minify === undefined) return;
        const {quasis} = /** @type {{quasis: Node[]}} */ (/** @type {unknown} */ (quasi));
        for (const {start, end} of quasis) {
          if (start === end) continue;
          shorter.overwrite(start, end, minify(code.slice(start, end), quasis.length === 1));
        }
      });
      if (!shorter.hasChanged()) return null;
      return {code: shorter.toString(), map: shorter.generateMap({hires: 'boundary'})};
    },
  };
}

/** By the tags of the literals. @type {Readonly<Record<string, (text: string, isWhole: boolean) => string>>} */
const MINIFIERS = {
  html: minifyHtml,
  svg: minifyHtml,
  css: (text, isWhole) => (isWhole ? minifyCss(text) : text),
};

/**
 * A part of a template between two of its values: it may begin or end anywhere, in a tag, too.
 * @param {string} text
 */
export function minifyHtml(text) {
  return text.replace(/\s+/g, ' ').replace(BEFORE_BLOCK, '').replace(AFTER_BLOCK, '$1');
}

/**
 * What has escapes stays as it is: in a literal they would be the script's.
 * @param {string} text a whole stylesheet
 */
export function minifyCss(text) {
  const {code} = transformSync(text, {loader: 'css', minify: true, charset: 'utf8'});
  return `${text}${code}`.includes('\\') ? text : code.trim();
}

/**
 * @param {Node} node
 * @param {(node: Node) => void} enter
 */
function visit(node, enter) {
  enter(node);
  for (const part of Object.values(node).flat()) {
    const isNode = typeof part === 'object' && part !== null && 'type' in part;
    if (isNode) visit(/** @type {Node} */ (part), enter);
  }
}
