/**
 * Starts and ends a process group: a child process with everything that it starts. Own, because packages
 * that end a tree of processes find it by `ps`, which some machines lack.
 */
import {spawn} from 'node:child_process';

/**
 * Starts a command as the leader of its own process group.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  // Windows has no process groups; `detached` would open a console window there.
  return spawn(command, args, {...options, detached: process.platform !== 'win32'});
}

/**
 * Ends a group by SIGTERM, and by SIGKILL what is left of it after the grace period.
 * @param {import('node:child_process').ChildProcess} leader
 * @param {number} [graceMs]
 */
export async function endGroup(leader, graceMs = 3000) {
  if (leader.pid === undefined) return;
  signalGroup(leader.pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (isGroupAlive(leader) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  signalGroup(leader.pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal 0 only tests whether the group exists
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
    return true;
  } catch {
    return false; // The group is empty.
  }
}

/** @param {import('node:child_process').ChildProcess} leader */
function isGroupAlive(leader) {
  if (process.platform === 'win32') return leader.exitCode === null && leader.signalCode === null;
  return leader.pid !== undefined && signalGroup(leader.pid, 0);
}
