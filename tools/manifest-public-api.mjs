/**
 * A plugin of the manifest's analyzer that leaves what an integrator can use: no private members, no
 * events guessed from `dispatchEvent`, files as they are published. Own, because what is public here is
 * decided by this kit's own folders and events.
 */

/**
 * @typedef {import('../scripts/lib/build/package-manifest.mjs').Manifest} Manifest
 * @typedef {import('../scripts/lib/build/package-manifest.mjs').Module} Module
 * @typedef {import('../scripts/lib/build/package-manifest.mjs').Declaration} Declaration
 */

/** Where the elements are registered. */
const DEFINE = 'dist/entries/define.js';

/** @returns {{name: string, packageLinkPhase: (phase: {customElementsManifest: Manifest}) => void}} */
export function publicApi() {
  return {
    name: 'public-api',
    packageLinkPhase({customElementsManifest: manifest}) {
      const eventClasses = eventClassesIn(manifest);
      // The analyzer finds files in the order in which the disk has answered.
      const modules = manifest.modules.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      manifest.modules = modules.flatMap((module) => publishedModule(module, eventClasses));
      manifest.modules.push(definitionsOf(manifest));
    },
  };
}

/**
 * The module with its public classes; nothing when it has none.
 * @param {Module} module
 * @param {ReadonlyMap<string, string>} eventClasses
 * @returns {Module[]}
 */
function publishedModule(module, eventClasses) {
  const events = [...eventClasses.values()];
  const classes = (module.declarations ?? []).filter(
    (each) => isElement(each) || events.includes(each.name),
  );
  if (classes.length === 0) return [];
  const names = new Set(classes.map(({name}) => name));
  for (const each of classes) if (isElement(each)) trim(each, eventClasses);
  const path = published(module.path);
  const exports = (module.exports ?? [])
    .filter(({name}) => names.has(name))
    .map((each) => ({...each, declaration: {...each.declaration, module: path}}));
  return [{...module, path, declarations: classes, exports}];
}

/**
 * The names of events with the classes that they are instances of.
 * @param {Manifest} manifest
 */
function eventClassesIn({modules}) {
  const classes = new Map();
  for (const {declarations = []} of modules) {
    for (const each of declarations) {
      // A request has the name of the notification that comes of it, which it inherits.
      const own = (each.members ?? []).filter(({inheritedFrom}) => inheritedFrom === undefined);
      const type = own.find(({name, static: isStatic}) => isStatic && name === 'type');
      const name = /^'([\w-]+)'$/.exec(type?.default ?? '')?.[1];
      if (name !== undefined) classes.set(name, each.name);
    }
  }
  return classes;
}

/**
 * @param {Declaration} element
 * @param {ReadonlyMap<string, string>} eventClasses
 */
function trim(element, eventClasses) {
  element.members = (element.members ?? []).filter(
    (member) => member.privacy !== 'private' && !member.static,
  );
  for (const member of element.members) delete member.inheritedFrom;
  element.events = (element.events ?? [])
    .filter(({name, description}) => name !== undefined && description !== undefined)
    .map((event) => ({...event, type: {text: eventClasses.get(event.name) ?? 'Event'}}));
  // What an attribute is about is said once, at the attribute or at its property.
  for (const attribute of element.attributes ?? []) {
    const field = element.members.find(({name}) => name === attribute.fieldName);
    if (field === undefined) continue;
    field.description ??= attribute.description;
    // The analyzer finds the value of a constant for a property only.
    Object.assign(attribute, {type: field.type, default: field.default});
  }
  // The elements' own base class is not published.
  element.superclass = {name: 'LitElement', package: 'lit'};
}

/**
 * @param {Manifest} manifest
 * @returns {Module}
 */
function definitionsOf({modules}) {
  const exports = modules.flatMap(({path, declarations = []}) =>
    declarations.filter(isElement).map(({name, tagName = ''}) => ({
      kind: 'custom-element-definition',
      name: tagName,
      declaration: {name, module: path},
    })),
  );
  return {kind: 'javascript-module', path: DEFINE, declarations: [], exports};
}

/** @param {Declaration} declaration */
function isElement({tagName}) {
  return tagName !== undefined;
}

/** @param {string} path */
function published(path) {
  return path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
}
