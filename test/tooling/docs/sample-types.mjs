/** Checks the types of the documentation's scripts against the package's own. */
import ts from 'typescript';
import {moduleOf} from './samples.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

/** The package's entries, as an app imports them, in the sources. */
export const ENTRIES = {
  'call-card-kit': 'src/entries/index.ts',
  'call-card-kit/define': 'src/entries/define.ts',
  'call-card-kit/worker': 'src/entries/worker.ts',
  'call-card-kit/b24jssdk': 'src/entries/b24jssdk.ts',
  'call-card-kit/bx24': 'src/entries/bx24.ts',
  'call-card-kit/server': 'src/entries/server.ts',
  'call-card-kit/simulator': 'src/simulator/index.ts',
  'call-card-kit/simulator/node': 'src/simulator/node/index.ts',
};

/**
 * What is wrong with each of the samples; nothing for those that are right.
 * @param {readonly import('./samples.mjs').Sample[]} samples
 * @returns {Map<string, string[]>} by the samples' names
 */
export function typeErrorsOf(samples) {
  const files = new Map(
    samples.map((sample, index) => [projectPath(`docs/sample-${index}.ts`), sample]),
  );
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const {readFile, fileExists, getSourceFile} = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => textOf(files.get(path)) ?? readFile(path);
  host.getSourceFile = (path, ...more) => {
    const text = textOf(files.get(path));
    return text === undefined
      ? getSourceFile(path, ...more)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...files].flatMap(([path, {name}]) => {
      const source = program.getSourceFile(path);
      const found = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ].map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '));
      return found.length === 0 ? [] : [[name, found]];
    }),
  );
}

/** @param {import('./samples.mjs').Sample | undefined} sample */
function textOf(sample) {
  return sample === undefined ? undefined : moduleOf(sample);
}

/** @returns {ts.CompilerOptions} */
function compilerOptions() {
  const {config} = ts.readConfigFile(projectPath('tsconfig.base.json'), ts.sys.readFile);
  const {options} = ts.convertCompilerOptionsFromJson(config.compilerOptions, projectPath('.'));
  return {
    ...options,
    types: [],
    // Plain JavaScript, too, is checked as far as its types are known.
    noImplicitAny: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    // A listener of a sample may do something in some cases only.
    noImplicitReturns: false,
    paths: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, path]) => [name, [projectPath(path)]]),
    ),
  };
}
