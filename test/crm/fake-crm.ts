/** A portal with a small CRM behind its batches. All records are samples. */
import {CallCardError, type CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import {asObject, asText, type JsonObject} from '../../src/model/parse/reading.js';
import {
  readRestError,
  type BatchOutcome,
  type RestOutcome,
} from '../../src/model/portal/rest-answer.js';
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
  companyId: {type: 'crm_company', title: 'Company', upperName: 'COMPANY_ID'},
  UF_CRM_2_BRANCH: {
    type: 'crm_status',
    title: 'Branch',
    upperName: 'UF_CRM_2_BRANCH',
    settings: {ENTITY_TYPE: 'BRANCH'},
  },
  UF_CRM_2_PARTNERS: {
    type: 'crm',
    title: 'Partners',
    upperName: 'UF_CRM_2_PARTNERS',
    isMultiple: true,
    settings: {CONTACT: 'Y', COMPANY: 'Y'},
  },
  UF_CRM_2_HELPER: {type: 'employee', title: 'Helper', upperName: 'UF_CRM_2_HELPER'},
  createdTime: {type: 'datetime', title: 'Created', upperName: 'CREATED_TIME'},
  opportunity: {type: 'double', title: 'Amount', upperName: 'OPPORTUNITY'},
  categoryId: {type: 'crm_category', title: 'Pipeline', upperName: 'CATEGORY_ID'},
  contactIds: {type: 'crm_contact', title: 'Contacts', upperName: 'CONTACT_IDS', isMultiple: true},
};

export const COMPANY_5: JsonObject = {
  id: 5,
  title: 'Müller GmbH',
  fm: [{id: 4, valueType: 'WORK', value: '+49 30 5550', typeId: 'PHONE'}],
};

/** The entries of dictionaries, stages among them. */
export const STATUSES: readonly JsonObject[] = [
  {ENTITY_ID: 'STATUS', STATUS_ID: 'NEW', NAME: 'Not processed', COLOR: '#39A8EF'},
  {ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', NAME: 'Fresh', COLOR: '#7BD500'},
  {ENTITY_ID: 'DEAL_STAGE_9', STATUS_ID: 'C9:UC_KN8KFI', NAME: 'Offer sent', COLOR: '#FFA900'},
  {ENTITY_ID: 'CONTACT_TYPE', STATUS_ID: 'CLIENT', NAME: 'Client'},
  {ENTITY_ID: 'SOURCE', STATUS_ID: 'CALL', NAME: 'Phone call'},
  {ENTITY_ID: 'BRANCH', STATUS_ID: 'EAST', NAME: 'Eastern branch'},
];

export const CATEGORIES: readonly JsonObject[] = [
  {id: 0, name: 'General'},
  {id: 9, name: 'Furniture'},
];

export const USERS: readonly JsonObject[] = [
  {ID: '6', NAME: 'Jonas', LAST_NAME: 'Becker', PERSONAL_MOBILE: '+49 170 1'},
  {ID: '9', NAME: 'Leonie', LAST_NAME: 'Krüger'},
];

type Failure = CallCardError | undefined;

export class FakeCrm {
  readonly portal = new FakePortal();
  readonly items = new Map<string, unknown>([
    ['3:17', CONTACT_17],
    ['2:25', DEAL_25],
    ['4:5', COMPANY_5],
  ]);
  /** The keys of records that a list leaves out. */
  readonly denied = new Set<string>();
  timeZone = 'Asia/Tokyo';
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
    // What the kit kept in another test is not known in this one.
    for (const storage of [sessionStorage, localStorage]) {
      for (const key of Object.keys(storage)) {
        if (key.startsWith('call-card-kit:')) storage.removeItem(key);
      }
    }
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

  /** Nothing for a record that is not there, or not for this user. */
  #listed(key: string): unknown[] {
    const item = this.denied.has(key) ? undefined : this.items.get(key);
    return item === undefined ? [] : [item];
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
        const filter = Object.entries(asObject(parameters['filter']) ?? {});
        return ok(
          STATUSES.filter((row) =>
            filter.every(([name, id]) => row[name] === resolved(id, before)),
          ),
        );
      }
      case 'crm.item.list': {
        const ids = idsIn(asObject(parameters['filter'])?.['@id'], before);
        // In the portal's order, whatever the order of the question.
        const ordered = [...ids].sort((a, b) => Number(a) - Number(b));
        return ok({items: ordered.flatMap((id) => this.#listed(`${typeId}:${id}`))});
      }
      case 'user.get': {
        const ids = idsIn(asObject(parameters['FILTER'])?.['ID'], before);
        return ok(USERS.filter(({ID}) => ids.includes(asText(ID) ?? '')));
      }
      case 'profile':
        return ok({ID: '6', NAME: 'Jonas', LAST_NAME: 'Becker', TIME_ZONE: this.timeZone});
      case 'crm.enum.ownertype':
        return ok([{ID: 177, NAME: 'Delivery', SYMBOL_CODE: 'DYNAMIC_177'}]);
      default:
        return failed('unsupported', method);
    }
  }
}

/** An error as the portal words it. */
export function refusal(portalCode: string, request: string, status = 200): CallCardError {
  return readRestError(request, status, {error: portalCode, error_description: 'Sample words'});
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
  for (const name of names) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  }
  return found;
}

function idsIn(list: unknown, before: BatchOutcome): readonly string[] {
  const ids = Array.isArray(list) ? (list as unknown[]) : [list];
  return ids.map((id) => asText(resolved(id, before)) ?? '').filter((id) => id !== '');
}
