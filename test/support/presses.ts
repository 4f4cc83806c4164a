/** Pointer presses at a place, and at a time that the test sets. */

/** The deepest element at a place of the window, through shadow roots. */
function elementAt(x: number, y: number): Element {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const deeper: Element | null | undefined = found?.shadowRoot?.elementFromPoint(x, y);
    if (deeper === null || deeper === undefined || deeper === found) break;
    found = deeper;
  }
  return found ?? document.documentElement;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function centerOf(element: Element): Place {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  return {x: (left + right) / 2, y: (top + bottom) / 2};
}

/** Gives events time stamps of the test, in milliseconds. `restore` undoes it. */
export class PressTimes {
  /** Long after whatever the test does to the page itself. */
  #now = performance.now() + 60_000;
  readonly #types = ['pointerdown', 'click', 'keydown'];

  constructor() {
    for (const type of this.#types) addEventListener(type, this.#stamp, {capture: true});
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  restore(): void {
    for (const type of this.#types) removeEventListener(type, this.#stamp, {capture: true});
  }

  readonly #stamp = (event: Event): void => {
    Object.defineProperty(event, 'timeStamp', {value: this.#now});
  };
}

/** What a pointer does at a place, on whatever is there. */
export function pressAt({x, y}: Place, pointerType: 'mouse' | 'touch'): void {
  const common = {bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y};
  const down = elementAt(x, y);
  down.dispatchEvent(new PointerEvent('pointerdown', {...common, pointerType}));
  const up = elementAt(x, y);
  up.dispatchEvent(new PointerEvent('pointerup', {...common, pointerType}));
  // A click is of what the pointer went down and came up on.
  if (up === down) up.dispatchEvent(new MouseEvent('click', {...common, detail: 1}));
}
