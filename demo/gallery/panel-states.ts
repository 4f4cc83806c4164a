/** The pictures of `<crm-entity-panel>`. */
import type {JsonObject} from '../../src/model/reading.js';
import {CALL, UNLINKED, type GalleryState, type GalleryStates} from './gallery-state.js';

/** Of each type the attribute, an ordinary record and one that is complete, with their titles. */
const TYPES = {
  lead: ['LEAD', 3, 'Enquiry from the website', 'Fountains for three schools'],
  deal: ['DEAL', 25, 'Drinking water system, building C', 'Fountains, phase two'],
  contact: ['CONTACT', 17, 'Klaus Weber', 'Maximiliane'],
  company: ['COMPANY', 5, 'Müller GmbH', 'Fountain & Sons'],
  quote: ['QUOTE', 12, 'Quote #12', 'Quote for twelve dispensers'],
  invoice: ['SMART_INVOICE', 9, 'Invoice #9', 'Invoice for March'],
  delivery: ['DYNAMIC_177', 3, 'Delivery #3', 'Delivery to the school'],
  inspection: ['DYNAMIC_1036', 1, 'Inspection #1', 'Inspection of the cellar'],
} as const;

const COMPLETE = 101;
const EMPTY = 102;
const BROKEN = 103;

function records(): GalleryStates {
  const states: Record<string, GalleryState> = {};
  for (const [name, [type, ordinary, title, completeTitle]] of Object.entries(TYPES)) {
    states[name] = record(type, ordinary, title);
    states[`${name}-complete`] = record(type, COMPLETE, completeTitle);
    states[`${name}-empty`] = record(type, EMPTY, `#${EMPTY}`);
    states[`${name}-broken`] = record(type, BROKEN, `#${BROKEN}`);
  }
  return states;
}

function record(type: string, id: number, words: string): GalleryState {
  return {words, attributes: {'entity-type': type, 'entity-id': String(id)}};
}

function call(more: JsonObject): JsonObject {
  return {...CALL, ...more};
}

function refused(code: string, words: string): GalleryState {
  return {words, fault: {kind: 'error', code, method: 'crm.item.get', insideBatch: true}};
}

export const PANEL_STATES: GalleryStates = {
  connecting: {words: 'Loading the record', connection: 'never'},
  loading: {words: 'Loading the record', fault: {kind: 'hold', key: 'gallery'}},
  ...records(),
  'deal-of-the-call': {
    words: 'Spare filters',
    options: call({CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: '26'}),
  },
  'several-bindings': {
    words: 'Klaus Weber',
    options: call({
      CRM_BINDINGS: [
        {ENTITY_TYPE: 'CONTACT', ENTITY_ID: '17'},
        {ENTITY_TYPE: 'COMPANY', ENTITY_ID: '5'},
        {ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'},
      ],
    }),
  },
  'not-linked': {
    words: 'No CRM record is linked to',
    options: {...UNLINKED, PHONE_NUMBER: '+49895550177'},
  },
  'hidden-number': {words: 'hides the number', options: {...UNLINKED, PHONE_NUMBER: 'hidden'}},
  'unknown-number': {
    words: 'No CRM record is linked to this call',
    options: {...UNLINKED, PHONE_NUMBER: 'unknown'},
  },
  'no-call': {words: 'There is no CRM record to show', placement: 'DEFAULT', options: {}},
  'no-access': record('CONTACT', 20, 'You have no access to this record'),
  deleted: record('CONTACT', 404, 'This record does not exist any more'),
  'missing-scope': {words: 'The app may not read the CRM', scopes: ['telephony', 'placement']},
  'limit-waited-out': refused('QUERY_LIMIT_EXCEEDED', 'Loading the record'),
  // Not the ordinary limit, which is waited out first.
  'limit-reached': refused('OVERLOAD_LIMIT', 'Bitrix24 gets too many requests'),
  offline: {words: 'There is no network', fault: {kind: 'drop'}},
  refused: refused('SOMETHING_NEW', 'Bitrix24 refused this'),
  failure: {words: 'The record could not be loaded', fault: {kind: 'html'}},
  incomplete: {
    words: 'Some details could not be loaded',
    fault: {kind: 'error', code: 'ACCESS_DENIED', method: 'crm.item.fields', insideBatch: true},
  },
  'no-portal': {words: 'works inside Bitrix24 only', connection: 'not-in-portal'},
  'silent-portal': {words: 'Bitrix24 did not answer in time', connection: 'timeout'},
  'bad-attributes': {
    words: 'This CRM record can’t be shown',
    attributes: {'entity-type': 'PLANET', 'entity-id': '-4'},
  },
  'hostile-contact': {...record('CONTACT', COMPLETE, '<'), seed: 'hostile'},
  'hostile-deal': {...record('DEAL', COMPLETE, '<'), seed: 'hostile'},
};
