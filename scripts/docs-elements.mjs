/** The page of the elements: what the manifest says of each, with an example that a test runs. */
import {readFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {createManifest, elementsIn} from './package-manifest.mjs';
import {projectPath} from './project-path.mjs';

/** Where the page is. */
export const ELEMENTS_PAGE = 'docs/elements.md';
/** Above what is generated. */
const INTRODUCTION = `# The elements

\`npm run docs\` writes this page from what the sources say, and puts a live example of each element
into the site. The custom properties are in [Theming](theming.md), too.
`;
/**
 * The examples: in which call, what must be on screen, and the tags.
 * @type {Record<string, {said: string, code: string}>}
 */
const EXAMPLES = {
  'call-card-context': {
    said: 'shows="030 123456"',
    code: '<call-card-context theme="auto" compact>\n  <call-summary></call-summary>\n</call-card-context>',
  },
  'call-summary': {said: 'shows="030 123456|Berlin"', code: '<call-summary></call-summary>'},
  'crm-entity-panel': {
    said: 'shows="Klaus Weber|Drinking water system"',
    code: '<crm-entity-panel></crm-entity-panel>\n<crm-entity-panel entity-type="DEAL" entity-id="25"></crm-entity-panel>',
  },
  'call-state-controls': {
    said: 'beside="worker" steps="incoming" shows="Answer"',
    code: '<call-state-controls controls="operator" shortcuts></call-state-controls>',
  },
  'call-notes': {
    said: 'shows="Note about the call|What was agreed?"',
    code: '<call-notes placeholder="What was agreed?">\n  <option value="sold">Sold</option>\n  <option value="call-back">Call back</option>\n</call-notes>',
  },
};

/** The page as the sources have it now, formatted. */
export async function elementsPage() {
  const elements = elementsIn(await createManifest());
  const sections = [...elements].map(([tag, declaration]) => sectionOf(tag, declaration));
  const config = await resolveConfig(projectPath(ELEMENTS_PAGE));
  return format([INTRODUCTION, ...sections].join('\n\n'), {...config, parser: 'markdown'});
}

export function presentElementsPage() {
  return readFileSync(projectPath(ELEMENTS_PAGE), 'utf8');
}

/**
 * @param {string} tag
 * @param {import('./package-manifest.mjs').Declaration} declaration
 */
function sectionOf(tag, declaration) {
  const example = EXAMPLES[tag];
  if (example === undefined)
    throw new Error(`scripts/docs-elements.mjs has no example of <${tag}>.`);
  const {members = [], attributes = []} = declaration;
  const open = members.filter(
    ({name, privacy, inheritedFrom, static: isStatic}) =>
      privacy !== 'private' && !isStatic && !inheritedFrom && !name.startsWith('#'),
  );
  const properties = open.filter(({kind, description}) => kind === 'field' && description);
  const methods = open.filter(({kind, description}) => kind === 'method' && description);
  return [
    `## \`<${tag}>\``,
    plainText(declaration.description ?? ''),
    `<!-- sample: ${example.said} -->\n\n\`\`\`html\n${example.code}\n\`\`\``,
    table('Attribute', attributes),
    table(
      'Property',
      properties.filter(({name}) => !attributes.some((each) => each.fieldName === name)),
    ),
    table(
      'Method',
      methods.map((method) => ({...method, name: `${method.name}()`})),
    ),
    table('Event', declaration.events),
    table(
      'Slot',
      declaration.slots?.map(({name, ...rest}) => ({...rest, name: name || '(default)'})),
    ),
    table('Part', declaration.cssParts),
    table('Custom property', declaration.cssProperties),
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
 * @param {readonly {name: string, description?: string | undefined}[]} [rows]
 */
function table(title, rows = []) {
  if (rows.length === 0) return '';
  const lines = rows.map(({name, description}) => `| \`${name}\` | ${inOneLine(description)} |`);
  return [`| ${title} | |`, '| --- | --- |', ...lines].join('\n');
}

/** @param {string} [text] */
function inOneLine(text = '') {
  return plainText(text).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
