import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import {createManifest, elementsIn} from '../../scripts/lib/build/package-manifest.mjs';
import {projectPath} from '../../scripts/lib/project-path.mjs';
import {publicApi} from '../../tools/manifest-public-api.mjs';
import {reachedCode} from './reached-code.mjs';

/** What the switches of the look set; integrators use `theme` and `compact`. */
const SWITCHES = ['--call-card-dark', '--call-card-compact'];
/** Attributes that every element of HTML has. */
const EVERYBODYS = ['hidden', 'dir', 'lang'];

const elements = elementsIn(await createManifest());
const registered = registeredElements();

describe('custom-elements.json', () => {
  it('has the elements that are registered, and no others', () => {
    const described = [...elements].map(([tag, {name}]) => `${tag} ${name}`);
    assert.deepEqual(described.sort(), registered.map(({tag, name}) => `${tag} ${name}`).sort());
  });

  it('is the same in whichever order the files were found', () => {
    const found = ['src/components/call-notes.ts', 'src/components/call-card-context.ts'];
    const modules = found.map((path) => ({
      kind: 'javascript-module',
      path,
      declarations: [{kind: 'class', name: path, customElement: true, tagName: path}],
      exports: [],
    }));
    const manifest = {modules};
    publicApi().packageLinkPhase({customElementsManifest: manifest});
    const paths = manifest.modules.map(({path}) => path);
    assert.deepEqual(paths.slice(0, 2), [
      'dist/components/call-card-context.js',
      'dist/components/call-notes.js',
    ]);
  });

  it('gives an attribute the type and the default value of its property', () => {
    const {attributes = []} = elements.get('call-state-controls') ?? {};
    const {type, default: value} = attributes.find(({name}) => name === 'answer-time') ?? {};
    assert.deepEqual([type?.text, value], ['number', '5000']);
  });

  it('has a reader for every custom property that is named', () => {
    const named = new Set([...elements.values()].flatMap((each) => namesOf(each.cssProperties)));
    const read = new Set(registered.flatMap(({path, name}) => propertiesIn(codeOf(path, name))));
    assert.deepEqual([...named].sort(), [...read].sort());
  });
});

