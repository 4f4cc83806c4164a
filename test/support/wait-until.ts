/** Waits for a condition. */
import {waitUntil as poll} from '@open-wc/testing';

/** Just below the time limit of a test, so that the failure names the condition. */
const PATIENCE_MS = 9000;

/**
 * Checks the condition every `interval` milliseconds. Resolves when it holds; rejects with the message, or
 * the condition itself, if it does not hold within `timeout` milliseconds.
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
