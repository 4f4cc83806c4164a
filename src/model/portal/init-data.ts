/** The portal's first answer (`getInitData`) with its placement. */
import {readPlacement} from './placement.js';
import {readInitAt, type InitReading} from './portal-answers.js';
import {asObject} from '../parse/reading.js';

/** Reads the answer of `getInitData`. Without a token REST does not work, which is a problem. */
export function readInitData(answer: unknown): InitReading {
  const data = asObject(answer);
  return readInitAt(readPlacement(data?.['PLACEMENT'], data?.['PLACEMENT_OPTIONS']), answer);
}
