/**
 * The default adapter for a background worker's page: what reads calls and records is fetched only
 * when the page turns out to be another placement.
 */
import {importPart} from '../../model/lazy-import.js';
import {readInitAt, type InitReading} from '../../model/portal/portal-answers.js';
import {readWorkerPlacement} from '../../model/portal/placement-code.js';
import {asObject} from '../../model/parse/reading.js';
import {PortalClient} from '../portal-client.js';
import type {Portal} from '../portal.js';
import {WindowTransport, type FramePortalOptions} from './window-transport.js';

/** The portal in whose frame the page is. */
export function fromWorkerFrame(options: FramePortalOptions = {}): Portal {
  return new PortalClient((notice) => new WindowTransport(options, notice, readInit), options);
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
  return (await importPart(import('../../model/portal/placement.js'))).readPlacement;
}
