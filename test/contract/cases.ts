/** How the contract is written down: groups of cases, each of which becomes a test of its own. */
import type {Dialect} from '../../src/simulator/index.js';
import type {AdapterFacts} from './adapter-facts.js';
import type {ContractApp} from './contract-app.js';
import type {Stage} from './stage.js';

/** What the expectations may depend on. */
export interface Setting {
  readonly adapter: AdapterFacts;
  readonly dialect: Dialect;
}

/** One case. The app's page and its time are shared with the other cases of the group. */
export interface ContractCase {
  readonly name: string;
  readonly run: (app: ContractApp, stage: Stage) => Promise<void>;
}

export interface ContractGroup {
  readonly title: string;
  /** Where the cases happen. */
  readonly open: (stage: Stage) => Promise<ContractApp>;
  /** Before each case: the card and the client as the cases expect them. */
  readonly prepare?: (app: ContractApp, stage: Stage) => Promise<void>;
  readonly cases: (setting: Setting) => readonly ContractCase[];
}
