/** What is known about the portal once it has answered. Contains no token. */
import type {InitData, PlacementInterface} from './portal-answers.js';
import type {Problem} from '../parse/reading.js';

export interface PortalSession extends InitData {
  /** `https://example.bitrix24.com`, without a path. */
  readonly origin: string;
  /** What the placement offers; `null` when the portal did not say, so everything may be tried. */
  readonly interface: PlacementInterface | null;
  /** What in the portal's answers could not be read. */
  readonly problems: readonly Problem[];
}
