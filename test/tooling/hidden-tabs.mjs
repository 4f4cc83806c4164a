/**
 * Tabs of a Chromium that treats hidden pages as it does for users. Playwright and Puppeteer switch that
 * off: to them every page is shown, and no timer is late.
 */
import {spawn} from 'node:child_process';
import {EventEmitter} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findChromium} from '../../scripts/lib/browsers/find-browsers.mjs';
import {chromiumArgs} from '../../scripts/lib/browsers/launchers.mjs';

/** Lets timers run once a minute soon after the page was hidden, and not after five minutes. */
const SOON_ONCE_A_MINUTE = '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/1';
/** The function by which a page tells the test what it has seen, as JSON. */
const TELL = 'tellTest';

/** A tab, which emits `told` whenever its page calls `tellTest`. */
export class Tab extends EventEmitter {
  /** @type {Record<string, unknown>} what the page told last */
  seen = {};
  #send;

  /** @param {(method: string, params?: object) => Promise<any>} send to the tab's session */
  constructor(send) {
    super();
    this.#send = send;
  }

  /** @param {string} payload */
  receive(payload) {
    this.seen = JSON.parse(payload);
    this.emit('told');
  }

  /** The page ends without a message. The browser never answers this. */
  crash() {
    void this.#send('Page.crash');
  }
}

/** The test that opens it closes it. */
export async function openChromium() {
  const profile = await mkdtemp(join(tmpdir(), 'call-card-kit-tabs-'));
  const args = [
    ...chromiumArgs,
    SOON_ONCE_A_MINUTE,
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
  ];
  const browser = spawn(await findChromium(true), args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const over = new Promise((resolve) => browser.once('exit', resolve));
  const [, , , input, output] = browser.stdio;
  /** @type {Map<string, Tab>} */
  const tabs = new Map();
  const send = protocol(
    /** @type {import('node:stream').Writable} */ (input),
    /** @type {import('node:stream').Readable} */ (output),
    ({method, sessionId, params}) => {
      if (method === 'Runtime.bindingCalled') tabs.get(sessionId)?.receive(params.payload);
    },
  );
  return {
    /** Opens a tab in front of the others. @param {string} url */
    open: async (url) => {
      const {targetId} = await send('Target.createTarget', {url: 'about:blank'});
      const {sessionId} = await send('Target.attachToTarget', {targetId, flatten: true});
      const sendToTab = (/** @type {string} */ method, params = {}) =>
        send(method, params, sessionId);
      const tab = new Tab(sendToTab);
      tabs.set(sessionId, tab);
      await sendToTab('Runtime.enable');
      await sendToTab('Runtime.addBinding', {name: TELL});
      await send('Target.activateTarget', {targetId});
      await sendToTab('Page.navigate', {url});
      return tab;
    },
    close: async () => {
      browser.kill();
      await over;
      await rm(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}

/**
 * Speaks DevTools' protocol over the pipe.
 * @param {import('node:stream').Writable} input
 * @param {import('node:stream').Readable} output
 * @param {(event: any) => void} onEvent
 */
function protocol(input, output, onEvent) {
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  let count = 0;
  let text = '';
  output.setEncoding('utf8').on('data', (part) => {
    const messages = (text + part).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages.map((each) => JSON.parse(each))) {
      if (message.id === undefined) onEvent(message);
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
