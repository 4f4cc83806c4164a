/**
 * `POST /simulator/probe` with `{"url": …}`: requests an app's page by POST, as a portal does, and by GET,
 * and answers the two statuses, which a portal's page cannot read from another origin. It serves only pages
 * of this server, and probes only servers on this machine.
 */
import {asObject, asText, parseJson} from '../../../model/parse/reading.js';
import type {PageAnswers} from '../contract.js';
import {jsonResponse} from './rest-answer.js';

/** How long the probed server may take, in milliseconds. */
const TIME_LIMIT_MS = 5000;
const THIS_MACHINE = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

export class ProbeEndpoint {
  async handle(request: Request): Promise<Response> {
    const here = new URL(request.url).origin;
    const from = request.headers.get('origin') ?? here;
    const url = urlIn(await request.text());
    if (from !== here || url === undefined) return jsonResponse({error: 'Not for this page'}, 403);
    const [post, get] = await Promise.all([statusOf(url, 'POST'), statusOf(url, 'GET')]);
    return jsonResponse({post, get} satisfies PageAnswers);
  }
}

function urlIn(body: string): URL | undefined {
  const text = asText(asObject(parseJson(body)?.value)?.['url']) ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && THIS_MACHINE.test(url.hostname) ? url : undefined;
}

/** The status of the answer; `null` without an answer. */
async function statusOf(url: URL, method: 'POST' | 'GET'): Promise<number | null> {
  const form = method === 'POST' ? {body: new URLSearchParams({status: 'L'})} : {};
  try {
    const {status} = await fetch(url, {
      method,
      ...form,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    return status;
  } catch {
    return null;
  }
}
