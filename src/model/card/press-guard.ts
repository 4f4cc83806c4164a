/**
 * Whether a press is meant for the control that it hits: pure rules. Nothing that came under a
 * pointer just now, or just after that pointer has pressed something else, was meant by it.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a control can be pressed: its box in the window, and the key that it carries. */
export interface Spot {
  readonly box: Box;
  readonly key?: string | undefined;
}

/** Where each control is, by what identifies it. */
export type Layout<C> = ReadonlyMap<C, Spot>;

export interface Press<C> {
  /** Milliseconds on any clock that goes on. */
  readonly at: number;
  /** None for a press on anything else of the page. */
  readonly control: C | undefined;
  /** Where the pointer is, or the name of a key. */
  readonly place: Point | string;
}

/** A press, and what was where when it happened. */
export interface PastPress<C> extends Press<C> {
  readonly layout: Layout<C>;
}

/** The last change of the controls, and what was where until then. */
export interface PastChange<C> {
  readonly at: number;
  readonly layout: Layout<C>;
}

export interface PressHistory<C> {
  readonly press?: PastPress<C> | undefined;
  readonly change?: PastChange<C> | undefined;
}

/** A little longer than the second within which people press twice, or again because nothing happened. */
export const AFTER_PRESS_MS = 1200;
/** A person who presses so soon after a change has not seen it. */
export const AFTER_CHANGE_MS = 400;
/** How far apart two presses of one place may be, in pixels: a finger is not put down twice alike. */
const REACH = 24;

/** False for a press on what has just come to its place. */
export function isMeant<C>(press: Press<C>, history: PressHistory<C>): boolean {
  return !isPressedAgain(press, history.press) && !isOvertaken(press, history.change);
}

/**
 * What is remembered of a press. One that was not meant is a part of the one before: whoever presses
 * on and on has not looked up yet.
 */
export function rememberPress<C>(
  press: Press<C>,
  history: PressHistory<C>,
  layout: Layout<C>,
): PressHistory<C> {
  if (isMeant(press, history)) return {...history, press: {...press, layout}};
  const {press: before, change} = history;
  if (before !== undefined && isPressedAgain(press, before)) {
    return {...history, press: {...before, at: press.at}};
  }
  return {...history, press: {...press, control: undefined, layout: change?.layout ?? layout}};
}

/** The place was pressed a moment ago, when another control was there. */
function isPressedAgain<C>(press: Press<C>, before: PastPress<C> | undefined): boolean {
  const {control, place, at} = press;
  if (before === undefined || control === undefined || before.control === control) return false;
  if (!isRecent(before.at, at, AFTER_PRESS_MS)) return false;
  if (!isSamePlace(place, before)) return false;
  // What was at the pressed place and was not hit lay under something else.
  const wasCovered = stoodAt(before.layout, control, before.place);
  return wasCovered || !stoodAt(before.layout, control, place);
}

/** Another control was at the place until a moment ago. */
function isOvertaken<C>(
  {control, place, at}: Press<C>,
  change: PastChange<C> | undefined,
): boolean {
  if (change === undefined || control === undefined) return false;
  if (!isRecent(change.at, at, AFTER_CHANGE_MS)) return false;
  const before = [...change.layout.keys()].find((each) => stoodAt(change.layout, each, place));
  return before !== undefined && before !== control;
}

function isRecent(then: number, now: number, limit: number): boolean {
  return now >= then && now - then <= limit;
}

function isSamePlace<C>(
  place: Press<C>['place'],
  {place: before, control, layout}: PastPress<C>,
): boolean {
  if (typeof place === 'string' || typeof before === 'string') return place === before;
  if (Math.hypot(place.x - before.x, place.y - before.y) <= REACH) return true;
  return control !== undefined && stoodAt(layout, control, place);
}

function stoodAt<C>(layout: Layout<C>, control: C, place: Press<C>['place']): boolean {
  const spot = layout.get(control);
  if (spot === undefined) return false;
  if (typeof place === 'string') return spot.key === place;
  const {left, top, right, bottom} = spot.box;
  return place.x >= left && place.x <= right && place.y >= top && place.y <= bottom;
}
