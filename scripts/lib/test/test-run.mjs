/**
 * One run of the tests: its temporary folder, and the processes that must not outlive it. Own, because
 * browsers leave their process groups, and only their environment tells that they belong to the run.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {whenNpmIsGone} from '../npm-parent.mjs';
import {endGroup, spawnGroup} from '../process-group.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-'));
/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * The environment of the run's processes. The temporary folder holds the browsers' profiles. Firefox does not
 * start as root with another user's home, which some CI machines have.
 */
const environment = {
  ...process.env,
  TMPDIR: folder,
  TMP: folder,
  TEMP: folder,
  ...(process.getuid?.() === 0 ? {HOME: folder} : {}),
};

/**
 * Starts a process that ends with the run at the latest.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnInRun(command, args, options) {
  const child = spawnGroup(command, args, {...options, env: environment});
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Ends what still runs, and removes the temporary folder. */
export async function endRun() {
  await Promise.all([...running].map((child) => endGroup(child)));
  await killStrays();
  rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});
}

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.once(signal, () => void abandonRun(code));
}
whenNpmIsGone(() => void abandonRun(143));

/** @param {number} code */
async function abandonRun(code) {
  await endRun();
  process.exit(code);
}

/**
 * Kills browsers that a killed test process has left behind. They have process groups of their own, and
 * are found by the run's temporary folder in their environment.
 */
async function killStrays() {
  if (process.platform !== 'linux') return;
  const deadline = Date.now() + 5000;
  for (let strays = findStrays(); strays.length > 0; strays = findStrays()) {
    for (const pid of strays) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
    if (Date.now() > deadline) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function findStrays() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => readProcess(pid, 'environ').includes(`TMPDIR=${folder}\0`))
    .map(Number);
}

/**
 * @param {string} pid
 * @param {string} file
 */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return ''; // Ended meanwhile, or another user's.
  }
}
