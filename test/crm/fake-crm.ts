/** A portal with a small CRM behind its batches. All records are samples. */
import {CallCardError, type CallCardErrorCode} from '../../src/model/call-card-error.js';
import {asObject, asText, type JsonObject} from '../../src/model/reading.js';
import type {BatchOutcome, RestOutcome} from '../../src/model/rest-answer.js';
import type {BatchCalls, RequestParameters} from '../../src/portal/portal.js';
import {FakePortal} from '../support/fake-portal.js';

export const CONTACT_17: JsonObject = {
  id: 17,
  entityTypeId: 3,
  name: 'Klaus',
  secondName: '',
  lastName: 'Weber',
  post: 'Buyer',
  typeId: 'CLIENT',
  comments: '[B]Calls back[/B] in the morning',
  searchContent: '17 Klaus Weber',
  companyId: 5,
  companyIds: [5],
  assignedById: 6,
  hasPhone: 'Y',
  phone: '+49 30 123456',
  fm: [
    {id: 1, valueType: 'WORK', value: '+49 30 123456', typeId: 'PHONE'},
    {id: 2, valueType: 'MOBILE', value: '+49 30 765432', typeId: 'PHONE'},
    {id: 3, valueType: 'WORK', value: 'klaus@example.com', typeId: 'EMAIL'},
  ],
  UF_CRM_1_SIZE: '79',
};

export const DEAL_25: JsonObject = {
  id: 25,
  entityTypeId: 2,
  title: 'Office chairs',
  categoryId: 9,
  stageId: 'C9:UC_KN8KFI',
  stageSemanticId: 'P',
  opportunity: 1500,
  currencyId: 'EUR',
  contactIds: [17],
  contactId: 17,
};

export const CONTACT_FIELDS: JsonObject = {
  name: {type: 'string', title: 'First name', upperName: 'NAME'},
  post: {type: 'string', title: 'Position', upperName: 'POST'},
  typeId: {type: 'crm_status', title: 'Kind', upperName: 'TYPE_ID', statusType: 'CONTACT_TYPE'},
  comments: {type: 'text', title: 'Comment', upperName: 'COMMENTS'},
  companyIds: {type: 'crm_company', title: 'Companies', upperName: 'COMPANY_IDS', isMultiple: true},
  assignedById: {type: 'user', title: 'Responsible', upperName: 'ASSIGNED_BY_ID'},
  UF_CRM_1_SIZE: {
    type: 'enumeration',
    title: 'Company size',
    upperName: 'UF_CRM_1_SIZE',
    isDynamic: true,
    items: [
      {ID: '78', VALUE: 'Small'},
      {ID: '79', VALUE: 'Large'},
    ],
  },
};

export const DEAL_FIELDS: JsonObject = {
  opportunity: {type: 'double', title: 'Amount', upperName: 'OPPORTUNITY'},
  categoryId: {type: 'crm_category', title: 'Pipeline', upperName: 'CATEGORY_ID'},
  contactIds: {type: 'crm_contact', title: 'Contacts', upperName: 'CONTACT_IDS', isMultiple: true},
};

export const STAGES: readonly JsonObject[] = [
  {ENTITY_ID: 'STATUS', STATUS_ID: 'NEW', NAME: 'Not processed', COLOR: '#39A8EF'},
  {ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', NAME: 'Fresh', COLOR: '#7BD500'},
  {ENTITY_ID: 'DEAL_STAGE_9', STATUS_ID: 'C9:UC_KN8KFI', NAME: 'Offer sent', COLOR: '#FFA900'},
];

export const CATEGORIES: readonly JsonObject[] = [
  {id: 0, name: 'General'},
  {id: 9, name: 'Furniture'},
];

type Failure = CallCardError | undefined;

export class FakeCrm {
  readonly portal = new FakePortal();
  readonly items = new Map<string, unknown>([
    ['3:17', CONTACT_17],
    ['2:25', DEAL_25],
  ]);
  readonly fields = new Map<string, unknown>([
    ['3', CONTACT_FIELDS],
    ['2', DEAL_FIELDS],
  ]);
  /** The error of a method, or of one call by its key. */
  readonly failures = new Map<string, CallCardError>();
  /** Rejects the next batches as a whole. */
  batchFailure: Failure;
  /** Holds batches back until it resolves. */
  hold: (calls: BatchCalls) => Promise<void> = () => Promise.resolve();

  constructor() {
    this.portal.batchAnswer = async (calls) => {
      // What the portal knows when it is asked, however late the answer arrives.
      const outcome = this.#answer(calls);
      await this.hold(calls);
      if (this.batchFailure !== undefined) throw this.batchFailure;
      return outcome;
    };
  }

  /** How many calls of a method were made in all batches. */
  count(method: string): number {
    return this.portal.batches
      .flatMap((calls) => Object.values(calls))
      .filter((call) => call.method === method).length;
  }

  #answer(calls: BatchCalls): BatchOutcome {
    const outcomes = new Map<string, RestOutcome>();
    for (const [key, {method, parameters}] of Object.entries(calls)) {
      const failure = this.failures.get(key) ?? this.failures.get(method);
      const outcome =
        failure === undefined
          ? this.#call(method, parameters, outcomes)
          : ({status: 'failed', error: failure} as const);
      outcomes.set(key, outcome);
    }
    return outcomes;
  }

  #call(method: string, parameters: RequestParameters, before: BatchOutcome): RestOutcome {
    const typeId = asText(parameters['entityTypeId']) ?? '';
    switch (method) {
      case 'crm.item.get': {
        const item = this.items.get(`${typeId}:${asText(parameters['id']) ?? ''}`);
        return item === undefined ? failed('not-found', method) : ok({item});
      }
      case 'crm.item.fields':
        return ok({fields: this.fields.get(typeId) ?? []});
      case 'crm.category.list':
        return ok({categories: CATEGORIES});
      case 'crm.status.list': {
        const id = resolved(asObject(parameters['filter'])?.['STATUS_ID'], before);
        return ok(STAGES.filter((stage) => stage['STATUS_ID'] === id));
      }
      default:
        return failed('unsupported', method);
    }
  }
}

export function failure(code: CallCardErrorCode, request = 'crm.item.get'): CallCardError {
  return new CallCardError(code, `The sample portal says ${code}.`, {request});
}

function ok(result: unknown): RestOutcome {
  return {status: 'ok', answer: {result, total: null, next: null}};
}

function failed(code: CallCardErrorCode, method: string): RestOutcome {
  return {status: 'failed', error: failure(code, method)};
}

/** The value behind `$result[key][item][stageId]`, as the portal replaces it. */
function resolved(value: unknown, before: BatchOutcome): unknown {
  const path = /^\$result((?:\[\w+\])+)$/.exec(asText(value) ?? '')?.[1];
  if (path === undefined) return value;
  const [key = '', ...names] = path.slice(1, -1).split('][');
  const outcome = before.get(key);
  let found: unknown = outcome?.status === 'ok' ? outcome.answer.result : undefined;
  for (const name of names) found = asObject(found)?.[name];
  return found;
}
