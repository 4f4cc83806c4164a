/**
 * A slow network in front of a server's answers: each waits for the way there and back, and all of
 * them share one line. It is in the server rather than in the browser, because the browser's own
 * emulation misses preflights and what frames of other sites load.
 */
import {setTimeout as pause} from 'node:timers/promises';

/** There and back, in milliseconds. */
export const LATENCY_MS = 40;
export const MEGABITS_PER_SECOND = 10;

const BYTES_PER_MS = (MEGABITS_PER_SECOND * 1_000_000) / 8 / 1000;
/** Answers that are under way together take turns after so many bytes. */
const TURN_BYTES = 4096;
/** A timer comes late by a millisecond or two: what the line could have sent meanwhile is made up for. */
const LATE_MS = 4;

export class Network {
  /** Off, it is as quick as this machine. */
  isSlow = true;
  /** How long a portal works for an answer of REST, in milliseconds: beside the way there and back. */
  answerMs = 0;
  #freeAt = 0;

  /**
   * Resolves when the request has arrived and the first byte of its answer could be here.
   * @param {boolean} isRest
   */
  async travel(isRest) {
    if (this.isSlow) await pause(LATENCY_MS + (isRest ? this.answerMs : 0));
  }

  /**
   * @param {import('node:http').ServerResponse} response whose head is written
   * @param {Uint8Array} body
   */
  async send(response, body) {
    for (let at = 0; this.isSlow && at < body.length; at += TURN_BYTES) {
      const part = body.subarray(at, at + TURN_BYTES);
      const now = performance.now();
      this.#freeAt = Math.max(this.#freeAt, now - LATE_MS) + part.length / BYTES_PER_MS;
      if (this.#freeAt > now) await pause(this.#freeAt - now);
      response.write(part);
    }
    response.end(this.isSlow ? undefined : body);
  }
}
