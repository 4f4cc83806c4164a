/** `npm run tables`: writes the README's tables of commands and events from the code's tables. */
import {readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {tsImport} from 'tsx/esm/api';
import ts from 'typescript';
import {isMainScript} from './is-main-script.mjs';
import {projectPath} from './project-path.mjs';

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
 * The README with its tables as the code has them now.
 * @param {string} readme
 */
export async function withTables(readme) {
  const filled = fill(fill(readme, 'commands', await commandTable()), 'events', await eventTable());
  const config = await resolveConfig(projectPath('README.md'));
  return format(filled, {...config, parser: 'markdown'});
}

async function commandTable() {
  const {CARD_COMMANDS} = await load('src/model/card-command.ts');
  const parameters = memberTypes('src/model/card-command.ts', 'CardCommandParameters');
  const rows = Object.entries(/** @type {WireTable} */ (CARD_COMMANDS)).map(([name, entry]) => [
    `\`${name}\``,
    `\`${entry.wire}\``,
    PLACEMENTS[entry.placement] ?? '',
    parameters[name] === 'NoParameters' ? '' : code(parameters[name]),
    ANSWERS[entry.answer ?? ''] ?? '',
  ]);
  return table(['Command', 'On the wire', 'Placement', 'Parameters', 'The portal answers'], rows);
}

async function eventTable() {
  const {CARD_EVENTS, readCardEvent} = await load('src/model/card-event.ts');
  const values = memberTypes('src/model/card-event.ts', 'CardEventValues');
  const rows = Object.entries(/** @type {WireTable} */ (CARD_EVENTS)).map(([name, entry]) => {
    const actions = SAMPLES.map((sample) => readCardEvent(name, sample).action?.name);
    const action = actions.find((asked) => asked !== undefined);
    return [
      `\`${name}\``,
      `\`${entry.wire}\``,
      values[name] === 'null' ? '' : code(values[name]),
      action === undefined ? '' : `\`${action}\``,
    ];
  });
  return table(['Event', 'On the wire', 'Value', 'Action'], rows);
}

/**
 * The members of an interface and their types as they are written.
 * @param {string} path
 * @param {string} name
 */
function memberTypes(path, name) {
  const text = readFileSync(projectPath(path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`${path} has no ${name}`);
  /** @type {Record<string, string>} */
  const types = {};
  for (const member of found.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    types[member.name.getText(source)] = member.type.getText(source);
  }
  return types;
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
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
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

if (isMainScript(import.meta.url)) {
  const path = projectPath('README.md');
  writeFileSync(path, await withTables(readFileSync(path, 'utf8')));
}
