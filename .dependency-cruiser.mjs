/**
 * Who may import whom, checked by `npm run lint`. Imports of types and `import()` count as well.
 * What the tables do not allow is forbidden.
 */

const BELOW_ELEMENTS = [
  'model/',
  'i18n/',
  'events/',
  'crm/',
  'hub/',
  'controller/',
  'controller/connect.ts',
];
const BELOW_ENTRIES = [
  ...BELOW_ELEMENTS,
  'startup/',
  'portal/',
  'portal/portal.ts',
  'components/',
  'components/shared/',
];

/**
 * The layers of src/, each with the layers that it may import besides itself. A file belongs to the
 * longest path that it begins with.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const LAYERS = {
  'model/': [],
  'i18n/': ['model/'],
  'events/': ['model/', 'controller/', 'crm/'],
  'portal/portal.ts': ['model/'],
  'portal/': ['model/', 'portal/portal.ts'],
  'crm/': ['model/', 'portal/portal.ts'],
  'hub/': ['model/'],
  'controller/': ['model/', 'crm/', 'hub/', 'portal/portal.ts'],
  // The one file of the controller that knows an adapter, the default one.
  'controller/connect.ts': ['controller/', 'portal/portal.ts', 'portal/'],
  'startup/': ['model/', 'controller/'],
  'components/shared/': BELOW_ELEMENTS,
  'components/': [...BELOW_ELEMENTS, 'components/shared/'],
  'server/': ['model/'],
  'simulator/': ['model/'],
  'simulator/node/': ['model/', 'simulator/'],
  'entries/': BELOW_ENTRIES,
  'entries/server.ts': ['model/', 'server/'],
  'entries/(b24jssdk|bx24).ts': ['model/', 'portal/portal.ts', 'portal/'],
};

const LIT = 'lit|@lit/(context|task|localize)';

/**
 * The packages that a layer may import; the others import none.
 * @type {Readonly<Record<string, string>>}
 */
const PACKAGES = {
  'i18n/': '@lit/localize',
  'events/': LIT,
  'portal/': '@bitrix24/b24jssdk',
  'components/shared/': LIT,
  'components/': `${LIT}|libphonenumber-js`,
  'entries/': LIT,
};

/** @param {string} layer */
function filesOf(layer) {
  const inner = Object.keys(LAYERS).filter((each) => each !== layer && each.startsWith(layer));
  const path = `^src/${layer}`;
  return inner.length > 0 ? {path, pathNot: inner.map((each) => `^src/${each}`)} : {path};
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'A file that imports itself by way of others can be understood only with all of them.',
      severity: 'error',
      from: {},
      to: {circular: true},
    },
  ],
  allowed: [
    ...Object.entries(LAYERS).flatMap(([layer, imports]) =>
      imports.map((each) => ({from: filesOf(layer), to: filesOf(each)})),
    ),
    ...Object.keys(LAYERS)
      .filter((layer) => layer !== 'components/')
      .map((layer) => ({from: filesOf(layer), to: filesOf(layer)})),
    // An element does not import another one's folder.
    {from: {path: '^src/components/([^/]+)/'}, to: {path: '^src/components/$1/'}},
    ...Object.entries(PACKAGES).map(([layer, names]) => ({
      from: filesOf(layer),
      to: {path: `(^|/)node_modules/(${names})/`},
    })),
    {from: {path: '^src/simulator/node/'}, to: {dependencyTypes: ['core']}},
    {from: {path: '^demo/'}, to: {}},
  ],
  allowedSeverity: 'error',
  options: {
    doNotFollow: {path: 'node_modules'},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
