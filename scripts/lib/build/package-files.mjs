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
  writeJson('custom-elements.json', manifest);
  writeJson('vscode.html-custom-data.json', JSON.parse(getVsCodeHtmlCustomData(given, SHORT)));
  const css = JSON.parse(getVsCodeCssCustomData(given, SHORT));
  for (const list of ['properties', 'pseudoElements']) css[list] = uniqueByName(css[list]);
  writeJson('vscode.css-custom-data.json', css);
  const {contributions, ...rest} = JSON.parse(getWebTypesData(given, webTypes));
  for (const list of ['properties', 'pseudo-elements'])
    contributions.css[list] = uniqueByName(contributions.css[list]);
  writeJson('web-types.json', {...rest, contributions});
  for (const [name, text] of Object.entries(frameworkTypes(manifest))) write(name, text);
}

/**
 * What several elements have is offered once, as the first of them describes it.
 * @param {{name: string}[]} list
 */
function uniqueByName(list) {
  return list.filter(({name}, index) => list.findIndex((each) => each.name === name) === index);
}

/**
 * @param {string} name
 * @param {unknown} content
 */
function writeJson(name, content) {
  write(name, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  writeFileSync(projectPath('dist', name), text);
}
