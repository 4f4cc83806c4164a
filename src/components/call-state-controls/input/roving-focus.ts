/**
 * Roving tabindex: one tab stop for a group of controls, and arrow keys between them, as the ARIA
 * patterns of toolbar, radio group and grid require.
 */
import type {LitElement, ReactiveController} from 'lit';

const CONTAINERS = '[data-roving]';
const STOPS = 'button';

/** How far the centres of two controls in one row may differ, in pixels. */
const ROW_TOLERANCE = 4;

export class RovingFocus implements ReactiveController {
  readonly #host: LitElement;
  /** The last focused control of each container. */
  readonly #stops = new WeakMap<Element, HTMLElement>();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('keydown', this.#onKey);
  }

  hostConnected(): void {
    // On the shadow root: `focusin` does not leave it when the focus moves inside.
    this.#host.renderRoot.addEventListener('focusin', this.#onFocus);
  }

  hostUpdated(): void {
    for (const container of this.#host.renderRoot.querySelectorAll(CONTAINERS)) {
      this.#updateStops(container);
    }
  }

  #updateStops(container: Element): void {
    const stops = stopsIn(container);
    const last = this.#stops.get(container);
    const present = stops.find((stop) => stop === last);
    const checked = stops.find(({ariaChecked}) => ariaChecked === 'true');
    const current = present ?? checked ?? stops[0];
    for (const stop of stops) stop.tabIndex = stop === current ? 0 : -1;
  }

  readonly #onFocus = (event: Event): void => {
    const [container, stop] = placeOf(event);
    if (container === undefined || stop === undefined) return;
    this.#stops.set(container, stop);
    this.#updateStops(container);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const {altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, key} = event;
    if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    const [container, stop] = placeOf(event);
    if (container === undefined || stop === undefined) return;
    const next = nextStop(key, stopsIn(container), stop, container);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
}

function nextStop(
  key: string,
  stops: readonly HTMLElement[],
  from: HTMLElement,
  container: Element,
): HTMLElement | undefined {
  const isLeftToRight = getComputedStyle(container).direction === 'ltr';
  const at = stops.indexOf(from);
  const step = (by: 1 | -1): HTMLElement | undefined => stops.at((at + by) % stops.length);
  switch (key) {
    case 'ArrowRight':
      return step(isLeftToRight ? 1 : -1);
    case 'ArrowLeft':
      return step(isLeftToRight ? -1 : 1);
    case 'ArrowDown':
      return inNextRow(stops, from, 1) ?? step(1);
    case 'ArrowUp':
      return inNextRow(stops, from, -1) ?? step(-1);
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return undefined;
  }
}

/** The nearest control in the next row downwards (1) or upwards (-1). */
function inNextRow(
  stops: readonly HTMLElement[],
  from: HTMLElement,
  towards: 1 | -1,
): HTMLElement | undefined {
  const start = centerOf(from);
  const beyond = stops
    .map((stop) => ({stop, center: centerOf(stop)}))
    .map(({stop, center}) => ({
      stop,
      rows: (center.y - start.y) * towards,
      aside: Math.abs(center.x - start.x),
    }))
    .filter(({rows}) => rows > ROW_TOLERANCE);
  const nearest = Math.min(...beyond.map(({rows}) => rows));
  return beyond
    .filter(({rows}) => rows <= nearest + ROW_TOLERANCE)
    .sort((a, b) => a.aside - b.aside)[0]?.stop;
}

function centerOf(element: Element): {readonly x: number; readonly y: number} {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  return {x: (left + right) / 2, y: (top + bottom) / 2};
}

function stopsIn(container: Element): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(STOPS)];
}

function placeOf(event: Event): [container?: Element, stop?: HTMLElement] {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return [];
  const stop = target.closest<HTMLElement>(STOPS);
  const container = stop?.closest(CONTAINERS);
  return stop === null || container === null || container === undefined ? [] : [container, stop];
}
