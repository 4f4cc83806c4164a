/**
 * The conditions under which a browser runs an app's frame, and how they travel: in a parameter of
 * the page's own address, which the window protocol does not touch. The page's first script is
 * `frame-side/install.ts`, which brings them about.
 */

/** What a browser may deny a frame, in each shape that is seen. */
export const DENIALS = [
  /** `localStorage`, `sessionStorage`, IndexedDB, caches and SharedWorker throw `SecurityError`. */
  'storage',
  /** `localStorage` and `sessionStorage` are null, IndexedDB is not there. */
  'storage-missing',
  /** `new BroadcastChannel` throws `SecurityError`. */
  'broadcast-channel',
  /** There is no `BroadcastChannel`. */
  'broadcast-channel-missing',
  /** The channel opens, but its partition is the frame's alone: nobody hears, nobody is heard. */
  'broadcast-channel-alone',
  /** `navigator.locks` rejects with `SecurityError`. */
  'locks',
  /** `navigator.locks` is not there. */
  'locks-missing',
] as const;

export type Denial = (typeof DENIALS)[number];

/** With conditions, even empty ones, a frame can be frozen, resumed and crashed. */
export interface FrameConditions {
  readonly deny?: readonly Denial[];
}

/** What the portal asks of a frame that runs under conditions. */
export type FrameOrder = 'freeze' | 'freeze-silently' | 'resume' | 'crash';

const PARAMETER = 'simulated-conditions';
const ORDERS: readonly FrameOrder[] = ['freeze', 'freeze-silently', 'resume', 'crash'];

/** The page's address with its conditions. */
export function withConditions(url: string, {deny = []}: FrameConditions): string {
  const result = new URL(url);
  result.searchParams.set(PARAMETER, deny.join(' '));
  return result.href;
}

/** The conditions in an address; `null` when it has none and the frame is left as it is. */
export function conditionsIn(url: string): FrameConditions | null {
  const text = new URL(url).searchParams.get(PARAMETER);
  if (text === null) return null;
  const names = text.split(' ');
  return {deny: DENIALS.filter((denial) => names.includes(denial))};
}

export function asOrder(value: unknown): FrameOrder | undefined {
  return ORDERS.find((order) => order === value);
}
