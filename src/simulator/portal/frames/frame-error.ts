/** The error of a frame whose page does not load or does not bind an event: its code, cause and remedy. */
import type {PageAnswers} from '../page/credentials.js';

/**
 * `no-server`: no server answers at the address. `post-refused`: the server answers GET, but not the POST
 * with which a portal opens a page. `page-refused`: it answers neither. `foreign-origin`: the page is not
 * from the portal's `appOrigin`. `nothing-heard`: the page was loaded, but sends no message. `not-bound`:
 * it sends messages, but has not bound the event. `closed`: the frame was closed.
 */
export type FrameErrorCode =
  | 'no-server'
  | 'post-refused'
  | 'page-refused'
  | 'foreign-origin'
  | 'nothing-heard'
  | 'not-bound'
  | 'closed';

export interface FrameErrorDetails {
  /** The page's address. */
  readonly url: string;
  /** The HTTP method that opens the page. */
  readonly method: 'post' | 'get';
  /** The statuses with which its server answers; `null` where they are unknown. */
  readonly answers: PageAnswers | null;
}

/** Why a frame has not bound an event. The message names the page's address and the remedy. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly code: FrameErrorCode;
  readonly url: string;
  readonly method: 'post' | 'get';
  readonly answers: PageAnswers | null;

  constructor(code: FrameErrorCode, message: string, {url, method, answers}: FrameErrorDetails) {
    super(message);
    this.code = code;
    this.url = url;
    this.method = method;
    this.answers = answers;
  }
}

/** The facts about a silent frame. */
export interface SilentFrame extends FrameErrorDetails {
  /** The frame's name in the timeline. */
  readonly name: string;
  readonly appOrigin: string;
}

/** The error of a page that cannot be loaded; `undefined` for a page that is, as far as is known. */
export function refusalOf(frame: SilentFrame): FrameError | undefined {
  const {name, url, method, answers, appOrigin} = frame;
  if (new URL(url).origin !== appOrigin) {
    const text = `${name} is at ${url}, and the portal hears pages of ${appOrigin} alone: its appOrigin.`;
    return new FrameError('foreign-origin', text, frame);
  }
  if (answers === null) return undefined;
  const {post, get} = answers;
  if (post === null && get === null) {
    return new FrameError('no-server', `${name}: no server answers at ${url}.`, frame);
  }
  if (isServed(answers[method])) return undefined;
  const verb = method.toUpperCase();
  const said = `${name}: the server answers ${verb} ${url} with ${wordsFor(answers[method])}`;
  if (method === 'get' || !isServed(get)) {
    return new FrameError('page-refused', `${said}.`, frame);
  }
  const help =
    'A portal opens a page by POST, with a form that a page without a server does not need. Let the ' +
    'server answer it as it answers GET (docs/start.md, “A server that answers POST”), or open the ' +
    "frame with method: 'get'.";
  return new FrameError('post-refused', `${said}, and GET with ${get}. ${help}`, frame);
}

/**
 * The error of a page that has sent no message.
 *
 * @param timeLimit - how long the portal has waited, in milliseconds
 */
export function silenceOf(frame: SilentFrame, timeLimit: number): FrameError {
  const {name, url, method, answers} = frame;
  const served =
    answers === null
      ? 'What its server answers is not known here.'
      : `Its server answers with ${answers[method]}: is the kit on the page, and what says its console?`;
  const text = `${name}: nothing was heard of ${method.toUpperCase()} ${url} within ${seconds(timeLimit)}. ${served}`;
  return new FrameError('nothing-heard', text, frame);
}

/**
 * The error of a page that sends messages, but has not bound an event.
 *
 * @param bound - the events that it has bound
 * @param timeLimit - how long the portal has waited, in milliseconds
 */
export function unboundIn(
  frame: SilentFrame,
  event: string,
  bound: readonly string[],
  timeLimit: number,
): FrameError {
  const others = bound.length === 0 ? 'no event at all' : `only ${bound.join(', ')}`;
  const text = `${frame.name}, ${frame.url}, has not bound ${event} within ${seconds(timeLimit)}, and ${others}.`;
  return new FrameError('not-bound', text, frame);
}

function isServed(status: number | null): boolean {
  return status !== null && status < 400;
}

function wordsFor(status: number | null): string {
  return status === null ? 'nothing' : String(status);
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
