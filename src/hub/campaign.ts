/**
 * The next client of a campaign, in the frames that are told different halves of it: the tab's portal
 * tells the call's new id and its bindings, the worker's only the number and the record.
 */
import {isSameClient, type Call} from '../model/call/call.js';
import type {HubCall} from '../model/hub/hub-call.js';
import type {HubFrame} from '../model/hub/hub-frame.js';

/** The call of a worker's present client as a tab has read it; nothing where no tab has. */
export function clientAsRead(own: Call, frames: readonly HubFrame[]): Call | undefined {
  if (!own.campaign) return undefined;
  const read = frames.flatMap(({client}) => {
    return client !== null && isSameClient(client, own) ? [client] : [];
  });
  return read.find(({id}) => id === own.id) ?? read[0];
}

/**
 * By which id the frame with the card knows this frame's client: it hears of another one later than
 * the tab does, and until then the card is there under the last one.
 */
export class ClientInCard {
  #known: string | null = null;

  idOf(own: Call, calls: readonly HubCall[]): string {
    if (!own.campaign) return own.id;
    const candidates = [
      calls.find(({call}) => call.id === own.id),
      calls.find(({call}) => call.campaign && isSameClient(call, own)),
      calls.find(({call}) => call.id === this.#known),
    ];
    this.#known = candidates.find((found) => found !== undefined)?.call.id ?? own.id;
    return this.#known;
  }
}
