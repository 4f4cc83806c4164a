/**
 * Tabs of a Chromium that treats hidden pages as a person's does. Playwright and Puppeteer switch that
 * off: to them every page is shown, and no timer is late.
 */
import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findBrowsers} from '../../scripts/lib/browsers/find-browsers.mjs';
import {chromiumArgs} from '../../scripts/lib/browsers/launchers.mjs';

/** Lets timers run once a minute soon after the page was hidden, and not after five minutes. */
const SOON_ONCE_A_MINUTE = '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/1';

/** Whoever opens it must close it. */
export async function openChromium() {
  const engine = (await findBrowsers()).found.find(({name}) => name === 'chromium');
  if (engine === undefined) throw new Error('This needs Chromium, see CHROME_PATH.');
  const profile = await mkdtemp(join(tmpdir(), 'call-card-kit-tabs-'));
  const args = [
    ...chromiumArgs,
    SOON_ONCE_A_MINUTE,
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
  ];
  const browser = spawn(engine.path, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const over = new Promise((resolve) => browser.once('exit', resolve));
  const [, , , input, output] = browser.stdio;
  const send = protocol(
    /** @type {import('node:stream').Writable} */ (input),
    /** @type {import('node:stream').Readable} */ (output),
  );
  return {
    /** Opens a tab in front of the others. @param {string} url */
    open: async (url) => {
      const {targetId} = await send('Target.createTarget', {url});
      const {sessionId} = await send('Target.attachToTarget', {targetId, flatten: true});
      await send('Target.activateTarget', {targetId});
      return new Tab(send, String(sessionId));
    },
    close: async () => {
      browser.kill();
      await over;
      await rm(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}

class Tab {
  #send;
  #sessionId;

  /**
   * @param {ReturnType<typeof protocol>} send
   * @param {string} sessionId
   */
  constructor(send, sessionId) {
    this.#send = send;
    this.#sessionId = sessionId;
  }

  /**
   * The value of an expression in the page.
   * @param {string} expression
   * @returns {Promise<any>}
   */
  async evaluate(expression) {
    const {result, exceptionDetails} = await this.#send(
      'Runtime.evaluate',
      {expression, returnByValue: true},
      this.#sessionId,
    );
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  }

  /** The page ends without a word. It never answers. */
  crash() {
    void this.#send('Page.crash', {}, this.#sessionId);
  }
}

/**
 * Speaks DevTools' protocol over the pipe.
 * @param {import('node:stream').Writable} input
 * @param {import('node:stream').Readable} output
 */
function protocol(input, output) {
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  let count = 0;
  let text = '';
  output.setEncoding('utf8').on('data', (part) => {
    const messages = (text + part).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages.map((each) => JSON.parse(each))) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  /**
   * @param {string} method
   * @param {object} params
   * @param {string} [sessionId]
   * @returns {Promise<any>}
   */
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ({result, error}) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      input.write(`${JSON.stringify({id: count, method, params, sessionId})}\0`);
    });
}
