/**
 * The default adapter for a background worker's page: what reads calls and records is fetched only
 * when the page turns out to be another placement.
 */
import {CallCardError} from '../../model/call-card-error.js';
import {readInitAt, type InitReading} from '../../model/init-data.js';
import {readWorkerPlacement} from '../../model/placement-code.js';
import {asObject} from '../../model/reading.js';
import {LinkedPortal} from '../linked-portal.js';
import type {Portal} from '../portal.js';
import {FrameLink, type FramePortalOptions} from './frame-link.js';

/** The portal in whose frame the page is. */
export function fromWorkerFrame(options: FramePortalOptions = {}): Portal {
  return new LinkedPortal((notice) => new FrameLink(options, notice, readInit), options);
}

function readInit(answer: unknown): InitReading | Promise<InitReading> {
  const data = asObject(answer);
  const code = data?.['PLACEMENT'];
  const options = data?.['PLACEMENT_OPTIONS'];
  const placement = readWorkerPlacement(code, options);
  if (placement !== undefined) return readInitAt(placement, answer);
  return loadReader().then((readPlacement) => readInitAt(readPlacement(code, options), answer));
}

async function loadReader() {
  try {
    return (await import('../../model/placement.js')).readPlacement;
  } catch (cause) {
    throw new CallCardError('offline', 'A part of the kit could not be loaded.', {cause});
  }
}
