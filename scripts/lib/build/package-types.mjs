/**
 * The types of the elements in the templates of React, Vue and Svelte: elements.d.ts is made from the
 * manifest, and types/ says how each framework spells them. Own, since what the generators for Vue and
 * Svelte write does not compile for these elements: `Element["undefined"]` for attributes without a
 * property, `CustomEvent<E>` for classes of events.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {elementsIn} from './package-manifest.mjs';

/**
 * @typedef {import('./package-manifest.mjs').Manifest} Manifest
 * @typedef {import('./package-manifest.mjs').Declaration} Declaration
 */

/** Where the types of each framework are written by hand, upon those of the elements. */
const FRAMEWORKS = ['react', 'vue', 'svelte'];

/**
 * The files of types, by their names.
 * @param {Manifest} manifest
 * @returns {Record<string, string>}
 */
export function frameworkTypes(manifest) {
  const types = FRAMEWORKS.map((name) => [`${name}.d.ts`, handWritten(name)]);
  // An app may import a value, too, beside the types: each has a module that exports none.
  const modules = ['elements', ...FRAMEWORKS].map((name) => [`${name}.js`, 'export {};\n']);
  return Object.fromEntries([
    ['elements.d.ts', elementTypes([...elementsIn(manifest)])],
    ...types,
    ...modules,
  ]);
}

/** @param {string} framework */
function handWritten(framework) {
  return readFileSync(join(import.meta.dirname, 'types', `${framework}.d.ts`), 'utf8');
}

/** @param {[string, Declaration][]} elements */
function elementTypes(elements) {
  const members = (/** @type {(element: Declaration) => string} */ write) =>
    elements.map(([tag, element]) => `  '${tag}': ${write(element)};`).join('\n');
  return `/** What can be set on the elements, and what they tell. Made from custom-elements.json by the build. */
import type * as kit from './entries/index.js';

/** Properties and attributes. */
export interface ElementProps {
${members((element) => object([...properties(element), ...attributes(element)]))}
}

/** Events with their classes. */
export interface ElementEvents {
${members((element) => object(events(element)))}
}

/** Attributes that are either there or not, and that no property stands for. */
export interface ElementSwitches {
${members((element) => switches(element).join(' | ') || 'never')}
}
`;
}

/** @param {Declaration} element */
function properties({name: className, members = []}) {
  const settable = members.filter(({kind, readonly}) => kind === 'field' && readonly !== true);
  return settable.map(({name, description}) =>
    member(name, `kit.${className}['${name}'] | undefined`, description),
  );
}

/** @param {Declaration} element */
function attributes({members = [], attributes: all = []}) {
  const own = all.filter(({name}) => members.every((each) => each.name !== name));
  return own.map(({name, type, description, fieldName}) => {
    const written = type?.text === 'boolean' ? "boolean | ''" : (type?.text ?? 'string');
    // An attribute is written as text, also when its property is of another type.
    const text = fieldName === undefined || written.includes('string') ? '' : ' | string';
    return member(name, `${written}${text} | undefined`, description);
  });
}

/** @param {Declaration} element */
function events({events: all = []}) {
  return all.map(({name, type, description}) =>
    member(name, `kit.${type?.text ?? 'Event'}`, description, ''),
  );
}

/** @param {Declaration} element */
function switches({attributes: all = []}) {
  return all.flatMap(({name, type, fieldName}) =>
    type?.text === 'boolean' && fieldName === undefined ? [`'${name}'`] : [],
  );
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} [description]
 */
function member(name, type, description = '', mark = '?') {
  const doc = description.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /');
  const key = /^\w+$/.test(name) ? name : `'${name}'`;
  return `    /** ${doc} */\n    ${key}${mark}: ${type};`;
}

/** @param {string[]} members */
function object(members) {
  return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n  }`;
}
