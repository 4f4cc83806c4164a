/**
 * Finds every list, map and set behind an object, in private fields as well, with its size. Own, because
 * a bound for the heap does not see one small entry for each call, and this names it.
 */
import {Session} from 'node:inspector';

/** How many entries of one collection are looked into. */
const ENTRIES = 5;

/**
 * @typedef {import('node:inspector').Runtime.RemoteObject} RemoteObject
 * @typedef {import('node:inspector').Runtime.GetPropertiesReturnType & {
 *   privateProperties?: {name: string, value?: RemoteObject}[]
 * }} Properties
 */

/**
 * The sizes by their paths, like `#portal.#link.#messages.#callbacks`. What a closure alone holds is
 * not seen.
 * @param {object} root
 * @param {readonly object[]} others what does not belong to it, though it can be reached
 * @returns {Map<string, number>}
 */
export function collectionsIn(root, others = []) {
  const session = new Session();
  session.connect();
  const world = /** @type {{fuzz?: unknown}} */ (globalThis);
  world.fuzz = {root, seen: new WeakSet(others)};
  try {
    /** @type {Map<string, number>} */
    const sizes = new Map();
    const {result} = post(session, 'Runtime.evaluate', {expression: 'globalThis.fuzz.root'});
    walk(session, result, '', sizes);
    return sizes;
  } finally {
    delete world.fuzz;
    session.disconnect();
  }
}

/**
 * @param {Session} session
 * @param {RemoteObject} object
 * @param {string} path
 * @param {Map<string, number>} sizes
 */
function walk(session, object, path, sizes) {
  const {objectId, subtype = '', description = ''} = object;
  if (objectId === undefined || object.type !== 'object' || wasSeen(session, objectId)) return;
  const size = /^(?:Array|Map|Set)\((\d+)\)$/.exec(description)?.[1];
  if (size !== undefined) sizes.set(path, Number(size));
  const parameters = {objectId, ownProperties: true};
  const {
    result,
    internalProperties = [],
    privateProperties = [],
  } = /** @type {Properties} */ (post(session, 'Runtime.getProperties', parameters));
  if (subtype === 'map' || subtype === 'set') {
    const entries = internalProperties.find(({name}) => name === '[[Entries]]')?.value;
    if (entries) walkEntries(session, entries, path, sizes);
    return;
  }
  const fields = [...privateProperties, ...result].filter(({name}) => name !== '__proto__');
  for (const {name, value} of subtype === 'array' ? fields.slice(0, ENTRIES) : fields) {
    if (value) walk(session, value, path === '' ? name : `${path}.${name}`, sizes);
  }
}

/**
 * @param {Session} session
 * @param {RemoteObject} entries
 * @param {string} path
 * @param {Map<string, number>} sizes
 */
function walkEntries(session, entries, path, sizes) {
  const {result} = post(session, 'Runtime.getProperties', {
    objectId: entries.objectId,
    ownProperties: true,
  });
  for (const {value: entry} of result.slice(0, ENTRIES)) {
    if (!entry?.objectId) continue;
    const parts = post(session, 'Runtime.getProperties', {
      objectId: entry.objectId,
      ownProperties: true,
    });
    const value = parts.result.find((/** @type {{name: string}} */ {name}) => name === 'value');
    if (value?.value) walk(session, value.value, `${path}[]`, sizes);
  }
}

/**
 * @param {Session} session
 * @param {string} objectId
 * @returns {boolean}
 */
function wasSeen(session, objectId) {
  const {result} = post(session, 'Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function () {
      const {seen} = globalThis.fuzz;
      return seen.has(this) || !seen.add(this);
    }`,
    returnByValue: true,
  });
  return result.value === true;
}

/**
 * The inspector of this very thread answers before `post` returns.
 * @param {Session} session
 * @param {string} method
 * @param {object} parameters
 * @returns {any}
 */
function post(session, method, parameters) {
  let answer;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}
