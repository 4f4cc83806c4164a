/** Which declarations of the sources an element is made of: itself, and all that it uses. */
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import ts from 'typescript';
import {projectPath} from '../../scripts/lib/project-path.mjs';

/**
 * @typedef {object} Source
 * @property {Map<string, ts.Node>} declared the file's own declarations, by their names
 * @property {Map<string, {path: string, name: string}>} imported values, by their names here
 * @property {ts.SourceFile} file
 */

/** @type {Map<string, Source>} */
const sources = new Map();

/**
 * The text of every declaration that can be reached from this one through the layers of elements. Looks
 * at declarations, not at files: two elements may share a file without using the same of it.
 * @param {string} path
 * @param {string} name
 * @returns {{path: string, text: string}[]}
 */
export function reachedCode(path, name) {
  /** @type {Map<string, {path: string, text: string}>} */
  const reached = new Map();
  const wanted = [{path, name}];
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const key = `${next.path}#${next.name}`;
    const source = sourceOf(next.path);
    const node = source.declared.get(next.name);
    if (reached.has(key) || node === undefined) continue;
    reached.set(key, {path: next.path, text: node.getText(source.file)});
    for (const used of namesIn(node)) {
      if (source.declared.has(used)) wanted.push({path: next.path, name: used});
      const from = source.imported.get(used);
      if (from !== undefined) wanted.push(from);
    }
  }
  return [...reached.values()];
}

/** @param {string} path */
function sourceOf(path) {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(projectPath(path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {Source} */
  const source = {file, declared: new Map(), imported: new Map()};
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) addImports(source, path, statement);
    else if (ts.isVariableStatement(statement)) {
      for (const each of statement.declarationList.declarations) {
        for (const name of boundNames(each.name)) source.declared.set(name, each);
      }
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name) source.declared.set(statement.name.text, statement);
    }
  }
  sources.set(path, source);
  return source;
}

/**
 * @param {Source} source
 * @param {string} path
 * @param {ts.ImportDeclaration} statement
 */
function addImports(source, path, {importClause, moduleSpecifier}) {
  const specifier = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  const target = join(dirname(path), specifier.replace(/\.js$/, '.ts')).replaceAll('\\', '/');
  const bindings = importClause?.namedBindings;
  const isLooked = /^src\/(components|events)\//.test(target) && existsSync(projectPath(target));
  if (!specifier.startsWith('.') || !isLooked || !bindings || !ts.isNamedImports(bindings)) return;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  for (const {name, propertyName, isTypeOnly} of bindings.elements) {
    if (isTypeOnly) continue;
    source.imported.set(name.text, {path: target, name: (propertyName ?? name).text});
  }
}

/**
 * @param {ts.BindingName} name
 * @returns {string[]}
 */
function boundNames(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isBindingElement(each) ? boundNames(each.name) : []));
}

/**
 * @param {ts.Node} node
 * @returns {Set<string>}
 */
function namesIn(node) {
  const names = new Set();
  /** @param {ts.Node} each */
  const visit = (each) => {
    if (ts.isIdentifier(each)) names.add(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return names;
}
