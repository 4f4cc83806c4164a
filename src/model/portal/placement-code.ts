/** The part of a placement that needs no reader of calls and records: its code, and the worker's own. */
import {
  asObject,
  asText,
  parseJson,
  problem,
  type JsonObject,
  type Reading,
} from '../parse/reading.js';

/** The background worker's placement; its page is about no call and no record. */
export const WORKER = {
  kind: 'background-worker',
  code: 'PAGE_BACKGROUND_WORKER',
} as const;

export function readPlacementCode(code: unknown): string {
  return asText(code)?.trim().toUpperCase() || 'DEFAULT';
}

export function readPlacementOptions(options: unknown): Reading<JsonObject> {
  if (options === undefined || options === null || options === '') return {value: {}, problems: []};
  const parsed = typeof options === 'string' ? parseJson(options)?.value : options;
  const object = asObject(parsed);
  if (object !== undefined) return {value: object, problems: []};
  return {value: {}, problems: [problem('PLACEMENT_OPTIONS', 'an object', options)]};
}

/** The worker's placement; nothing for any other, which takes `readPlacement` to read. */
export function readWorkerPlacement(
  code: unknown,
  options: unknown,
): Reading<typeof WORKER> | undefined {
  if (readPlacementCode(code) !== WORKER.code) return undefined;
  return {value: WORKER, problems: readPlacementOptions(options).problems};
}
