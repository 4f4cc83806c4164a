/** The simulator's portal behind the port, without HTTP: what it was asked for is in its own log. */
import type {EntityRef} from '../../../src/model/entity/entity-ref.js';
import {
  readRestError,
  readRestOutcome,
  readBatchOutcome,
} from '../../../src/model/portal/rest-answer.js';
import {batchParameters} from '../../../src/portal/rest/form-encoding.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import {fakeSession, FakePortal} from '../../support/fake-portal.js';
import {testPortal, type TestPortal} from '../../simulator/rest/test-portal.js';
import {SimulatorBackend} from '../../../src/simulator/rest/simulator-backend.js';

export const KLAUS: EntityRef = {typeId: 3, id: 17};
export const ANNA: EntityRef = {typeId: 3, id: 18};
export const UNNAMED: EntityRef = {typeId: 3, id: 19};
export const VERA: EntityRef = {typeId: 3, id: 20};
export const JAMES: EntityRef = {typeId: 3, id: 21};
export const MUELLER: EntityRef = {typeId: 4, id: 5};
export const WATER_SYSTEM: EntityRef = {typeId: 2, id: 25};

/** Of the simulated portal, and of whoever reads its answers. */
export const NOW = Date.UTC(2026, 4, 20, 9, 30);

export class SimulatedCrm {
  readonly simulator: TestPortal;
  /** Each frame has one of its own. */
  readonly portal: FakePortal;

  constructor(simulator: TestPortal) {
    this.simulator = simulator;
    this.portal = this.anotherPortal();
  }

  static async open(options: JsonObject = {}): Promise<SimulatedCrm> {
    const backend = new SimulatorBackend({clock: () => NOW});
    return new SimulatedCrm(await testPortal(options, backend));
  }

  anotherPortal(): FakePortal {
    const portal = new FakePortal({...fakeSession(), memberId: this.simulator.id});
    portal.batchAnswer = async (calls) => {
      const {status, body} = await this.simulator.rest('batch', batchParameters(calls));
      if ('error' in body) throw readRestError('batch', status, body);
      const outcome = readRestOutcome('batch', status, body);
      if (outcome.status === 'failed') throw outcome.error;
      const methods = Object.entries(calls).map(([key, {method}]) => [key, method] as const);
      return readBatchOutcome(new Map(methods), outcome.answer.result);
    };
    return portal;
  }

  /** How many calls each request had; the log is empty afterwards. */
  async counted(): Promise<readonly number[]> {
    const requests = await this.simulator.requests();
    await this.simulator.control('clear-requests');
    return requests.map(({calls}) => calls.length);
  }

  /** The next batches are refused as a whole, or every call of a method in them. */
  async refuse(
    code: string,
    {method = 'batch', times}: {method?: string; times?: number} = {},
  ): Promise<void> {
    await this.simulator.control('add-fault', {
      ...{kind: 'error', code, method},
      ...(times === undefined ? {} : {times}),
      ...(method === 'batch' ? {} : {insideBatch: true}),
    });
  }
}
