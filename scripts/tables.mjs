/**
 * `npm run tables`: writes the parts of the documentation that come from the code. They are in git, so
 * that GitHub and the tests of samples have them. Own, because the tables are this kit's.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {tsImport} from 'tsx/esm/api';
import {elementDescription, elementTables} from './lib/docs/elements-page.mjs';
import {code, docOf, formatted, table} from './lib/docs/markdown.mjs';
import {memberTables, membersOf} from './lib/docs/members.mjs';
import {typeChapters} from './lib/docs/types-page.mjs';
import {projectPath} from './lib/project-path.mjs';

/** The pages with generated parts. */
export const PAGES = ['controller', 'elements', 'simulator', 'types'].map(
  (name) => `docs/${name}.md`,
);

/** What is between `<!-- name:start -->`, or `<!-- name: of what -->`, and `<!-- name:end -->`. */
const BLOCK = /(<!-- (\w+):(?:start| ([^>]+)) -->)[\s\S]*?(<!-- \2:end -->)/g;

/** @type {Readonly<Record<string, (ofWhat: string) => string | Promise<string>>>} */
const BLOCKS = {
  commands: commandTable,
  description: elementDescription,
  element: elementTables,
  errors: errorTable,
  events: eventTable,
  members: memberTables,
  types: typeChapters,
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
/** One value for each way in which an event's value is read: they show which action a click asks for. */
const SAMPLES = ['', true, '1', {target: '6'}];

/**
 * The page with its generated parts as the code has them now.
 * @param {string} page
 */
export async function upToDate(page) {
  /** @type {string[]} */
  const texts = [];
  for (const [, , name = '', ofWhat = ''] of page.matchAll(BLOCK)) {
    const textOf = BLOCKS[name];
    if (textOf === undefined) throw new Error(`scripts/tables.mjs has no block ${name}.`);
    texts.push(await textOf(ofWhat));
  }
  return formatted(
    page.replaceAll(
      BLOCK,
      (_all, start, _name, _ofWhat, end) => `${start}\n\n${texts.shift()}\n\n${end}`,
    ),
  );
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
  const docs = readMembers('src/model/errors/call-card-error.ts', 'ERROR_CODES');
  const rows = Object.entries(/** @type {Record<string, boolean>} */ (ERROR_CODES)).map(
    ([name, retryable]) => [
      `\`${name}\``,
      docs[name]?.doc ?? '',
      retryable ? 'yes' : '',
      en[`error.${name}`],
    ],
  );
  return table(['Code', 'What went wrong', 'Try again', 'What an operator reads'], rows);
}

const NO_MEMBER = {type: '', doc: ''};

/**
 * The members of an interface or of an object: their types as they are written, and their comments.
 * @param {string} path
 * @param {string} name of the interface or the constant
 */
function readMembers(path, name) {
  const members = membersOf(path, name).map((member) => {
    const {name, type} = /** @type {import('typescript').PropertySignature} */ (member);
    const entry = {type: type?.getText() ?? '', doc: docOf(member)};
    return /** @type {const} */ ([name.getText().replaceAll("'", ''), entry]);
  });
  return /** @type {Record<string, {type: string, doc: string}>} */ (Object.fromEntries(members));
}

/** @param {string} path */
function load(path) {
  return tsImport(projectPath(path), import.meta.url);
}

if (process.argv[1] === import.meta.filename) {
  for (const path of PAGES.map((page) => projectPath(page))) {
    writeFileSync(path, await upToDate(readFileSync(path, 'utf8')));
  }
}
