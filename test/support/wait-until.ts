/** Waiting for what comes in its own time. */
import {waitUntil as poll} from '@open-wc/testing';

/** Just below the limit of a test, so that the failure says what was waited for. */
const PATIENCE_MS = 9000;

/**
 * Looks every `interval` milliseconds. Resolves when the condition holds; rejects with the message,
 * or the condition, when it does not come to that within `timeout` milliseconds.
 */
export function waitUntil(
  condition: () => unknown,
  message = String(condition),
  {
    timeout = PATIENCE_MS,
    interval = 20,
  }: {readonly timeout?: number; readonly interval?: number} = {},
): Promise<void> {
  return poll(condition, message, {timeout, interval});
}
