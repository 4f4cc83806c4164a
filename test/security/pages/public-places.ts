/** Where somebody could find a token who is no part of the kit; and how one would get there. */
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import type {Logger, LogRecord} from '../../../src/controller/telemetry/log-record.js';
import {CallErrorEvent} from '../../../src/events/call-error-event.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {HEARD} from './eavesdropper.js';
import {readable} from './readable.js';

const LOGGED: string[] = [];
const EVENTS: string[] = [];
const SIBLINGS: string[] = [];

export const logger: Logger = (record) => LOGGED.push(readable(record));

const EVENT_TYPES = [
  ...['call-ready', 'call-change', 'call-action', 'call-command', 'call-error'],
  ...['record-load', 'record-error', 'record-missing', 'record-open'],
  ...['note-save', 'note-saved', 'note-error', 'error', 'unhandledrejection'],
];
for (const type of EVENT_TYPES) {
  addEventListener(type, (event) => EVENTS.push(type, readable(event)), {capture: true});
}
addEventListener('message', ({source, data}) => {
  if (source !== parent) SIBLINGS.push(readable(data));
});

interface Place {
  readonly read: () => string | Promise<string>;
  /** Brings a token there, as a mistake in the kit would. */
  readonly plant: (token: string) => unknown;
}

export function publicPlaces(controller: CallCardController): Readonly<Record<string, Place>> {
  return {
    dom: {read: () => markup(document), plant: plantInShadow},
    console: {
      read: () => HEARD.console.join('\n'),
      plant: (token) => console.warn('asked', {parameters: new Map([['auth', token]])}),
    },
    storage: {read: storage, plant: (token) => sessionStorage.setItem('planted', token)},
    'removed from storage': {
      read: () => HEARD.written.join('\n'),
      plant: (token) => {
        localStorage.setItem('planted', token);
        localStorage.removeItem('planted');
      },
    },
    databases: {
      // WebKit lists none to a frame of another site, so they are heard of when they are opened, too.
      read: async () => readable([HEARD.databases, await indexedDB.databases()]),
      plant: (token) => created(indexedDB.open(`planted ${token}`)),
    },
    channels: {
      read: () => HEARD.channels.join('\n'),
      plant: (token) => new BroadcastChannel('planted').postMessage({deep: [token]}),
    },
    'messages between frames': {
      read: () => SIBLINGS.join('\n'),
      plant: (token) =>
        new Promise((resolve) => {
          addEventListener('message', resolve, {once: true});
          postMessage(token, origin);
        }),
    },
    locks: {
      read: () => HEARD.locks.join('\n'),
      plant: (token) => navigator.locks.request(`planted ${token}`, () => undefined),
    },
    log: {
      read: () => LOGGED.join('\n'),
      plant: (token) => logger({at: 0, kind: 'planted', token} as unknown as LogRecord),
    },
    events: {
      read: () => EVENTS.join('\n'),
      plant: (token) =>
        document.querySelector('call-card-context')?.dispatchEvent(errorEvent(token)),
    },
    'addresses asked': {
      read: () => readable(performance.getEntries().map(({name}) => name)),
      plant: async (token) => (await fetch(`?auth=${token}`)).text(),
    },
    'own address': {
      read: () => `${location.href} ${document.cookie} ${document.title} ${window.name}`,
      plant: (token) => history.replaceState(null, '', `#${token}`),
    },
    controller: {
      read: () => readable(controller) + readable(controller.diagnostics),
      plant: (token) => Object.assign(controller, {planted: {token}}),
    },
    globals: {
      read: () => readable(ownGlobals()),
      plant: (token) => Object.assign(globalThis, {planted: {token}}),
    },
  };
}

const FROM_THE_START = new Set(Reflect.ownKeys(globalThis));
function ownGlobals(): readonly unknown[] {
  const names = Reflect.ownKeys(globalThis).filter((key) => !FROM_THE_START.has(key));
  return names.map((key): unknown => Reflect.get(globalThis, key));
}

function errorEvent(token: string): CallErrorEvent {
  const cause = new CallCardError('refused', 'Planted.', {parameters: {auth: token}});
  return new CallErrorEvent(new CallCardError('refused', 'Planted.', {cause}));
}

function plantInShadow(token: string): void {
  const [outer, inner] = [document.createElement('p'), document.createElement('p')];
  outer.attachShadow({mode: 'open'}).append(inner);
  inner.attachShadow({mode: 'open'}).innerHTML = `<input>`;
  const input = inner.shadowRoot?.querySelector('input');
  if (input) input.value = token;
  document.body.append(outer);
}

/** The page as HTML with all shadow roots, and what its inputs hold. */
function markup(root: Document | ShadowRoot): string {
  const own = root instanceof Document ? root.documentElement.outerHTML : root.innerHTML;
  const inside = [...root.querySelectorAll('*')].map((element) => {
    const typed =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.value
        : '';
    return typed + (element.shadowRoot === null ? '' : markup(element.shadowRoot));
  });
  return own + inside.join('\n');
}

function storage(): string {
  return readable([localStorage, sessionStorage]);
}

function created(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(new Error('The database could not be made.'));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
