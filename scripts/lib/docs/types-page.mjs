/**
 * The chapters on types: what the compiler knows of the package's data types, and what their comments say. Own,
 * because TypeDoc leaves `keyof` and `Exclude` as they are written, and its Markdown has neither the comments
 * of a union's values nor its members in rows.
 */
import ts from 'typescript';
import {docOf, inOneLine, table} from './markdown.mjs';
import {projectPath} from '../project-path.mjs';

/** @typedef {ts.InterfaceDeclaration | ts.TypeAliasDeclaration} Declaration */

/**
 * Where each chapter begins; the types that these are made of follow them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const CHAPTERS = {
  'The snapshot': ['Snapshot'],
  Actions: ['OperatorAction', 'ActionName', 'ActionRequest', 'ActionOutcome'],
  Records: ['FieldDisplay', 'FieldFormatters', 'CrmRecord'],
  Histories: ['CrmHistory', 'HistoryOptions'],
  Notes: ['NoteState', 'CallNote', 'SaveNote'],
  'Logging and diagnostics': ['LogRecord', 'Diagnostics'],
};

/** All chapters of the page. */
export function typeChapters() {
  const reference = new Reference(projectPath('src/entries/index.ts'));
  const listed = new Set(Object.values(CHAPTERS).flat());
  const chapters = Object.entries(CHAPTERS).map(([title, roots]) => {
    const names = [...roots];
    const sections = [`## ${title}`];
    // What a section links to has its turn in the same loop.
    for (const name of names) {
      const section = reference.section(name);
      sections.push(section);
      for (const [, other = ''] of section.matchAll(/\[`(\w+)`\]\(#/g)) {
        if (!listed.has(other)) names.push(other);
        listed.add(other);
      }
    }
    return sections;
  });
  return chapters.flat().join('\n\n');
}

class Reference {
  /** @type {ts.TypeChecker} */
  #checker;
  /** @type {Map<string, Declaration>} */
  #exported = new Map();

  /** @param {string} entry */
  constructor(entry) {
    /** @type {ts.CompilerOptions} */
    const options = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      lib: ['lib.es5.d.ts'],
      types: [],
    };
    const program = ts.createProgram([entry], options);
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(entry);
    const module = source && this.#checker.getSymbolAtLocation(source);
    for (const symbol of module ? this.#checker.getExportsOfModule(module) : []) {
      const node = this.#declarationOf(symbol);
      if (node !== undefined) this.#exported.set(symbol.name, node);
    }
  }

  /** @param {string} name */
  section(name) {
    const node = this.#exported.get(name);
    if (node === undefined) throw new Error(`call-card-kit exports no type ${name}.`);
    const content = this.#content(ts.isInterfaceDeclaration(node) ? node : node.type);
    return [`### ${name}`, docOf(node), content].filter(Boolean).join('\n\n');
  }

  /** @param {ts.InterfaceDeclaration | ts.TypeNode} type @returns {string} */
  #content(type) {
    if (ts.isParenthesizedTypeNode(type)) return this.#content(type.type);
    if (ts.isIntersectionTypeNode(type))
      return type.types.map((each) => this.#content(each)).join('\n\n');
    if (ts.isInterfaceDeclaration(type) || ts.isTypeLiteralNode(type))
      return this.#propertyTable(this.#propertiesOf(type));
    const words = this.#wordsIn(type);
    // The types of which it is made have sections, too.
    const isMadeOfOthers = words !== undefined && this.#spotsIn(type).length > 0;
    if (words !== undefined) return isMadeOfOthers ? `${this.#text(type)}: ${words}` : words;
    if (!ts.isUnionTypeNode(type)) return this.#text(type);
    const common = commonOf(type.types.map((each) => this.#propertiesOf(each)));
    const variants = this.#variantTable(type, common);
    if (common.length === 0) return variants;
    return `${variants}\n\nIn each of them:\n\n${this.#propertyTable(common)}`;
  }

  /**
   * Without those that every text and every function has.
   * @param {ts.Node} node
   */
  #propertiesOf(node) {
    const properties = this.#checker.getPropertiesOfType(this.#checker.getTypeAtLocation(node));
    return properties.filter(
      ({declarations: [declaration] = []}) => !declaration?.getSourceFile().isDeclarationFile,
    );
  }

  /**
   * The values of a type that is computed from a list or from another type, or that only lists them.
   * @param {ts.TypeNode} node
   */
  #wordsIn(node) {
    const isComputed =
      ts.isIndexedAccessTypeNode(node) ||
      ts.isTypeOperatorNode(node) ||
      (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Exclude') ||
      (ts.isUnionTypeNode(node) &&
        ts.isTypeAliasDeclaration(node.parent) &&
        !node.getFullText().includes('/**'));
    const type = this.#checker.getTypeAtLocation(node);
    const members = type.isUnion() ? type.types : [type];
    if (!isComputed || !members.every((each) => each.isLiteral())) return undefined;
    const {text} = node.getSourceFile();
    // The compiler has no order for them; the list that they come from has.
    const place = (/** @type {string} */ value) => text.search(wholeWord(value));
    return members
      .map(({value}) => value)
      .sort((a, b) => place(String(a)) - place(String(b)))
      .map((value) => (typeof value === 'string' ? `\`'${value}'\`` : `\`${String(value)}\``))
      .join(' · ');
  }

  /**
   * A row for each member of a union.
   * @param {ts.UnionTypeNode} union
   * @param {readonly ts.Symbol[]} common
   */
  #variantTable(union, common) {
    const {text} = union.getSourceFile();
    let from = union.getFullStart();
    const rows = union.types.map((each) => {
      // The comment stands before the bar, which belongs to no member.
      const [, comment = ''] = /\/\*\*([\s\S]*?)\*\//.exec(text.slice(from, each.getStart())) ?? [];
      from = each.end;
      const isNamed = ts.isTypeReferenceNode(each) && common.length === 0;
      const own = isNamed ? [] : this.#propertiesOf(each).filter((one) => !common.includes(one));
      const signatures = own.flatMap(({declarations: [node] = []}) => node ?? []);
      const docs = signatures.flatMap((node) =>
        docOf(node) === '' ? [] : [`\`${nameOf(node)}\`: ${docOf(node)}`],
      );
      const kinds = (signatures.length === 0 ? [each] : signatures).map((node) => this.#text(node));
      return [kinds, [inOneLine(comment.replaceAll(/^\s*\*/gm, '')), ...docs].filter(Boolean)];
    });
    return table(
      ['One of', 'Meaning'],
      rows.map((cells) => cells.map((lines) => lines.join('<br>'))),
    );
  }

  /** @param {readonly ts.Symbol[]} properties */
  #propertyTable(properties) {
    const rows = properties.flatMap(({declarations: [node] = []}) => {
      if (!node) return [];
      const type = ts.isPropertySignature(node) ? (node.type ?? node) : node;
      return [[`\`${nameOf(node)}\``, this.#text(type), docOf(node)]];
    });
    return table(['Property', 'Type', 'Meaning'], rows);
  }

  /**
   * A type, or a property with its type, as code whose names lead to their sections.
   * @param {ts.Node} node
   */
  #text(node) {
    const {text} = node.getSourceFile();
    const computed = ts.isPropertySignature(node) && node.type && this.#wordsIn(node.type);
    if (computed) return `\`${nameOf(node)}:\` ${computed}`;
    let at = node.getStart();
    const parts = this.#spotsIn(node).flatMap(([identifier, name]) => {
      const before = text.slice(at, identifier.getStart());
      at = identifier.end;
      return [code(before), `[\`${name}\`](#${name.toLowerCase()})`];
    });
    return [...parts, code(text.slice(at, node.end).replace(/;$/, ''))].join('');
  }

  /**
   * Where a node names exported types.
   * @param {ts.Node} node
   * @returns {[identifier: ts.Identifier, name: string][]}
   */
  #spotsIn(node) {
    /** @type {[ts.Identifier, string][]} */
    const spots = [];
    const visit = (/** @type {ts.Node} */ each) => {
      if (ts.isTypeReferenceNode(each) && ts.isIdentifier(each.typeName)) {
        const symbol = this.#checker.getSymbolAtLocation(each.typeName);
        const declaration = symbol && this.#declarationOf(symbol);
        const name = declaration?.name.text ?? '';
        // Types that are not exported may have the same names.
        const isExported = declaration && this.#exported.get(name) === declaration;
        if (isExported) spots.push([each.typeName, name]);
      }
      ts.forEachChild(each, visit);
    };
    visit(node);
    return spots;
  }

  /** @param {ts.Symbol} symbol */
  #declarationOf(symbol) {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const [node] = (isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol).declarations ?? [];
    const isType = node && (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
    return isType ? node : undefined;
  }
}

/**
 * What all members of a union inherit from one interface.
 * @param {readonly (readonly ts.Symbol[])[]} members
 */
function commonOf([first = [], ...others]) {
  return first.filter((property) => others.every((properties) => properties.includes(property)));
}

/**
 * Finds a value where it stands as an entry of a list, or as a key.
 * @param {string} value
 */
function wholeWord(value) {
  return new RegExp(`(?<![\\w-])${value.replaceAll(/[*#]/g, '\\$&')}(?:'?[,\\]]|'?:|')`);
}

/** @param {ts.Declaration} node */
function nameOf(node) {
  const isOptional = ts.isPropertySignature(node) && node.questionToken !== undefined;
  return `${ts.getNameOfDeclaration(node)?.getText() ?? ''}${isOptional ? '?' : ''}`;
}

/**
 * A piece of a type as code, with the spaces around it outside.
 * @param {string} text
 */
function code(text) {
  const bare = text
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replaceAll('readonly ', '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^ ?\| (?=[{'"\d])/, '| ');
  const [, before = '', inside = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(bare) ?? [];
  return inside === '' ? bare : `${before}\`${inside.replaceAll('|', '\\|')}\`${after}`;
}
