/** Faults on demand: what goes wrong with which request, and how often. */
import type {Fault, FaultKind} from '../contract.js';
import {CORS_HEADERS, errorResponse} from '../endpoint/rest-answer.js';
import {RestError} from '../endpoint/rest-error.js';

/** Says that no answer is to be sent: whoever owns the connection breaks it. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped';
}

type Postponing = Extract<FaultKind, {kind: 'delay' | 'hold'}>;
export type AnsweringFault = Exclude<FaultKind, Postponing>;

interface ActiveFault {
  readonly fault: Fault;
  remaining: number;
}

/** Where requests are held: someone waits for the first to arrive, and all of them for the release. */
interface Gate {
  readonly arrived: Signal;
  readonly opened: Signal;
}

interface Signal {
  readonly done: Promise<void>;
  readonly give: () => void;
}

export class RestFaults {
  #active: ActiveFault[] = [];
  readonly #gates = new Map<string, Gate>();

  add(fault: Fault): void {
    this.#active.push({fault, remaining: fault.times ?? Number.POSITIVE_INFINITY});
  }

  /** Forgets every fault and lets go of whoever waits. */
  clear(): void {
    this.#active = [];
    for (const key of [...this.#gates.keys()]) this.release(key);
  }

  /** Lets everyone who waits at a key go on, and everyone who comes. */
  release(key: string): void {
    this.#active = this.#active.filter(({fault}) => !isHoldAt(fault, key));
    const gate = this.#gates.get(key);
    this.#gates.delete(key);
    gate?.opened.give();
    // Whoever waits for an arrival would wait for ever.
    gate?.arrived.give();
  }

  /** Resolves as soon as a request is held at a key, and at once where none will be. */
  async held(key: string): Promise<void> {
    if (this.#gates.has(key) || this.#active.some(({fault}) => isHoldAt(fault, key)))
      await this.#gate(key).arrived.done;
  }

  /**
   * Meets the faults for a method in the order they were added: waits where one postpones, and
   * returns the first that takes the answer's place.
   */
  async meet(method: string, insideBatch: boolean): Promise<AnsweringFault | null> {
    for (const active of [...this.#active]) {
      const {fault} = active;
      if (!applies(fault, method, insideBatch) || !this.#use(active)) continue;
      if (!isPostponing(fault)) return fault;
      await this.#postpone(fault);
    }
    return null;
  }

  #use(active: ActiveFault): boolean {
    // It may have been cleared, or used up by another request, while this one waited.
    if (!this.#active.includes(active)) return false;
    active.remaining -= 1;
    if (active.remaining === 0) this.#active = this.#active.filter((other) => other !== active);
    return true;
  }

  #postpone(fault: Postponing): Promise<void> {
    if (fault.kind === 'delay') return new Promise((go) => setTimeout(go, fault.delayMs));
    const gate = this.#gate(fault.key);
    gate.arrived.give();
    return gate.opened.done;
  }

  #gate(key: string): Gate {
    const gate = this.#gates.get(key) ?? {arrived: newSignal(), opened: newSignal()};
    this.#gates.set(key, gate);
    return gate;
  }
}

/** The HTTP answer that a fault gives. Throws `ConnectionDropped` for none. */
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

/** The same as an error of one command: inside of a batch there is no HTTP to go wrong. */
export function faultError(fault: AnsweringFault): RestError {
  if (fault.kind !== 'error')
    return new RestError('INTERNAL_SERVER_ERROR', 'Internal server error.');
  return new RestError(fault.code, fault.description ?? fault.code, fault.status);
}

const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

function textResponse(text: string, status: number, contentType: string): Response {
  // A status without a body must have none at all, or the response can't be made.
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

function newSignal(): Signal {
  let give = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {done, give};
}
