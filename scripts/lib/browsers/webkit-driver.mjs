/** Runs WebKitGTK's driver on a display of its own. Own, because no package starts that driver. */
import getPort from 'get-port';
import {endGroup, spawnGroup} from '../process-group.mjs';

const startTimeoutMs = 30_000;

/**
 * WebKit composes its pages without OpenGL. Without a graphics card OpenGL is Mesa's software, which has
 * crashed in the middle of a run (WebKitGTK 2.50.6, Mesa 22.3.6: a protection fault in swrast_dri.so).
 */
const withoutOpenGL = {WEBKIT_DISABLE_COMPOSITING_MODE: '1'};

/**
 * @typedef {{port: number, stop: () => Promise<void>}} WebKitDriver
 * @param {{path: string, xvfb: string}} programs
 * @returns {Promise<WebKitDriver>}
 */
export async function startWebKitDriver({path, xvfb}) {
  const display = await startDisplay(xvfb);
  try {
    const {child, port} = await startDriver(path, display.name);
    return {port, stop: () => endGroup(child).then(() => endGroup(display.child))};
  } catch (error) {
    await endGroup(display.child);
    throw error;
  }
}

/**
 * Starts Xvfb, which picks a free display and writes its number to descriptor 3. (`xvfb-run -a` guesses a
 * number, and two runs at the same time may guess the same.)
 * @param {string} xvfb
 */
async function startDisplay(xvfb) {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawnGroup(xvfb, args, {stdio: ['ignore', 'ignore', 'pipe', 'pipe']});
  try {
    const number = await firstLine(child, 3);
    return {child, name: `:${number}`};
  } catch (error) {
    await endGroup(child);
    throw error;
  }
}

/**
 * @param {string} path
 * @param {string} display
 */
async function startDriver(path, display) {
  // Another process may take the port before the driver has started. Then another port is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await getPort();
    const child = spawnGroup(path, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {...process.env, DISPLAY: display, GDK_BACKEND: 'x11', ...withoutOpenGL},
    });
    if (await answers(child, port)) return {child, port};
    await endGroup(child);
    if (attempt === 3) throw new Error('WebKitWebDriver did not start');
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 */
async function answers(child, port) {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} descriptor
 * @returns {Promise<string>}
 */
function firstLine(child, descriptor) {
  return new Promise((resolve, reject) => {
    let text = '';
    let complaints = '';
    const fail = (/** @type {string} */ why) => reject(new Error(`Xvfb ${why}\n${complaints}`));
    const timer = setTimeout(() => fail('did not start in time'), startTimeoutMs);
    child.stderr?.on('data', (chunk) => (complaints += chunk));
    child.stdio[descriptor]?.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}
