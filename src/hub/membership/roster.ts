/** The app's other frames, as they have described themselves. */
import {byPrecedence, mayLead, type HubFrame} from '../../model/hub/hub-frame.js';
import type {CardCommandName} from '../../model/card/card-command.js';

/** More frames than any browser has tabs for; the rest is not taken in. */
const MOST_FRAMES = 200;

export class Roster {
  readonly #frames = new Map<string, HubFrame>();
  readonly #heardAt = new Map<string, number>();

  get size(): number {
    return this.#frames.size;
  }

  get frames(): readonly HubFrame[] {
    return [...this.#frames.values()];
  }

  has(id: string): boolean {
    return this.#frames.has(id);
  }

  get(id: string): HubFrame | undefined {
    return this.#frames.get(id);
  }

  /** Takes in a frame or what has changed about it. Returns whether there was room. */
  put(frame: HubFrame): boolean {
    if (!this.has(frame.id) && this.size >= MOST_FRAMES) return false;
    this.#frames.set(frame.id, frame);
    return true;
  }

  /** Returns whether it was there. */
  remove(id: string): boolean {
    this.#heardAt.delete(id);
    return this.#frames.delete(id);
  }

  clear(): void {
    this.#frames.clear();
    this.#heardAt.clear();
  }

  markHeard(id: string, now: number): void {
    if (this.has(id)) this.#heardAt.set(id, now);
  }

  /** When something was heard of a frame, in milliseconds since the epoch; 0 for never. */
  heardAt(id: string): number {
    return this.#heardAt.get(id) ?? 0;
  }

  /** Those of whom nothing was heard since that moment. */
  silentSince(moment: number): readonly string[] {
    return [...this.#frames.keys()].filter((id) => this.heardAt(id) < moment);
  }

  /** The youngest of these frames that shows a call in a tab of its card. */
  youngestTab(ids: ReadonlySet<string>): HubFrame | undefined {
    return this.frames
      .filter(({id, role, callId}) => role === 'tab' && callId !== null && ids.has(id))
      .sort((a, b) => b.since - a.since)[0];
  }

  /** Who may lead, in the order in which they come to it, this frame among them. */
  candidates(own: HubFrame): readonly HubFrame[] {
    return [own, ...this.frames].filter(mayLead).sort(byPrecedence);
  }
}

/**
 * Whether a frame can run a command for a call: it shows that call, or it is a worker that has not
 * been told of any, because it was loaded after its card was opened.
 */
export function canRun(frame: HubFrame, name: CardCommandName, callId: string | null): boolean {
  if (!frame.commands.includes(name)) return false;
  return frame.callId === callId || isUncertain(frame);
}

/** It may have a card or not; only the portal can tell. */
export function isUncertain({role, callId}: HubFrame): boolean {
  return role === 'worker' && callId === null;
}
