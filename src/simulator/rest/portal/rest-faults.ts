/** Faults on demand for REST requests: errors, broken answers, delays and held requests. */
import type {Fault, FaultKind} from '../contract.js';
import {CORS_HEADERS, errorResponse} from '../endpoint/rest-answer.js';
import {RestError} from '../endpoint/rest-error.js';

/** Thrown instead of an answer. The HTTP server then breaks the connection. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped';
}

type Postponing = Extract<FaultKind, {kind: 'delay' | 'hold'}>;
export type AnsweringFault = Exclude<FaultKind, Postponing>;

interface ActiveFault {
  readonly fault: Fault;
  remaining: number;
}

/** The requests that are held under one key: `arrived` resolves with the first, `opened` lets all go on. */
interface Gate {
  readonly arrived: Latch;
  readonly opened: Latch;
}

/** A latch: a promise and the function that resolves it. */
interface Latch {
  readonly done: Promise<void>;
  readonly open: () => void;
}

export class RestFaults {
  #active: ActiveFault[] = [];
  readonly #gates = new Map<string, Gate>();

  add(fault: Fault): void {
    this.#active.push({fault, remaining: fault.times ?? Number.POSITIVE_INFINITY});
  }

  /** Removes all faults and lets the held requests go on. */
  clear(): void {
    this.#active = [];
    for (const key of [...this.#gates.keys()]) this.release(key);
  }

  /** Removes the faults that hold requests under the key, and lets these requests go on. */
  release(key: string): void {
    this.#active = this.#active.filter(({fault}) => !isHoldAt(fault, key));
    const gate = this.#gates.get(key);
    this.#gates.delete(key);
    gate?.opened.open();
    // Nothing will be held under the key any more.
    gate?.arrived.open();
  }

  /** Resolves when a request is held under the key, or at once without such a fault. */
  async held(key: string): Promise<void> {
    if (this.#gates.has(key) || this.#active.some(({fault}) => isHoldAt(fault, key)))
      await this.#gate(key).arrived.done;
  }

  /**
   * Applies the faults for a method in the order in which they were added: waits for those that postpone
   * the answer, and returns the first that replaces it.
   */
  async applyTo(method: string, insideBatch: boolean): Promise<AnsweringFault | null> {
    for (const active of [...this.#active]) {
      const {fault} = active;
      if (!applies(fault, method, insideBatch) || !this.#countUse(active)) continue;
      if (!isPostponing(fault)) return fault;
      await this.#postpone(fault);
    }
    return null;
  }

  /** Counts a use of the fault. Returns false for one that has been removed or used up. */
  #countUse(active: ActiveFault): boolean {
    // Cleared, or used up by another request, while this one waited.
    if (!this.#active.includes(active)) return false;
    active.remaining -= 1;
    if (active.remaining === 0) this.#active = this.#active.filter((other) => other !== active);
    return true;
  }

  #postpone(fault: Postponing): Promise<void> {
    if (fault.kind === 'delay') return new Promise((go) => setTimeout(go, fault.delayMs));
    const gate = this.#gate(fault.key);
    gate.arrived.open();
    return gate.opened.done;
  }

  #gate(key: string): Gate {
    const gate = this.#gates.get(key) ?? {arrived: newLatch(), opened: newLatch()};
    this.#gates.set(key, gate);
    return gate;
  }
}

/**
 * The HTTP answer of a fault.
 *
 * @throws ConnectionDropped - the fault drops the connection
 */
export function faultResponse(fault: AnsweringFault): Response {
  switch (fault.kind) {
    case 'error':
      return errorResponse(faultError(fault));
    case 'status':
      return textResponse('', fault.status, 'text/html; charset=utf-8');
    case 'html':
      return textResponse(GATEWAY_PAGE, fault.status ?? 502, 'text/html; charset=utf-8');
    case 'not-json':
      return textResponse('{"result":', fault.status ?? 200, 'application/json; charset=utf-8');
    case 'empty':
      return textResponse('', 200, 'application/json; charset=utf-8');
    case 'drop':
      throw new ConnectionDropped('The connection was dropped on demand.');
  }
}

/** The fault as an error of one command. Inside a batch there is no HTTP answer to replace. */
export function faultError(fault: AnsweringFault): RestError {
  if (fault.kind !== 'error')
    return new RestError('INTERNAL_SERVER_ERROR', 'Internal server error.');
  return new RestError(fault.code, fault.description ?? fault.code, fault.status);
}

const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

function textResponse(text: string, status: number, contentType: string): Response {
  // `Response` rejects any body for these statuses.
  const body = status === 204 || status === 205 || status === 304 ? null : text;
  return new Response(body, {status, headers: {...CORS_HEADERS, 'Content-Type': contentType}});
}

function isHoldAt(fault: Fault, key: string): boolean {
  return fault.kind === 'hold' && fault.key === key;
}

function isPostponing(fault: FaultKind): fault is Postponing {
  return fault.kind === 'delay' || fault.kind === 'hold';
}

function applies(fault: Fault, method: string, insideBatch: boolean): boolean {
  if ((fault.insideBatch ?? false) !== insideBatch) return false;
  return fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase();
}

function newLatch(): Latch {
  let open = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {done, open};
}
