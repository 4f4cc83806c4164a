/**
 * A browser's DevTools protocol over two pipes. What drives a page for tests listens to its network
 * and its console, for which a browser keeps a stack trace of every request that a script makes, and
 * it brings scripts of its own into every frame: on a slow processor that takes longer than what is
 * measured here. This one sends only the requests that it is given.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';

/** Ends a message in both directions. */
const END = '\0';

/** @typedef {{resolve: (result: any) => void, reject: (error: Error) => void}} Waiting */

export class DevtoolsPipe {
  #process;
  #last = 0;
  #received = '';
  /** @type {Map<number, Waiting>} by the commands' numbers */
  #waiting = new Map();

  /**
   * Starts the browser.
   * @param {string} path
   * @param {readonly string[]} args
   */
  constructor(path, args) {
    this.#process = spawn(path, [...args, '--remote-debugging-pipe'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#incoming.setEncoding('utf8').on('data', (text) => this.#read(text));
    this.#process.once('exit', () => this.#end(new Error('The browser has ended.')));
    this.#process.once('error', (error) => this.#end(error));
  }

  /**
   * Sends a command, to a page or frame where its session is given, or else to the browser.
   * @param {string} method
   * @param {object} [params]
   * @param {string} [sessionId]
   * @returns {Promise<any>} its result. Rejects with what the browser says against it.
   */
  send(method, params = {}, sessionId) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const refuse = (/** @type {Error} */ error) =>
        reject(new Error(`${method}: ${error.message}`, {cause: error}));
      this.#waiting.set(id, {resolve, reject: refuse});
      this.#outgoing.write(JSON.stringify({id, method, params, sessionId}) + END);
    });
  }

  async close() {
    const ended = once(this.#process, 'exit');
    // It may be gone before it has answered.
    await this.send('Browser.close').catch(() => undefined);
    await ended;
  }

  get #outgoing() {
    return /** @type {import('node:stream').Writable} */ (this.#process.stdio[3]);
  }

  get #incoming() {
    return /** @type {import('node:stream').Readable} */ (this.#process.stdio[4]);
  }

  /** @param {string} text a part of what the browser says */
  #read(text) {
    const messages = (this.#received + text).split(END);
    this.#received = messages.pop() ?? '';
    for (const message of messages) {
      const {id, result, error} = JSON.parse(message);
      // Events have no number.
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error.message));
    }
  }

  /** @param {Error} error */
  #end(error) {
    for (const {reject} of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
