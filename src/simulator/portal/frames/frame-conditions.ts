/**
 * The conditions under which a browser runs an app's frame. They travel in a parameter of the page's
 * address, which the window protocol does not touch; `frame-side/install.ts`, the first script of the
 * page, puts them in force.
 */

/** What a browser may deny a frame, in each way that occurs in practice. */
export const DENIALS = [
  /** `localStorage`, `sessionStorage`, IndexedDB, caches and SharedWorker throw `SecurityError`. */
  'storage',
  /** `localStorage` and `sessionStorage` are null, IndexedDB does not exist. */
  'storage-missing',
  /** `new BroadcastChannel` throws `SecurityError`. */
  'broadcast-channel',
  /** `BroadcastChannel` does not exist. */
  'broadcast-channel-missing',
  /** The channel opens in a partition of its own: messages reach no other frame, and none arrive. */
  'broadcast-channel-alone',
  /** `navigator.locks` rejects with `SecurityError`. */
  'locks',
  /** `navigator.locks` does not exist. */
  'locks-missing',
] as const;

export type Denial = (typeof DENIALS)[number];

/** The conditions of a frame. With any, even empty ones, it can be frozen, resumed and crashed. */
export interface FrameConditions {
  /** What the browser denies the frame; nothing by default. */
  readonly deny?: readonly Denial[];
}

/** An order of the portal to a frame with conditions. */
export type FrameOrder = 'freeze' | 'freeze-silently' | 'resume' | 'crash';

const PARAMETER = 'simulated-conditions';
const ORDERS: readonly FrameOrder[] = ['freeze', 'freeze-silently', 'resume', 'crash'];

/** The page's address with the conditions in it. */
export function withConditions(url: string, {deny = []}: FrameConditions): string {
  const result = new URL(url);
  result.searchParams.set(PARAMETER, deny.join(' '));
  return result.href;
}

/** The conditions in an address; `null` where it has none. */
export function conditionsIn(url: string): FrameConditions | null {
  const text = new URL(url).searchParams.get(PARAMETER);
  if (text === null) return null;
  const names = text.split(' ');
  return {deny: DENIALS.filter((denial) => names.includes(denial))};
}

export function asOrder(value: unknown): FrameOrder | undefined {
  return ORDERS.find((order) => order === value);
}
