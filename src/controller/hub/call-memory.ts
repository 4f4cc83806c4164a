/**
 * What a worker's card shows, kept for the page that comes after it in the same portal tab: the portal
 * tells a worker that is loaded in mid-call neither that there is a card nor of which call.
 */
import {readHubCall, writeHubCall, type HubCall} from '../../model/hub-call.js';
import {parseJson} from '../../model/reading.js';

const VERSION = 1;

export class CallMemory {
  readonly #key: string;

  /** @param memberId - the portal's id: another portal's calls are not of this one */
  constructor(memberId: string) {
    this.#key = `call-card-kit:call:${VERSION}:${memberId}`;
  }

  /** What was kept, if it can be read. */
  get call(): HubCall | undefined {
    try {
      return readHubCall(parseJson(sessionStorage.getItem(this.#key) ?? '')?.value);
    } catch {
      // Denied: then there is nothing that an earlier page could have kept.
      return undefined;
    }
  }

  /** Keeps it until the card is closed. */
  keep(call: HubCall): void {
    if (call.card === null) {
      this.forget();
      return;
    }
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(writeHubCall(call)));
    } catch {
      // Denied, or full: a worker that is loaded in mid-call hears of it from the other frames.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Denied: nothing was kept.
    }
  }
}
