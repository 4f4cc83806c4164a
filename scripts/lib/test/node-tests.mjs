/**
 * Runs the tests that need Node instead of a browser, and tells the counts to its parent process: those
 * of the sources, or with the argument `built` those of what the build has made. Own, because the built-
 * in runner lets skipped tests pass.
 */
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {projectPath} from '../project-path.mjs';
import {nodeTestFiles} from './test-files.mjs';

const counts = {passed: 0, failed: 0};
const kind = process.argv.includes('built') ? 'built' : 'sources';
const files = nodeTestFiles(kind).map((path) => projectPath(path));
if (kind === 'built') (await import('../../../test/tooling/built/packed.mjs')).sharePacked();

run({files, concurrency: true})
  .on('test:pass', ({name, file, skip, todo, details}) => {
    if (details.type === 'suite') return;
    if (skip === undefined && todo === undefined) counts.passed += 1;
    else {
      counts.failed += 1;
      console.error(`${file ?? ''}: "${name}" is skipped, and a skipped test counts as failed`);
    }
  })
  .on('test:fail', ({details}) => {
    if (details.type !== 'suite') counts.failed += 1;
  })
  .once('end', () => {
    process.send?.(counts);
    process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
