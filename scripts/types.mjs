/** Checks the types: the browser's code without Node's, and then the code that runs in Node. */
import {spawnSync} from 'node:child_process';
import {projectPath} from './project-path.mjs';

const tsc = projectPath('node_modules/typescript/bin/tsc');
const codes = ['tsconfig.json', 'tsconfig.node.json'].map(
  (project) =>
    spawnSync(process.execPath, [tsc, '-p', project], {cwd: projectPath('.'), stdio: 'inherit'})
      .status,
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
