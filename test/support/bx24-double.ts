/**
 * A double of the global of BX24.js: what the reference says of that library, and nothing of its code
 * (reference: window protocol, sections 1 to 4).
 */
import {asObject, asText, parseJson, type JsonObject} from '../../src/model/parse/reading.js';

type Callback = (value: unknown) => void;

export interface Bx24Double {
  init(callback: () => void): void;
  getAuth(): JsonObject | false;
  refreshAuth(callback: Callback): void;
  getLang(): string;
  isAdmin(): boolean;
  getDomain(): string;
  openPath(path: string, callback: Callback): void;
  resizeWindow(width: number, height: number, callback: Callback): void;
  callMethod(
    method: string,
    parameters: Readonly<Record<string, string>>,
    callback: Callback,
  ): void;
  readonly placement: {
    info(): {readonly placement: string; readonly options: unknown};
    getInterface(callback: Callback): void;
    call(command: string, parameters?: Record<string, unknown>, callback?: Callback): void;
    bindEvent(event: string, callback: Callback): void;
  };
  /** Ends this double, as the page's end would. */
  unload(): void;
}

/** The library as it is when its script was just loaded into the window. */
export function makeBx24(window: Window): Bx24Double {
  const messages = new Messages(window);
  let data: JsonObject = {};
  let expiresAt = 0;
  let isReady = false;
  const onReady: (() => void)[] = [];

  const takeToken = (token: JsonObject): void => {
    data = {...data, ...token};
    expiresAt = Date.now() + Number(asText(token['AUTH_EXPIRES'])) * 1000;
  };
  const refreshAuth = (callback: Callback): void => {
    messages.send('refreshAuth', undefined, (answer) => {
      takeToken(asObject(answer) ?? {});
      callback(bx24.getAuth());
    });
  };
  const bx24: Bx24Double = {
    init: (callback) => {
      if (isReady) {
        callback();
        return;
      }
      if (onReady.push(callback) > 1) return;
      messages.send('getInitData', undefined, (answer) => {
        data = asObject(answer) ?? {};
        takeToken(data);
        isReady = true;
        for (const ready of onReady.splice(0)) ready();
      });
    },
    getAuth: () =>
      expiresAt > Date.now() && {
        access_token: data['AUTH_ID'],
        refresh_token: data['REFRESH_ID'],
        expires_in: data['AUTH_EXPIRES'],
        domain: data['DOMAIN'],
        member_id: data['MEMBER_ID'],
      },
    refreshAuth,
    getLang: () => asText(data['LANG']) ?? '',
    isAdmin: () => data['IS_ADMIN'] === true,
    getDomain: () => asText(data['DOMAIN']) ?? '',
    openPath: (path, callback) => messages.send('openPath', {path}, callback),
    resizeWindow: (width, height, callback) => {
      messages.send('resizeWindow', {width, height}, callback);
    },
    callMethod: (method, parameters, callback) => {
      const body = new URLSearchParams({...parameters, auth: asText(data['AUTH_ID']) ?? ''});
      const request = new XMLHttpRequest();
      request.open('POST', `${messages.origin}${asText(data['PATH']) ?? ''}/${method}.json`);
      request.setRequestHeader('Content-Type', 'text/plain;charset=UTF-8');
      request.addEventListener('load', () => {
        // The callback never learns of it.
        if (request.status >= 500) throw new Error('Query error!');
        const answer = asObject(parseJson(request.responseText)?.value);
        const error = asText(answer?.['error']) ?? '';
        if (request.status === 401 && /^(expired|invalid)_token$/.test(error)) {
          // Without a limit.
          refreshAuth(() => bx24.callMethod(method, parameters, callback));
        } else callback(answer);
      });
      request.send(body.toString());
    },
    placement: {
      info: () => ({
        placement: asText(data['PLACEMENT']) ?? '',
        options: data['PLACEMENT_OPTIONS'],
      }),
      getInterface: (callback) => messages.send('getInterface', undefined, callback),
      call: (command, parameters, callback) => {
        const own = (bx24 as unknown as Readonly<Record<string, unknown>>)[command];
        // A command is shadowed by the library's own function of that name.
        if (typeof own === 'function') Reflect.apply(own, bx24, [parameters, callback]);
        else messages.send(command, parameters, callback);
      },
      bindEvent: (event, callback) => messages.send('placementBindEvent', {event}, callback),
    },
    unload: () => messages.end(),
  };
  return bx24;
}

/** The library's conversation with the portal. */
class Messages {
  readonly origin: string;
  readonly #window: Window;
  readonly #sid: string;
  readonly #callbacks = new Map<string, Callback>();
  readonly #listening = new AbortController();

  constructor(window: Window) {
    const [host = '', protocol, sid = ''] = window.name.split('|');
    this.#window = window;
    this.#sid = sid;
    this.origin = `${protocol === '1' ? 'https' : 'http'}://${host}`;
    window.addEventListener('message', (event) => this.#receive(event), {
      signal: this.#listening.signal,
    });
  }

  /** The slot of parameters that are not there is kept, and so is the one of the callback. */
  send(command: string, parameters: object | undefined, callback?: Callback): void {
    const id = callback === undefined ? '' : crypto.randomUUID();
    if (callback !== undefined) this.#callbacks.set(id, callback);
    const json = parameters === undefined ? '' : JSON.stringify(parameters);
    this.#window.parent.postMessage([command, json, id, this.#sid].join(':'), this.origin);
  }

  end(): void {
    this.#listening.abort();
  }

  #receive({data, origin}: MessageEvent<unknown>): void {
    if (origin !== this.origin || typeof data !== 'string') return;
    const colon = data.indexOf(':');
    // Callbacks are kept: a second answer calls again.
    const callback = this.#callbacks.get(data.slice(0, Math.max(colon, 0)));
    if (callback === undefined) return;
    const text = data.slice(colon + 1);
    // No value is an empty list here. What is not JSON goes no further.
    const read = text === '' ? {value: []} : parseJson(text);
    if (read !== undefined) callback(read.value);
  }
}
