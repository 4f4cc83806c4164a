/**
 * The page of the elements: what the manifest says of each, with an example that a test runs and a live one.
 * Own, because generators of Markdown from a manifest have no place for examples.
 */
import {code, formatted, inOneLine, table} from './markdown.mjs';
import {createManifest, elementsIn} from '../build/package-manifest.mjs';

/** Above what is generated. */
const INTRODUCTION = `# The elements

\`npm run tables\` writes this page from the sources. In the site (\`npm run docs\`), each element has a live
example. [Theming](theming.md) explains the custom properties.
`;
/**
 * The examples: in which call, what must be on screen, the tags, and some states of the gallery for the
 * site, the first of which is shown.
 * @type {Record<string, {said: string, code: string, live?: string}>}
 */
const EXAMPLES = {
  'call-card-context': {
    said: 'shows="030 123456"',
    code: '<call-card-context theme="auto" compact>\n  <call-summary></call-summary>\n</call-card-context>',
  },
  'call-summary': {
    said: 'shows="030 123456|Berlin"',
    code: '<call-summary></call-summary>',
    live: 'height="130" states="muted-and-held tab campaign hidden-number silent-portal"',
  },
  'crm-entity-panel': {
    said: 'shows="Klaus Weber|Drinking water system"',
    code: '<crm-entity-panel></crm-entity-panel>\n<crm-entity-panel entity-type="DEAL" entity-id="25"></crm-entity-panel>',
    live: 'height="460" states="contact deal callers not-linked no-access formatters"',
  },
  'call-state-controls': {
    said: 'beside="worker" steps="incoming" shows="Answer"',
    code: '<call-state-controls controls="operator" shortcuts></call-state-controls>',
    live: 'height="260" states="shortcuts ui-incoming transfer dial-pad refused tab"',
  },
  'call-notes': {
    said: 'shows="Note about the call|What was agreed?"',
    code: '<call-notes placeholder="What was agreed?">\n  <option value="sold">Sold</option>\n  <option value="call-back">Call back</option>\n</call-notes>',
    live: 'height="260" states="results empty saved offline not-linked"',
  },
};

/** The page as the sources have it now, formatted. */
export async function elementsPage() {
  const elements = elementsIn(await createManifest());
  const sections = [...elements].map(([tag, declaration]) => sectionOf(tag, declaration));
  return formatted([INTRODUCTION, ...sections].join('\n\n'));
}

/**
 * @param {string} tag
 * @param {import('../build/package-manifest.mjs').Declaration} declaration
 */
function sectionOf(tag, declaration) {
  const example = EXAMPLES[tag];
  if (example === undefined)
    throw new Error(`scripts/lib/docs/elements-page.mjs has no example of <${tag}>.`);
  const {members = [], attributes = []} = declaration;
  const documented = members.filter(({description}) => description);
  const properties = documented.filter(({kind}) => kind === 'field');
  const methods = documented.filter(({kind}) => kind === 'method');
  return [
    `## \`<${tag}>\``,
    example.live && `<LiveExample element="${tag}" ${example.live} />`,
    plainText(declaration.description ?? ''),
    `<!-- sample: ${example.said} -->\n\n\`\`\`html\n${example.code}\n\`\`\``,
    typedList(
      'Attribute',
      attributes.map((each) => ({...each, ...memberOf(each, members)})),
    ),
    typedList(
      'Property',
      properties.filter(({name}) => !attributes.some((each) => each.fieldName === name)),
    ),
    list('Method', methods, (name) => `${name}()`),
    list('Event', declaration.events),
    list('Slot', declaration.slots, (name) => name || '(default)'),
    list('Part', declaration.cssParts),
    list('Custom property', declaration.cssProperties),
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
 * The field behind an attribute, without its own name and description.
 * @param {import('../build/package-manifest.mjs').Attribute} attribute
 * @param {readonly import('../build/package-manifest.mjs').Member[]} members
 */
function memberOf({fieldName}, members) {
  const {type, default: value} = members.find(({name}) => name === fieldName) ?? {};
  return {...(type && {type}), ...(value !== undefined && {default: value})};
}

/**
 * @param {string} title
 * @param {readonly import('../build/package-manifest.mjs').Named[]} [entries]
 * @param {(name: string) => string} [shown]
 */
function list(title, entries = [], shown = (name) => name) {
  if (entries.length === 0) return '';
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
  if (entries.length === 0) return '';
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
