/**
 * `npm run tables`: writes what the documentation has from the code: the tables of commands, events and
 * errors, the members of the simulator's classes, the page of the elements and the page of types.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {tsImport} from 'tsx/esm/api';
import ts from 'typescript';
import {elementsPage} from './docs-elements.mjs';
import {pageWithMembers} from './docs-members.mjs';
import {formatted, table} from './docs-markdown.mjs';
import {typesPage} from './docs-reference.mjs';
import {projectPath} from './lib/project-path.mjs';

/**
 * The pages with generated parts: each as it is to be, from what it is now.
 * @type {Readonly<Record<string, (page: string) => Promise<string>>>}
 */
export const GENERATED = {
  'docs/controller.md': withTables,
  'docs/elements.md': elementsPage,
  'docs/simulator.md': pageWithMembers,
  'docs/types.md': typesPage,
};

/** @typedef {Record<string, {wire: string, placement: string, answer?: string}>} WireTable */

const PLACEMENTS = /** @type {Record<string, string>} */ ({
  'call-card': '`CALL_CARD`',
  'background-worker': '`PAGE_BACKGROUND_WORKER`',
});
const ANSWERS = /** @type {Record<string, string>} */ ({
  acknowledgement: '`[]`',
  none: 'none: silence is success',
  value: 'the value',
});
/** One value for each way in which an event's value is read, to learn what a click asks for. */
const SAMPLES = ['', true, '1', {target: '6'}];

/**
 * The page with its tables as the code has them now.
 * @param {string} page
 */
async function withTables(page) {
  const tables = {
    commands: await commandTable(),
    events: await eventTable(),
    errors: await errorTable(),
  };
  const filled = Object.entries(tables).reduce(
    (text, [name, content]) => fill(text, name, content),
    page,
  );
  return formatted(filled);
}

async function commandTable() {
  const {CARD_COMMANDS} = await load('src/model/card/card-command.ts');
  const errorsOf = await errorReader();
  const members = readMembers('src/model/card/card-command.ts', 'CardCommandParameters');
  const rows = Object.entries(/** @type {WireTable} */ (CARD_COMMANDS)).map(([name, entry]) => {
    const {type, doc} = members[name] ?? NO_MEMBER;
    return [
      `\`${name}\``,
      doc,
      type === 'NoParameters' ? '' : code(type),
      `\`${entry.wire}\``,
      PLACEMENTS[entry.placement] ?? '',
      ANSWERS[entry.answer ?? ''] ?? '',
      errorsOf(name, entry)
        .map((error) => `\`${error}\``)
        .join(' '),
    ];
  });
  return table(
    [
      'Command',
      'What it does',
      'Parameters',
      'On the wire',
      'Placement',
      'The portal answers',
      'Fails with',
    ],
    rows,
  );
}

/** Tells which errors are a command's own. Any of them may be `unsupported` or `disconnected`. */
async function errorReader() {
  const {rejectionOf} = await load('src/controller/commands/run-command.ts');
  const {commandsIn} = await load('src/controller/availability.ts');
  return (/** @type {string} */ name, /** @type {WireTable[string]} */ entry) => {
    const withNothing = rejectionOf({name, parameters: {}}, {status: 'available'});
    const withoutCard = commandsIn({kind: entry.placement}, null, {status: 'closed'})[name];
    return [
      ...(withNothing ? [withNothing.code] : []),
      ...(withoutCard.status === 'unavailable' ? [withoutCard.reason] : []),
      ...(entry.answer === 'none' ? [] : ['timeout']),
    ];
  };
}

async function eventTable() {
  const {CARD_EVENTS, readCardEvent} = await load('src/model/card/card-event.ts');
  const members = readMembers('src/model/card/card-event.ts', 'CardEventValues');
  const rows = Object.entries(/** @type {WireTable} */ (CARD_EVENTS)).map(([name, entry]) => {
    const actions = SAMPLES.map((sample) => readCardEvent(name, sample).action?.name);
    const action = actions.find((asked) => asked !== undefined);
    const {type, doc} = members[name] ?? NO_MEMBER;
    return [
      `\`${name}\``,
      doc,
      type === 'null' ? '' : code(type),
      action === undefined ? '' : `\`${action}\``,
      `\`${entry.wire}\``,
      PLACEMENTS[entry.placement] ?? '',
    ];
  });
  return table(['Event', 'What it says', 'Value', 'Action', 'On the wire', 'Placement'], rows);
}

async function errorTable() {
  const {ERROR_CODES} = await load('src/model/errors/call-card-error.ts');
  const {en} = await load('src/i18n/languages/en.ts');
  const docs = readProperties('src/model/errors/call-card-error.ts', 'ERROR_CODES');
  const rows = Object.entries(/** @type {Record<string, boolean>} */ (ERROR_CODES)).map(
    ([name, retryable]) => [
      `\`${name}\``,
      docs[name] ?? '',
      retryable ? 'yes' : '',
      en[`error.${name}`],
    ],
  );
  return table(['Code', 'What went wrong', 'Try again', 'What an operator reads'], rows);
}

const NO_MEMBER = {type: '', doc: ''};

/**
 * The members of an interface: their types as they are written, and what is said of them.
 * @param {string} path
 * @param {string} name
 */
function readMembers(path, name) {
  const source = parse(path);
  const found = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`${path} has no ${name}`);
  /** @type {Record<string, {type: string, doc: string}>} */
  const members = {};
  for (const member of found.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    members[member.name.getText(source)] = {
      type: member.type.getText(source),
      doc: docOf(member),
    };
  }
  return members;
}

/**
 * The properties of an object: what is said of them.
 * @param {string} path
 * @param {string} name of the constant
 */
function readProperties(path, name) {
  const source = parse(path);
  const value = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({declarationList}) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText(source) === name)?.initializer;
  const object = value && ts.isAsExpression(value) ? value.expression : value;
  if (!object || !ts.isObjectLiteralExpression(object)) {
    throw new Error(`${path} has no object ${name}`);
  }
  return Object.fromEntries(
    object.properties.map((property) => [
      property.name?.getText(source).replaceAll("'", '') ?? '',
      docOf(property),
    ]),
  );
}

/** @param {string} path */
function parse(path) {
  const text = readFileSync(projectPath(path), 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** @param {ts.Node} node */
function docOf(node) {
  return ts.getJSDocCommentsAndTags(node).map(commentOf).join(' ');
}

/** @param {ts.Node & {comment?: string | ts.NodeArray<ts.JSDocComment>}} doc */
function commentOf({comment}) {
  return (ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\s+/g, ' ');
}

/** @param {string} path */
function load(path) {
  return tsImport(projectPath(path), import.meta.url);
}

/** @param {string} [type] */
function code(type = '') {
  return `\`${type.replaceAll('readonly ', '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}

/**
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
function fill(text, name, content) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${start} … ${end} is missing`);
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, generate] of Object.entries(GENERATED)) {
    writeFileSync(projectPath(path), await generate(readFileSync(projectPath(path), 'utf8')));
  }
}
