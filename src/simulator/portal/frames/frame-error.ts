/** Why an app's page does not do what is waited for, in words that name its address and what helps. */
import type {PageAnswers} from '../page/credentials.js';

/**
 * `no-server`: nobody answers at the address. `post-refused`: its server answers GET, and not the POST by
 * which a portal opens a page. `page-refused`: it answers neither. `foreign-origin`: the page is not of the
 * portal's `appOrigin`. `nothing-heard`: the page has come, and says nothing. `not-bound`: it speaks, and
 * has not bound the event. `closed`: the frame was closed.
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
  readonly method: 'post' | 'get';
  /** What its server answers; `null` where that can't be told. */
  readonly answers: PageAnswers | null;
}

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

/** What is known of a frame of which nothing is heard. */
export interface SilentFrame extends FrameErrorDetails {
  /** What the frame is called in the timeline. */
  readonly name: string;
  readonly appOrigin: string;
}

/** What keeps the page from coming at all; nothing when it comes, as far as can be told. */
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

/** Nothing was heard of a page for so long, in milliseconds. */
export function silenceOf(frame: SilentFrame, timeLimit: number): FrameError {
  const {name, url, method, answers} = frame;
  const served =
    answers === null
      ? 'What its server answers is not known here.'
      : `Its server answers with ${answers[method]}: is the kit on the page, and what says its console?`;
  const text = `${name}: nothing was heard of ${method.toUpperCase()} ${url} within ${seconds(timeLimit)}. ${served}`;
  return new FrameError('nothing-heard', text, frame);
}

/** A page speaks, and has not bound an event for so long, in milliseconds. */
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
