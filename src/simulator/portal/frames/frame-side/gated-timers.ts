/** Holds back the timers of a frozen frame, as a browser does. */
import type {Gate} from './gate.js';
import {replace} from './replace.js';

type Callback = (...given: unknown[]) => unknown;
type Start = (run: unknown, ...more: unknown[]) => number;
type Cancel = (id?: number) => void;

const PAIRS = [
  ['setTimeout', 'clearTimeout'],
  ['setInterval', 'clearInterval'],
  ['requestAnimationFrame', 'cancelAnimationFrame'],
  // WebKit has no idle callbacks.
  ['requestIdleCallback', 'cancelIdleCallback'],
] as const;

export function gateTimers(gate: Gate): void {
  // Timeouts and intervals share their ids, and either function clears both.
  const timers = new Map<number, () => void>();
  const frames = new Map<number, () => void>();
  const idles = new Map<number, () => void>();
  const waiting = [timers, timers, frames, idles];
  for (const [index, [start, cancel]] of PAIRS.entries()) {
    if (!(start in window)) continue;
    gatePair(gate, start, cancel, waiting[index] ?? timers);
  }
  // The native one would abort also while the frame is frozen.
  replace(AbortSignal, 'timeout', () => (milliseconds: number) => {
    const controller = new AbortController();
    const reason = new DOMException('The operation timed out.', 'TimeoutError');
    window.setTimeout(() => controller.abort(reason), milliseconds);
    return controller.signal;
  });
}

function gatePair(
  gate: Gate,
  start: (typeof PAIRS)[number][0],
  cancel: (typeof PAIRS)[number][1],
  waiting: Map<number, () => void>,
): void {
  replace(window, start, (native) => (run: unknown, ...more: unknown[]) => {
    const begin = native.bind(window) as Start;
    if (!isCallback(run)) return begin(run, ...more);
    const id = begin(
      (...given: unknown[]) => {
        // An interval that fires again while it waits runs once.
        if (waiting.has(id)) return;
        const cancelWait = gate.enqueue(() => {
          waiting.delete(id);
          run.apply(window, given);
        });
        if (!gate.isOpen) waiting.set(id, cancelWait);
      },
      ...more,
    );
    return id;
  });
  replace(window, cancel, (native) => (id?: number) => {
    (native.bind(window) as Cancel)(id);
    if (id === undefined) return;
    waiting.get(id)?.();
    waiting.delete(id);
  });
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}