for (const {tag, name, path} of registered) {
  describe(`custom-elements.json about <${tag}>`, () => {
    const element = elements.get(tag);
    /** @type {string} */
    let code = '';
    before(() => {
      code = codeOf(path, name);
    });

    it('describes the element and everything that it lists', () => {
      const lists = [
        element?.attributes,
        element?.members,
        element?.events,
        element?.slots,
        element?.cssParts,
        element?.cssProperties,
      ];
      const mute = lists
        .flatMap((list = []) => /** @type {{name: string, description?: string}[]} */ (list))
        .filter(({description = ''}) => description === '')
        .map((each) => each.name);
      assert.deepEqual(mute, []);
      assert.notEqual(element?.description ?? '', '');
    });

    it('lists the parts of its templates', () => {
      assert.deepEqual(namesOf(element?.cssParts).sort(), partsIn(code));
    });

    it('lists the events that it dispatches, with their classes', () => {
      const listed = (element?.events ?? []).map((event) => `${event.name} ${event.type?.text}`);
      assert.deepEqual(listed.sort(), eventsIn(path, name));
    });

    it('lists the slots of its templates', () => {
      const listed = namesOf(element?.slots);
      const missing = slotsIn(code).filter((slot) => !listed.includes(slot));
      assert.deepEqual(missing, []);
      const named = listed.filter((slot) => slot !== '');
      const gone = named.filter((slot) => !slotsIn(code).includes(slot));
      assert.deepEqual(gone, []);
    });

    it('lists the attributes that its style looks at', () => {
      const listed = namesOf(element?.attributes);
      const looked = [...code.matchAll(/:host\(\[([\w-]+)/g)].map(
        ([, attribute = '']) => attribute,
      );
      assert.deepEqual(
        looked.filter((each) => !listed.includes(each) && !EVERYBODYS.includes(each)),
        [],
      );
    });

    it('lists the custom properties that its own style reads', () => {
      const listed = namesOf(element?.cssProperties);
      const own = reachedCode(path, name)
        .filter((each) => !each.path.includes('/shared/'))
        .map(({text}) => text)
        .join('\n');
      const aliases = aliasesIn(code);
      const read = [...own.matchAll(/var\((--[\w-]+)/g)].flatMap(([, used = '']) =>
        used.startsWith('--call-card-') ? [used] : (aliases.get(used) ?? []),
      );
      const missing = read.filter((used) => !listed.includes(used) && !SWITCHES.includes(used));
      assert.deepEqual([...new Set(missing)], []);
    });

    it('names no custom property that it never reads', () => {
      const read = propertiesIn(code);
      const unread = namesOf(element?.cssProperties).filter((each) => !read.includes(each));
      assert.deepEqual(unread, []);
    });
  });
}

/** The tags of src/entries/define.ts with their classes and the files of these. */
function registeredElements() {
  const code = readFileSync(projectPath('src/entries/define.ts'), 'utf8');
  const found = [...code.matchAll(/^ {2}'([\w-]+)': (\w+),$/gm)];
  assert.ok(found.length > 0, 'src/entries/define.ts looks different');
  return found.map(([, tag = '', name = '']) => {
    const [, file] = new RegExp(`\\b${name}\\b.* from '\\.\\./(.*)\\.js'`).exec(code) ?? [];
    return {tag, name, path: `src/${file}.ts`};
  });
}

/**
 * @param {string} path
 * @param {string} name
 */
function codeOf(path, name) {
  return reachedCode(path, name)
    .map(({text}) => text)
    .join('\n');
}

/** @param {readonly {name: string}[]} [list] */
function namesOf(list = []) {
  return list.map(({name}) => name);
}

/** @param {string} code */
function partsIn(code) {
  const written = [...code.matchAll(/ part="([^"$]+)"/g)].flatMap(([, parts = '']) =>
    parts.split(/\s+/),
  );
  // A part that a template is given: `part: 'chip' | 'stage'` among its parameters.
  const given = code.includes(' part=$') ? [...code.matchAll(/\bpart: ((?:'\w+'[ |]*)+)/g)] : [];
  const named = given.flatMap(([, type = '']) => type.match(/\w+/g) ?? []);
  return [...new Set([...written, ...named])].sort();
}

/** @param {string} code */
function slotsIn(code) {
  return [...code.matchAll(/<slot(?: name="([^"]*)")?>/g)].map(([, name = '']) =>
    name.replace(/\$\{.*\}/, 'NAME'),
  );
}

/**
 * The events whose classes are instantiated on the way, as `name Class`.
 * @param {string} path
 * @param {string} name
 */
function eventsIn(path, name) {
  const reached = reachedCode(path, name);
  const isMade = (/** @type {string} */ className) =>
    reached.some(({text}) => text.includes(`new ${className}(`));
  const events = reached.flatMap(({text}) => {
    const [, className = '', base = ''] = /^export class (\w+Event) extends (\w+)/.exec(text) ?? [];
    if (!isMade(className)) return [];
    // A request has the name of the notification that comes of it.
    const owner = base === 'Event' ? text : reached.find((each) => isClass(each.text, base))?.text;
    const [, type] = /static readonly type = '([\w-]+)'/.exec(owner ?? '') ?? [];
    return [`${type} ${base === 'Event' ? className : base}`];
  });
  return [...new Set(events)].sort();
}

/**
 * @param {string} text
 * @param {string} name
 */
function isClass(text, name) {
  return text.startsWith(`export class ${name} `);
}

/**
 * The custom properties behind the styles' own names: `--text: var(--call-card-color, …)`.
 * @param {string} code
 * @returns {Map<string, string[]>}
 */
function aliasesIn(code) {
  return new Map(
    [...code.matchAll(/^\s*(--[\w-]+):([^;]*);/gm)].map(([, alias = '', value = '']) => [
      alias,
      [...value.matchAll(/--call-card-[\w-]+/g)].map(([property]) => property),
    ]),
  );
}

/** @param {string} code */
function propertiesIn(code) {
  const read = [...code.matchAll(/var\(\s*(--call-card-[\w-]+)/g)].map(([, name = '']) => name);
  return [...new Set(read)].filter((name) => !SWITCHES.includes(name));
}
