/**
 * Own, since what the generators for Vue and Svelte write does not compile for these elements:
 * `Element["undefined"]` for attributes without a property, `CustomEvent<E>` for classes of events.
 *
 * The types of the elements in the templates of React, Vue and Svelte. Which properties, attributes
 * and events there are comes from the manifest; how each framework spells them is said here.
 */
import {elementsIn} from './package-manifest.mjs';

/**
 * @typedef {import('./package-manifest.mjs').Manifest} Manifest
 * @typedef {import('./package-manifest.mjs').Declaration} Declaration
 */

const MADE = 'Made from custom-elements.json by the build.';

/** What every framework's file is made of, but for its own part. */
const shared = `import type {ElementEvents, ElementProps, ElementSwitches} from './elements.js';

type Tag = keyof ElementProps;
type Props<T extends Tag> = ElementProps[T];
type Events<T extends Tag> = ElementEvents[T];`;

/** In Vue and Svelte \`false\` would become the attribute \`compact="false"\`, which is there. */
const withSwitches = `type Own<T extends Tag> = Omit<Props<T>, ElementSwitches[T]> & {
  [Name in ElementSwitches[T]]?: true | '' | null | undefined;
};`;

const react = `/** The elements in JSX of React 19. ${MADE} */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
${shared}

type Listeners<T extends Tag> = {
  [Name in keyof Events<T> & string as \`on\${Name}\`]?: ((event: Events<T>[Name]) => void) | undefined;
};
type Usual<T extends Tag> = DetailedHTMLProps<
  HTMLAttributes<HTMLElementTagNameMap[T]>,
  HTMLElementTagNameMap[T]
>;
/** The props of an element: \`CallCardProps<'call-notes'>\`. */
export type CallCardProps<T extends Tag> = Omit<Usual<T>, keyof Props<T>> & Props<T> & Listeners<T>;
type Elements = {[T in Tag]: CallCardProps<T>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

const vue = `/** The elements in templates of Vue 3. ${MADE} */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
${shared}
${withSwitches}

type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camel<Rest>>}\`
  : Name;
type Listeners<T extends Tag> = {
  [Name in keyof Events<T> & string as \`on\${Capitalize<Camel<Name>>}\`]?:
    | ((event: Events<T>[Name]) => void)
    | undefined;
};
/** The props of an element: \`CallCardProps<'call-notes'>\`. */
export type CallCardProps<T extends Tag> = Omit<HTMLAttributes, keyof Props<T>> &
  PublicProps &
  Own<T> &
  Listeners<T>;
type Elements = {
  [T in Tag]: new () => HTMLElementTagNameMap[T] & {
    $props: CallCardProps<T>;
    $emit: EmitFn<{[Name in keyof Events<T>]: (event: Events<T>[Name]) => void}>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
`;

const svelte = `/** The elements in templates of Svelte 5. ${MADE} */
import type {HTMLAttributes} from 'svelte/elements';
${shared}
${withSwitches}

type Listeners<T extends Tag> = {
  [Name in keyof Events<T> & string as \`on\${Name}\`]?: ((event: Events<T>[Name]) => void) | undefined;
};
type Usual<T extends Tag> = HTMLAttributes<HTMLElementTagNameMap[T]>;
/** The props of an element: \`CallCardProps<'call-notes'>\`. */
export type CallCardProps<T extends Tag> = Omit<Usual<T>, keyof Props<T>> & Own<T> & Listeners<T>;
type Elements = {[T in Tag]: CallCardProps<T>};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Elements {}
}
`;

/**
 * The files of types, by their names.
 * @param {Manifest} manifest
 * @returns {Record<string, string>}
 */
export function frameworkTypes(manifest) {
  // Only types, and yet something to import for whoever imports more than types.
  const nothing = 'export {};\n';
  return {
    'elements.d.ts': elementTypes([...elementsIn(manifest)]),
    'elements.js': nothing,
    'react.d.ts': react,
    'react.js': nothing,
    'vue.d.ts': vue,
    'vue.js': nothing,
    'svelte.d.ts': svelte,
    'svelte.js': nothing,
  };
}

/** @param {[string, Declaration][]} elements */
function elementTypes(elements) {
  const members = (/** @type {(element: Declaration) => string} */ write) =>
    elements.map(([tag, element]) => `  '${tag}': ${write(element)};`).join('\n');
  return `/** What can be set on the elements, and what they tell. ${MADE} */
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
    // An attribute is written as text, whatever the property behind it is.
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
