/** Batches by hand: a simple request, which needs no preflight, and some patience with limits. */
import type {Answers, BatchCall} from './record-card.js';

export interface RestAccess {
  /** Below which the methods are. */
  readonly address: string;
  token: string;
  /** A new token, when the old one is over. */
  readonly renew: () => Promise<string>;
  readonly fetch?: typeof fetch;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** How long to wait before each repetition, in milliseconds. */
const WAITS_MS = [1000, 2000, 4000];

interface RestBody {
  readonly result?: {readonly result?: Answers};
  readonly error?: string;
}

/** The answers to the calls. Rejects when the whole batch fails. */
export async function batchByHand(
  access: RestAccess,
  calls: Readonly<Record<string, BatchCall>>,
): Promise<Answers> {
  const {address, fetch: load = fetch, pause = wait} = access;
  let isRenewed = false;
  for (let attempt = 0; ; attempt += 1) {
    const body = form({auth: access.token, halt: 0, cmd: commands(calls)});
    const headers = {'Content-Type': 'text/plain;charset=UTF-8'};
    const response = await load(`${address}/batch.json`, {method: 'POST', headers, body});
    const {result, error = ''} = (await response.json()) as RestBody;
    if (response.ok && result !== undefined) return result.result ?? {};
    const delay = WAITS_MS[attempt];
    if (response.status === 401 && !isRenewed) {
      isRenewed = true;
      access.token = await access.renew();
    } else if (error === 'QUERY_LIMIT_EXCEEDED' && delay !== undefined) await pause(delay);
    else throw new Error(`batch: ${error || response.status}`);
  }
}

function commands(calls: Readonly<Record<string, BatchCall>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(calls).map(([key, {method, params}]) => [key, `${method}?${form(params)}`]),
  );
}

function form(parameters: Readonly<Record<string, unknown>>): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      pairs.push(`${name}=${encodeURIComponent(text)}`);
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      add(`${name}[${encodeURIComponent(key)}]`, part);
    }
  };
  for (const [name, value] of Object.entries(parameters)) add(name, value);
  return pairs.join('&');
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
