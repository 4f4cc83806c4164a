/**
 * The contract of the port to the portal and of the controller on top of it, which every adapter
 * keeps: against the simulated portal, as it is in the browser and as it is in the desktop client.
 */
import {expect} from '@open-wc/testing';
import type {AdapterFacts} from './adapter-facts.js';
import {AUTO_CLOSE_GROUPS} from './auto-close-cases.js';
import {BASE_COMMAND_GROUPS} from './base-command-cases.js';
import type {ContractGroup, Setting} from './cases.js';
import {CARD_GROUPS} from './card-cases.js';
import {COMMAND_GROUPS} from './command-cases.js';
import {CONNECTION_GROUPS} from './connection-cases.js';
import type {ContractApp} from './contract-app.js';
import {DIALECT_GROUPS, FIRST_GROUPS} from './dialect-cases.js';
import {EVENT_GROUPS} from './event-cases.js';
import {OFFER_GROUPS} from './offer-cases.js';
import {REST_GROUPS} from './rest-cases.js';
import {SESSION_GROUPS} from './session-cases.js';
import {SLIDER_GROUPS} from './slider-cases.js';
import type {Dialect} from '../../src/simulator/index.js';
import {isChromium} from '../support/engine.js';
import {Stage} from './stage.js';
import {STATUS_GROUPS} from './status-cases.js';
import {STRANGER_GROUPS} from './stranger-cases.js';
import {TOKEN_GROUPS} from './token-cases.js';

/** How many cases there are at least, for each adapter in each dialect: none is lost unnoticed. */
const CASES = isChromium ? 485 : 240;

/**
 * How the portal answers does not depend on the engine: the desktop client's way, and that client is
 * a Chromium, is held to the contract there.
 */
const DIALECTS: readonly Dialect[] = isChromium ? ['browser', 'desktop'] : ['browser'];

/**
 * What Firefox and WebKit leave to Chromium: tables in which each row sends one command, or raises one
 * event, the same way as the row before. The tab's rows show that way in every engine.
 */
const IN_CHROMIUM_ALONE: readonly ContractGroup[] = [
  ...COMMAND_GROUPS.worker,
  ...CARD_GROUPS,
  ...DIALECT_GROUPS,
  ...EVENT_GROUPS.worker,
];

/** The worker's groups come first: a new call closes the card with its tabs. */
const GROUPS: readonly ContractGroup[] = [
  ...FIRST_GROUPS,
  ...COMMAND_GROUPS.worker,
  ...BASE_COMMAND_GROUPS.worker,
  ...CARD_GROUPS,
  ...DIALECT_GROUPS,
  ...EVENT_GROUPS.worker,
  ...OFFER_GROUPS,
  ...STRANGER_GROUPS,
  ...SLIDER_GROUPS,
  ...REST_GROUPS,
  ...TOKEN_GROUPS,
  ...CONNECTION_GROUPS,
  ...SESSION_GROUPS,
  ...COMMAND_GROUPS.tab,
  ...BASE_COMMAND_GROUPS.tab,
  ...EVENT_GROUPS.tab,
  ...STATUS_GROUPS,
  ...AUTO_CLOSE_GROUPS,
].filter((group) => isChromium || !IN_CHROMIUM_ALONE.includes(group));

/** Describes the whole contract for one adapter. */
export function describeContract(adapter: AdapterFacts): void {
  for (const dialect of DIALECTS) {
    describe(`the portal over ${adapter.name}, ${dialect}`, () => {
      describeIn({adapter, dialect});
    });
  }
}

function describeIn(setting: Setting): void {
  let stage: Stage;
  let cases = 0;

  before(async function () {
    this.timeout(60_000);
    stage = await Stage.open(setting.adapter, setting.dialect);
  });
  after(() => stage.dispose());

  for (const group of GROUPS) cases += describeGroup(group, setting, () => stage);

  it('leaves nothing uncaught in the pages', async () => {
    expect(await stage.uncaught()).to.deep.equal([]);
  });

  it(`has ${CASES} cases or more`, () => {
    expect(cases).to.be.at.least(CASES);
  });
}

/** Describes a group and returns how many cases it has. */
function describeGroup(group: ContractGroup, setting: Setting, stage: () => Stage): number {
  const cases = group.cases(setting);
  describe(group.title, () => {
    let app: ContractApp;

    before(async function () {
      // On a busy machine a frame may take long to load.
      this.timeout(60_000);
      app = await group.open(stage());
    });
    beforeEach(async () => {
      await group.prepare?.(app, stage());
      stage().portal.timeline.clear();
      app.takeEvents();
    });
    afterEach(async () => {
      // A message of this case must not meet what the next one plans.
      await app.leave();
      stage().portal.faults.clear();
    });

    for (const {name, run} of cases) it(name, () => run(app, stage()));
  });
  return cases.length;
}
