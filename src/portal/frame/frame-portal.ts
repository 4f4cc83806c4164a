/** The default adapter: the window protocol, for any placement. */
import {readInitData} from '../../model/portal/init-data.js';
import {PortalClient} from '../portal-client.js';
import type {Portal} from '../portal.js';
import {WindowTransport, type FramePortalOptions} from './window-transport.js';

export type {FramePortalOptions};

/** The portal in whose frame the page is. Needs no client library. */
export function fromFrame(options: FramePortalOptions = {}): Portal {
  return new PortalClient((notice) => new WindowTransport(options, notice, readInitData), options);
}
