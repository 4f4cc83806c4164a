/**
 * The default adapter for a background worker's page: what reads calls and records is fetched only
 * when the page turns out to be another placement.
 */
import {loaded} from '../../model/loaded.js';
import {readInitAt, type InitReading} from '../../model/portal-answers.js';
import {readWorkerPlacement} from '../../model/placement-code.js';
import {asObject} from '../../model/reading.js';
import {LinkedPortal} from '../linked-portal.js';
import type {Portal} from '../portal.js';
import {WindowLink, type FramePortalOptions} from './window-link.js';

/** The portal in whose frame the page is. */
export function fromWorkerFrame(options: FramePortalOptions = {}): Portal {
  return new LinkedPortal((notice) => new WindowLink(options, notice, readInit), options);
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
  return (await loaded(import('../../model/placement.js'))).readPlacement;
}
