/** An app that does what can be frozen or denied, and tells a test what has happened to it. */
import {serveTasks, type ProbeTasks} from './probe.js';

/** All that has happened in the frame, in order. */
const diary: string[] = [];
const sources = new Set<string>();
const channels = new Map<string, BroadcastChannel>();
const timeouts = new Map<string, ReturnType<typeof setTimeout>>();
const [host = '', , sid = ''] = window.name.split('|');

const tasks: ProbeTasks = {
  /** Does a task when the page hears a step of its life. */
  at: ({event, task, input}: {event: string; task: string; input: never}) => {
    document.addEventListener(event, () => tasks[task]?.(input));
  },
  diary: () => diary,
  /** Sends a command to the portal; the command is the answer's callback, too. */
  send: ({command, parameters}: {command: string; parameters: unknown}) => {
    const text = [command, JSON.stringify(parameters), command, sid].join(':');
    parent.postMessage(text, `http://${host}`);
  },
  /** From where messages come. */
  sources: () => [...sources],
  ancestors: () => ({topIsParent: top === parent, framesOfTop: top?.length}),
  /** Binds an event of the portal, whose messages are then in the diary. */
  bind: (event: string) => {
    const text = `placementBindEvent:${JSON.stringify({event})}:${event.replace('::', '-')}:${sid}`;
    parent.postMessage(text, `http://${host}`);
  },
  note: (text: string) => diary.push(text),
  timeout: ({name, milliseconds}: Timer) => {
    timeouts.set(
      name,
      setTimeout(() => diary.push(name), milliseconds),
    );
  },
  interval: ({name, milliseconds}: Timer) => setInterval(() => diary.push(name), milliseconds),
  clear: (name: string) => clearTimeout(timeouts.get(name)),
  frame: (name: string) => requestAnimationFrame(() => diary.push(name)),
  /** Asks for a lock and keeps it. */
  lock: (name: string) => {
    void navigator.locks.request(name, () => {
      diary.push(`has ${name}`);
      return new Promise(() => undefined);
    });
  },
  /** Whether somebody has the lock. */
  isHeld: (name: string) =>
    navigator.locks.request(name, {ifAvailable: true}, (lock) => lock === null),
  join: (name: string) => {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({data}) => diary.push(`${channel.name}: ${String(data)}`));
    channels.set(name, channel);
  },
  say: ({name, text}: {name: string; text: string}) => channels.get(name)?.postMessage(text),
  fetch: () => {
    void fetch(location.pathname).then(() => diary.push('fetched'));
  },
  /** What becomes of each thing that a browser may deny. */
  tryAll: async () => {
    const outcomes = Object.entries(ATTEMPTS).map(async ([name, attempt]) => {
      try {
        await attempt();
        return [name, 'works'];
      } catch (error) {
        return [name, error instanceof Error || error instanceof DOMException ? error.name : '?'];
      }
    });
    return Object.fromEntries(await Promise.all(outcomes)) as unknown;
  },
  has: () => ({
    localStorage: Boolean(localStorage),
    indexedDB: Boolean(indexedDB),
    BroadcastChannel: 'BroadcastChannel' in window,
    locks: 'locks' in navigator,
  }),
  /** What was put on an object that the browser makes anew where nobody holds it. */
  forgettable: () => Object.getOwnPropertyNames(navigator.locks),
};
const tell = serveTasks(tasks);

interface Timer {
  readonly name: string;
  readonly milliseconds: number;
}

const ATTEMPTS: Readonly<Record<string, () => unknown>> = {
  localStorage: () => localStorage.getItem('x'),
  sessionStorage: () => sessionStorage.getItem('x'),
  indexedDB: () => indexedDB.open('conditions'),
  broadcastChannel: () => new BroadcastChannel('x').close(),
  locks: () => navigator.locks.request('conditions', () => undefined),
  queryLocks: () => navigator.locks.query(),
};

window.addEventListener('message', ({data, source}) => {
  sources.add(source === parent ? 'parent' : 'another');
  diary.push(String(data));
});
for (const type of ['freeze', 'resume']) {
  document.addEventListener(type, () => diary.push(type));
}
for (const type of ['pagehide', 'unload']) window.addEventListener(type, () => goodbye(type));
document.addEventListener('visibilitychange', () => goodbye(document.visibilityState));

/** Tells the test and the app's other frames; a page that goes reaches one or the other. */
function goodbye(type: string): void {
  tell(type);
  for (const channel of channels.values()) channel.postMessage(type);
}
