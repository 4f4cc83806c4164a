/** The test's proxy of a page that serves tasks (`test/pages/probe.ts`). */
import type {CardCommand} from '../../src/model/card/card-command.js';
import {asObject, asText} from '../../src/model/parse/reading.js';
import {waitUntil} from './wait-until.js';

export class ProbedPage {
  /** The events that the page has reported, in their order. */
  readonly events: unknown[] = [];
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (answer: Readonly<Record<string, unknown>>) => void>();
  #tasks = 0;
  #listener: (event: unknown) => void = () => undefined;

  constructor(port: MessagePort) {
    this.#port = port;
    port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
      const message = asObject(data) ?? {};
      const {id} = message;
      if (typeof id === 'number') this.#waiting.get(id)?.(message);
      else this.#take(message['event']);
    });
    port.start();
  }

  /** Calls the listener with all events, past and future. */
  follow(listener: (event: unknown) => void): void {
    this.#listener = listener;
    for (const event of this.events) listener(event);
  }

  /** Runs a task in the page; rejects with its message if it fails. */
  async do(task: string, input: unknown = null): Promise<unknown> {
    const id = (this.#tasks += 1);
    const answer = await new Promise<Readonly<Record<string, unknown>>>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#port.postMessage({id, task, input});
    });
    this.#waiting.delete(id);
    if ('error' in answer) throw new Error(asText(answer['message']));
    return answer['value'];
  }

  run(command: CardCommand): Promise<unknown> {
    return this.do('run', command);
  }

  /** The text that can be seen in an element; each step looks in the shadow root of the last. */
  async text(...path: string[]): Promise<string> {
    return asText(await this.do('text', path)) ?? '';
  }

  async click(...path: string[]): Promise<void> {
    await this.do('click', path);
  }

  /** Clicks the button with this text in an element. */
  async press(label: string, ...path: string[]): Promise<void> {
    await this.do('press', {path, label});
  }

  /** Waits until an element shows a text. */
  async shows(text: string | RegExp, ...path: string[]): Promise<void> {
    let seen = '';
    await waitUntil(
      async () => {
        seen = await this.text(...path);
        return typeof text === 'string' ? seen.includes(text) : text.test(seen);
      },
      `${path.join(' ')} should show ${String(text)}`,
      {timeout: 20_000},
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}; it shows: ${seen}`);
    });
  }

  /** Waits until the page knows so many other frames of the app, maybe after its first render. */
  async joins(others = 0): Promise<void> {
    let hub: unknown;
    await waitUntil(
      async () => {
        hub = asObject(await this.do('snapshot'))?.['hub'];
        const {status, frames} = asObject(hub) ?? {};
        return status === 'joined' && Array.isArray(frames) && frames.length >= others;
      },
      `it should meet ${String(others)} others`,
      {timeout: 20_000},
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}; its hub: ${JSON.stringify(hub)}`);
    });
  }

  /** Waits until the page has reported an event. */
  async tells(matches: (event: unknown) => boolean): Promise<void> {
    await waitUntil(() => this.events.some(matches), 'the page should tell it', {timeout: 20_000});
  }

  #take(event: unknown): void {
    this.events.push(event);
    this.#listener(event);
  }
}
