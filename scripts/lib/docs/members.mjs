/**
 * The tables of a documentation page that list the members of the simulator's classes and options, from
 * their declarations. Own, because the tools that know TypeScript's comments write whole sites.
 */
import {readFileSync} from 'node:fs';
import ts from 'typescript';
import {code, docOf, formatted, inOneLine, table} from './markdown.mjs';
import {projectPath} from '../project-path.mjs';

/** `<!-- members: src/file.ts Name -->`, the generated tables, `<!-- members:end -->`. */
const BLOCK = /(<!-- members: (\S+) (\w+) -->)[\s\S]*?(<!-- members:end -->)/g;

/**
 * The page with its tables as the sources have them now.
 * @param {string} page
 */
export function pageWithMembers(page) {
  const filled = page.replaceAll(
    BLOCK,
    (_all, start, path, name, end) => `${start}\n\n${memberTables(path, name)}\n\n${end}`,
  );
  return formatted(filled);
}

/**
 * @param {string} path
 * @param {string} name of a class or an interface
 */
function memberTables(path, name) {
  const text = readFileSync(projectPath(path), 'utf8');
  const {statements} = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const owner = statements.find(
    (each) =>
      (ts.isClassDeclaration(each) || ts.isInterfaceDeclaration(each)) && each.name?.text === name,
  );
  if (!owner || !('members' in owner)) throw new Error(`${path} has no ${name}`);
  const members = /** @type {readonly (ts.ClassElement | ts.TypeElement)[]} */ (owner.members);
  const shown = members.filter((member) => isShown(member));
  const methods = shown.filter(ts.isMethodDeclaration);
  const properties = shown.filter((member) => !ts.isMethodDeclaration(member));
  const tables = [
    propertyTable(properties),
    table(
      ['Method', 'What it does'],
      methods.map((method) => [signatureOf(method), describe(method)]),
    ),
  ];
  return tables.filter((_table, index) => [properties, methods][index]?.length).join('\n\n');
}

/** @param {readonly (ts.ClassElement | ts.TypeElement)[]} properties */
function propertyTable(properties) {
  return table(
    ['Property', 'Type', 'Meaning'],
    properties.map((member) => {
      const {name, type, questionToken} = /** @type {ts.PropertySignature} */ (member);
      return [
        code(name.getText() + (questionToken ? '?' : '')),
        code(typeText(type)),
        describe(member),
      ];
    }),
  );
}

/** @param {ts.ClassElement | ts.TypeElement} member */
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
    return `${label}${isOptional ? '?' : ''}: ${typeText(parameter.type) || 'number'}`;
  });
  const owner = isStatic ? 'static ' : '';
  return code(`${owner}${name.getText()}(${given.join(', ')}): ${typeText(type)}`);
}

/** @param {ts.TypeNode | undefined} type */
function typeText(type) {
  return (type?.getText() ?? '').replaceAll('readonly ', '').replaceAll(/\s+/g, ' ');
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
