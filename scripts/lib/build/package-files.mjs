/**
 * Writes beside the built modules what is made from the manifest: the manifest itself, data for
 * editors, and types for frameworks.
 */
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';
import {writeFileSync} from 'node:fs';
import {createManifest} from './package-manifest.mjs';
import {frameworkTypes} from './package-types.mjs';
import {projectPath} from '../project-path.mjs';

/** In the elements' descriptions: what has its own place in an editor is not said twice. */
const SHORT = {hideCssPropertiesDocs: true, hideLogs: true};

/** What is made from the manifest. */
export async function writeManifestFiles() {
  const manifest = await createManifest();
  // The generators ask for more of the schema than the manifest has to have.
  const given = /** @type {any} */ (manifest);
  const webTypes = {
    ...SHORT,
    modulePathTemplate: (/** @type {string} */ _, /** @type {string} */ path) =>
      path.replace('dist/', './'),
  };
  write('custom-elements.json', manifest);
  write('vscode.html-custom-data.json', JSON.parse(getVsCodeHtmlCustomData(given, SHORT)));
  const css = JSON.parse(getVsCodeCssCustomData(given, SHORT));
  offerOnce(css, ['properties', 'pseudoElements']);
  write('vscode.css-custom-data.json', css);
  const types = JSON.parse(getWebTypesData(given, webTypes));
  offerOnce(types.contributions.css, ['properties', 'pseudo-elements']);
  write('web-types.json', types);
  for (const [name, text] of Object.entries(frameworkTypes(manifest))) write(name, text);
}

/**
 * What several elements have is offered once, as the first of them describes it.
 * @param {Record<string, {name: string}[]>} css
 * @param {readonly string[]} lists
 */
function offerOnce(css, lists) {
  for (const name of lists) {
    const list = css[name] ?? [];
    css[name] = list.filter((one, index) => list.findIndex((it) => it.name === one.name) === index);
  }
}

/**
 * @param {string} name
 * @param {unknown} content text, or what is written as JSON
 */
function write(name, content) {
  const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(projectPath('dist', name), text);
}
