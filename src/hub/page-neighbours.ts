/**
 * Which frames of the app are in one portal page, and so beside one card. Frames beside each other can
 * read what another of the same origin has put on its window, and of all others nothing.
 */

/** Where each frame has the ids of its ends of the hub: a page may have two copies of the kit. */
const SLOT: unique symbol = Symbol.for('call-card-kit.frames');

/** A portal page has few frames; of a page that makes thousands not all are looked at. */
const MOST_FRAMES = 100;

interface WindowWithIds {
  [SLOT]?: Set<string> | undefined;
}

/** Lets the others see this frame. Returns the undo. */
export function enterPage(frameId: string, page: Window = window): () => void {
  const own = page as WindowWithIds;
  const ids = (own[SLOT] ??= new Set());
  ids.add(frameId);
  return () => ids.delete(frameId);
}

/** The ids of the app's frames in this portal page. */
export function neighboursOf(page: Window = window): readonly string[] {
  if (page.parent === page) return [];
  const {frames} = page.parent;
  const indexes = Array.from(
    {length: Math.min(frames.length, MOST_FRAMES)},
    (_none, index) => index,
  );
  return indexes.flatMap((index) => {
    const frame = frames[index];
    return frame === undefined || frame === page ? [] : idsIn(frame);
  });
}

function idsIn(frame: Window): readonly string[] {
  try {
    const ids: unknown = (frame as WindowWithIds)[SLOT];
    // Of another realm, so that it is no instance of this one's `Set`.
    const list: readonly unknown[] = [...(ids as Iterable<unknown>)];
    return list.filter((id) => typeof id === 'string');
  } catch {
    // Of another origin, or without the kit.
    return [];
  }
}
