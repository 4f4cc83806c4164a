/**
 * What the page of the elements has from the manifest: of each element its description and its tables. Own,
 * because generators of Markdown from a manifest have no place for the examples between them.
 */
import {code, inOneLine, table} from './markdown.mjs';
import {createManifest, elementsIn} from '../build/package-manifest.mjs';

/** @type {ReturnType<typeof createManifest> | undefined} */
let manifest;

/** @param {string} tag */
async function elementOf(tag) {
  const element = elementsIn(await (manifest ??= createManifest())).get(tag);
  if (element === undefined) throw new Error(`The manifest has no element <${tag}>.`);
  return element;
}

/** @param {string} tag */
export async function elementDescription(tag) {
  return plainText((await elementOf(tag)).description ?? '');
}

/** @param {string} tag */
export async function elementTables(tag) {
  const {members = [], attributes = [], ...element} = await elementOf(tag);
  const documented = members.filter(({description}) => description);
  const properties = documented.filter(({kind}) => kind === 'field');
  const methods = documented.filter(({kind}) => kind === 'method');
  return [
    typedList('Attribute', attributes),
    typedList(
      'Property',
      properties.filter(({name}) => !attributes.some((each) => each.fieldName === name)),
    ),
    list('Method', methods, (name) => `${name}()`),
    list('Event', element.events),
    list('Slot', element.slots, (name) => name || '(default)'),
    list('Part', element.cssParts),
    list('Custom property', element.cssProperties),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * Without the samples of the sources, which are parts of pages.
 * @param {string} description
 */
function plainText(description) {
  return description
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * @param {string} title
 * @param {readonly import('../build/package-manifest.mjs').Named[]} [entries]
 * @param {(name: string) => string} [shown]
 */
function list(title, entries = [], shown = (name) => name) {
  return table(
    [title, ''],
    entries.map(({name, description}) => [code(shown(name)), described(description)]),
  );
}

/**
 * With types and defaults. What is `null` or empty by default is simply not there.
 * @param {string} title
 * @param {readonly (import('../build/package-manifest.mjs').Typed & {readonly?: boolean})[]} entries
 */
function typedList(title, entries) {
  const rows = entries.map(({name, description, type: {text} = {text: ''}, readonly, ...rest}) => {
    const value = rest.default ?? (text === 'boolean' ? 'false' : '');
    const type = code(text.replace(/ \| (null|undefined)$/, ''));
    return [
      code(name),
      readonly ? `${type}, read-only` : type,
      code(/^(null|''|\{\}|\[\])$/.test(value) ? '' : value),
      described(description),
    ];
  });
  return table([title, 'Type', 'Default', ''], rows);
}

/** @param {string} [description] */
function described(description = '') {
  return inOneLine(plainText(description));
}
