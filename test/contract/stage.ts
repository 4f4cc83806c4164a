/** One simulated portal in one dialect, for one adapter: where the cases of the contract happen. */
import {COMPANY, CONTACT, DEAL} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import {
  ManualClock,
  SimulatedPortal,
  type CallSetup,
  type Dialect,
  type FrameOptions,
} from '../../src/simulator/index.js';
import {
  CALL_CARD,
  PAGE_BACKGROUND_WORKER,
} from '../../src/simulator/portal/commands/placement-interface.js';
import {APP_ORIGIN} from '../simulator/portal/remote-app.js';
import type {AdapterFacts} from './adapter-facts.js';
import {ContractApp} from './contract-app.js';

export const KLAUS = {typeId: CONTACT, id: 17};
export const COMPANY_5 = {typeId: COMPANY, id: 5};
export const DEAL_25 = {typeId: DEAL, id: 25};

/** The call of most cases. */
export const CALL: CallSetup = {
  phoneNumber: '+4930123456',
  entity: KLAUS,
  bindings: [DEAL_25],
  lineNumber: '100',
  lineName: 'Berlin & <Süd>',
};

export class Stage {
  readonly adapter: AdapterFacts;
  readonly dialect: Dialect;
  readonly backend: PortalBackend;
  readonly clock = new ManualClock();
  readonly portal: SimulatedPortal;
  readonly #apps: ContractApp[] = [];
  #worker: Promise<ContractApp> | undefined;
  #tab: ContractApp | undefined;

  constructor(adapter: AdapterFacts, dialect: Dialect, backend: PortalBackend) {
    this.adapter = adapter;
    this.dialect = dialect;
    this.backend = backend;
    this.portal = new SimulatedPortal({
      backend,
      appOrigin: APP_ORIGIN,
      dialect,
      clock: this.clock,
      language: 'de',
      isAdmin: false,
    });
  }

  static async open(adapter: AdapterFacts, dialect: Dialect): Promise<Stage> {
    return new Stage(adapter, dialect, await PortalBackend.create());
  }

  /** The app in a placement, in a frame of its own. */
  async openApp(placement: string, more: Partial<FrameOptions> = {}): Promise<ContractApp> {
    const app = await ContractApp.open(this.portal, this.adapter.page, {placement, ...more});
    this.#apps.push(app);
    return app;
  }

  /** The app's background worker: one frame for all cases. */
  worker(): Promise<ContractApp> {
    this.#worker ??= this.openApp(PAGE_BACKGROUND_WORKER);
    return this.#worker;
  }

  /** The app in the card of a call: one frame for as long as the card is open. */
  async tab(): Promise<ContractApp> {
    if (this.#tab?.frame.element) return this.#tab;
    this.portal.startCall(CALL);
    this.#tab = await this.openApp(CALL_CARD);
    return this.#tab;
  }

  /** What the pages of the apps that are still there did not catch. */
  async uncaught(): Promise<readonly string[]> {
    const alive = this.#apps.filter(({frame}) => frame.element !== null);
    return (await Promise.all(alive.map((app) => app.uncaught()))).flat();
  }

  async dispose(): Promise<void> {
    this.portal.dispose();
    await this.backend.dispose();
  }
}
