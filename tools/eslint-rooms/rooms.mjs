/** The rooms of src/ and who may import whom. What is not in these tables is forbidden. */

/**
 * @typedef {object} Room
 * @property {string} name what other rooms call it
 * @property {RegExp} files its files, as paths inside src/
 * @property {string[]} imports the rooms that it may import, besides itself
 * @property {RegExp} [packages] the packages that it may import; none otherwise
 */

const everythingBelow = [
  'model',
  'port',
  'portal',
  'crm',
  'hub',
  'controller',
  'softphone',
  'events',
  'i18n',
  'startup',
  'components/shared',
  'components',
];
const belowElements = ['startup', 'controller', 'hub', 'crm', 'events', 'model', 'i18n'];
const lit = /^(lit|@lit\/(context|task|localize))($|\/)/;

/**
 * The first room whose pattern matches owns the file.
 * @type {readonly Room[]}
 */
export const rooms = [
  {name: 'model', files: /^model\//, imports: []},
  {name: 'i18n', files: /^i18n\//, imports: ['model'], packages: /^@lit\/localize($|\/)/},
  {name: 'port', files: /^portal\/portal\.ts$/, imports: ['model']},
  {
    name: 'portal',
    files: /^portal\//,
    imports: ['model', 'port'],
    packages: /^@bitrix24\/b24jssdk$/,
  },
  {name: 'crm', files: /^crm\//, imports: ['model', 'port']},
  {name: 'hub', files: /^hub\//, imports: ['model']},
  {name: 'controller', files: /^controller\//, imports: ['model', 'crm', 'port', 'hub']},
  {name: 'softphone', files: /^softphone\//, imports: ['model', 'controller']},
  {name: 'events', files: /^events\//, imports: ['model', 'controller'], packages: lit},
  {
    name: 'startup',
    files: /^startup\//,
    imports: ['model', 'port', 'portal', 'controller'],
  },
  {
    name: 'components/shared',
    files: /^components\/shared\//,
    imports: belowElements,
    packages: lit,
  },
  {
    name: 'components',
    files: /^components\//,
    imports: [...belowElements, 'components/shared'],
    packages: /^(lit|@lit\/(context|task|localize)|libphonenumber-js)($|\/)/,
  },
  {
    name: 'simulator/node',
    files: /^simulator\/node\//,
    imports: ['model', 'simulator'],
    packages: /^node:/,
  },
  {name: 'simulator', files: /^simulator\//, imports: ['model']},
  {name: 'adapter', files: /^(b24jssdk|bx24)\.ts$/, imports: ['model', 'port', 'portal']},
  // The only entry that another one loads: the drop-in file registers the elements as define does.
  {name: 'define', files: /^define\.ts$/, imports: everythingBelow},
  {
    name: 'drop-in',
    files: /^drop-in\.ts$/,
    imports: [...everythingBelow, 'define'],
  },
  {name: 'index', files: /^index\.ts$/, imports: everythingBelow, packages: lit},
  {name: 'worker', files: /^worker\.ts$/, imports: everythingBelow},
];

/**
 * Why one file may not import another, or undefined when it may. Paths are inside src/.
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined}
 */
export function whyNotImport(from, to) {
  const importer = roomOf(from);
  const imported = roomOf(to);
  if (!importer) return `${from} is in no room`;
  if (!imported) return `${to} is in no room`;
  if (importer === imported) {
    const [ours, theirs] = [elementFolder(from), elementFolder(to)];
    if (ours === theirs) return undefined;
    return `an element does not import another one's folder, here ${theirs}`;
  }
  if (importer.imports.includes(imported.name)) return undefined;
  return `${importer.name} may not import ${imported.name}, only ${list(importer.imports)}`;
}

/**
 * Why a file may not import a package, or undefined when it may.
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
export function whyNotImportPackage(from, name) {
  const importer = roomOf(from);
  if (!importer) return `${from} is in no room`;
  if (importer.packages?.test(name)) return undefined;
  return `${importer.name} may not import the package ${name}`;
}

/** @param {string} path inside src/ */
function roomOf(path) {
  return rooms.find(({files}) => files.test(path));
}

/**
 * The element that a file belongs to; the other rooms are not divided.
 * @param {string} path inside src/
 */
function elementFolder(path) {
  return /^components\/[^/]+/.exec(path)?.[0];
}

/** @param {string[]} names */
function list(names) {
  return names.length > 0 ? names.join(', ') : 'itself';
}
