/**
 * The tables of a documentation page that list the members of the simulator's classes and options, from
 * their declarations. Own, because the tools that know TypeScript's comments write whole sites.
 */
import {readFileSync} from 'node:fs';
import ts from 'typescript';
import {code, docOf, inOneLine, table} from './markdown.mjs';
import {projectPath} from '../project-path.mjs';

/** @typedef {ts.ClassElement | ts.TypeElement | ts.ObjectLiteralElementLike} Member */

/** @param {string} source the file and the name of a class or an interface in it: `src/file.ts Name` */
export function memberTables(source) {
  const [path = '', name = ''] = source.split(' ');
  const shown = membersOf(path, name).filter(isShown);
  const methods = shown.filter(ts.isMethodDeclaration);
  const properties = shown.filter((member) => !ts.isMethodDeclaration(member));
  return [propertyTable(properties), methodTable(methods)].filter(Boolean).join('\n\n');
}

/**
 * The members of a class, of an interface or of a constant that is an object.
 * @param {string} path
 * @param {string} name
 * @returns {readonly Member[]}
 */
export function membersOf(path, name) {
  const text = readFileSync(projectPath(path), 'utf8');
  const {statements} = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {readonly ts.Node[]} */
  const declarations = statements.flatMap((/** @type {ts.Node} */ each) =>
    ts.isVariableStatement(each) ? each.declarationList.declarations : each,
  );
  const owner = declarations.find(
    (each) => ts.getNameOfDeclaration(/** @type {ts.Declaration} */ (each))?.getText() === name,
  );
  /** @type {(node: ts.Node) => ts.ObjectLiteralExpression | undefined} */
  const literalIn = (node) =>
    ts.isObjectLiteralExpression(node) ? node : ts.forEachChild(node, literalIn);
  if (owner && (ts.isInterfaceDeclaration(owner) || ts.isClassDeclaration(owner)))
    return owner.members;
  const literal = owner && literalIn(owner);
  if (literal === undefined) throw new Error(`${path} has no ${name}`);
  return literal.properties;
}

/** @param {readonly Member[]} properties */
function propertyTable(properties) {
  const rows = properties.map((member) => {
    const {name, type, questionToken} = /** @type {ts.PropertySignature} */ (member);
    return [
      code(name.getText() + (questionToken ? '?' : '')),
      code(type?.getText() ?? ''),
      describe(member),
    ];
  });
  return table(['Property', 'Type', 'Meaning'], rows);
}

/** @param {readonly ts.MethodDeclaration[]} methods */
function methodTable(methods) {
  const rows = methods.map((method) => [signatureOf(method), describe(method)]);
  return table(['Method', 'What it does'], rows);
}

/** @param {Member} member */
function isShown(member) {
  const hidden = ts.getJSDocTags(member).some(({tagName}) => tagName.text === 'internal');
  const isNamed = member.name !== undefined && !ts.isPrivateIdentifier(member.name);
  return isNamed && !hidden && !ts.isSetAccessor(member);
}

/** @param {ts.MethodDeclaration} method */
function signatureOf({modifiers, name, parameters, type}) {
  const isStatic = modifiers?.some(({kind}) => kind === ts.SyntaxKind.StaticKeyword);
  const given = parameters.map((parameter) => {
    const isOptional = parameter.initializer ?? parameter.questionToken;
    const label = ts.isIdentifier(parameter.name) ? parameter.name.text : 'options';
    return `${label}${isOptional ? '?' : ''}: ${parameter.type?.getText() ?? 'number'}`;
  });
  const owner = isStatic ? 'static ' : '';
  return code(`${owner}${name.getText()}(${given.join(', ')}): ${type?.getText() ?? ''}`);
}

/**
 * The comment of a member, with its parameters and what it returns and throws.
 * @param {ts.Node} node
 */
function describe(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = (comment?.tags ?? []).map((tag) => {
    const words = inOneLine(ts.getTextOfJSDocComment(tag.comment) ?? '').replace(
      /^(Error )?- /,
      '',
    );
    if (ts.isJSDocParameterTag(tag)) return `${code(tag.name.getText())}: ${words}.`;
    return tag.tagName.text === 'throws' ? `Throws if ${words}.` : `Returns ${words}.`;
  });
  return [docOf(node), ...tags].join(' ').trim();
}
