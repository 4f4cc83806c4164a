/** What the analyzer reads from the sources: the content of custom-elements.json. */
// @ts-expect-error -- the package says nothing of its types
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {projectPath} from '../project-path.mjs';

/**
 * What is used of https://github.com/webcomponents/custom-elements-manifest.
 * @typedef {{name: string, description?: string | undefined}} Named
 * @typedef {Named & {type?: {text: string}, default?: string}} Typed
 * @typedef {Typed & {fieldName?: string}} Attribute
 * @typedef {Typed & {kind: 'field' | 'method', privacy?: string, static?: boolean,
 *   readonly?: boolean, attribute?: string, inheritedFrom?: object}} Member
 *
 * @typedef {object} Declaration
 * @property {string} kind
 * @property {string} name
 * @property {string} [tagName] only an element has one
 * @property {string} [description]
 * @property {{name: string, package?: string, module?: string}} [superclass]
 * @property {Attribute[]} [attributes]
 * @property {Member[]} [members]
 * @property {Typed[]} [events]
 * @property {Named[]} [slots]
 * @property {Named[]} [cssParts]
 * @property {Named[]} [cssProperties]
 *
 * @typedef {object} Module
 * @property {string} kind
 * @property {string} path
 * @property {Declaration[]} [declarations]
 * @property {{kind: string, name: string, declaration: {name: string, module?: string}}[]} [exports]
 *
 * @typedef {{modules: Module[]}} Manifest
 */

/** @returns {Promise<Manifest>} */
export function createManifest() {
  return cli({argv: ['analyze', '--quiet'], cwd: projectPath('.'), noWrite: true});
}

/**
 * The elements of a manifest, by their tags.
 * @param {Manifest} manifest
 * @returns {Map<string, Declaration>}
 */
export function elementsIn({modules}) {
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  return new Map(
    declarations.flatMap((each) => (each.tagName === undefined ? [] : [[each.tagName, each]])),
  );
}
