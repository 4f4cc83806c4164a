/** The pictures of `<crm-entity-panel>`. */
import {CrmEntityPanelElement} from '../../../src/components/crm-entity-panel/crm-entity-panel.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import type {Fault} from '../../../src/simulator/rest/contract.js';
import {CALL, UNLINKED, type GalleryState, type GalleryStates} from '../gallery-state.js';

type Play = NonNullable<GalleryState['play']>;

/** For each type the attribute, an ordinary record and a complete one, with their titles. */
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

/** A call without a linked record. */
function unlinked(words: string, number: string, more: Partial<GalleryState> = {}): GalleryState {
  return {words, options: {...UNLINKED, PHONE_NUMBER: number}, ...more};
}

/** The panel with its record. */
async function loaded(element: HTMLElement): Promise<CrmEntityPanelElement> {
  if (!(element instanceof CrmEntityPanelElement)) throw new Error('This is no panel.');
  if (element.record === null) {
    await new Promise((resolve) => element.addEventListener('record-load', resolve, {once: true}));
  }
  return element;
}

/** Reloads the record with a fault. */
function refreshedWith(fault: Fault): Play {
  return async (_controller, portal, element) => {
    const panel = await loaded(element);
    await portal.addFault(fault);
    panel.reload();
  };
}

/** Shows fields with references, whose names never come. */
const holdNames: Play = async (_controller, portal, element) => {
  await loaded(element);
  await portal.addFault({kind: 'hold', key: 'names'});
  element.setAttribute(
    'fields',
    'TITLE, UF_CRM_9_ANY_EMPLOYEE, UF_CRM_9_ANY_EMPLOYEES, UF_CRM_9_ANY_RECORDS',
  );
};

/** Calls the first phone of the record. */
const callPhone: Play = async (_controller, _portal, element) => {
  const {shadowRoot} = await loaded(element);
  shadowRoot?.querySelector<HTMLElement>('[part=phone]')?.click();
};

/** Folds the sections of this picture only, without an event for the others. */
const fold: Play = async (_controller, _portal, element) => {
  const {shadowRoot} = await loaded(element);
  const quiet = (event: Event): void => event.stopImmediatePropagation();
  shadowRoot?.addEventListener('toggle', quiet, {capture: true});
  for (const section of shadowRoot?.querySelectorAll('details') ?? []) section.open = false;
};

const fillSlots: Play = async (_controller, _portal, element) => {
  const panel = await loaded(element);
  for (const [slot, words] of [
    ['header', 'Above the record'],
    ['field-UF_CRM_CUSTOMER_NUMBER', 'K-100417, since 2019'],
    ['field-sourceId', 'Trade show in Munich'],
    ['footer', 'Below the record'],
  ] as const) {
    const child = document.createElement('div');
    child.slot = slot;
    child.textContent = words;
    panel.append(child);
  }
};

const useFormatters: Play = async (_controller, _portal, element) => {
  const panel = await loaded(element);
  panel.formatters = {
    UF_CRM_CUSTOMER_NUMBER: (value) => ({kind: 'chip', text: `№ ${String(value)}`, color: null}),
    SOURCE_ID: (_value, {display}) =>
      'text' in display ? {kind: 'chip', text: display.text, color: '#9ad6ff'} : display,
  };
};

/** The page's own content for a caller without a record. */
const offerLead: Play = (_controller, _portal, element) => {
  const button = document.createElement('button');
  button.slot = 'empty';
  button.textContent = 'Create a lead';
  element.append(button);
  return Promise.resolve();
};

const FOUR_BINDINGS = {
  CRM_BINDINGS: [
    {ENTITY_TYPE: 'CONTACT', ENTITY_ID: '17'},
    {ENTITY_TYPE: 'COMPANY', ENTITY_ID: '5'},
    {ENTITY_TYPE: 'DEAL', ENTITY_ID: '25'},
    {ENTITY_TYPE: 'LEAD', ENTITY_ID: '3'},
  ],
};

const SEARCH = 'telephony.externalCall.searchCrmEntities';

export const PANEL_STATES: GalleryStates = {
  connecting: {words: 'Loading the record', connection: 'never'},
  loading: {words: 'Loading the record', fault: {kind: 'hold', key: 'gallery'}, staysBusy: true},
  ...records(),
  'deal-of-the-call': {
    words: 'Spare filters',
    options: call({CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: '26'}),
  },
  'several-bindings': {
    words: 'Klaus Weber',
    options: call(FOUR_BINDINGS),
  },
  'layout-own': {...record('CONTACT', 17, 'My contact'), userId: 9},
  'layout-common': record('CONTACT', 17, 'About the contact'),
  'layout-of-a-returning-lead': record('LEAD', 5, 'About the returning customer'),
  'layout-default': record('COMPANY', 5, 'Müller GmbH'),
  'fields-of-the-page': {
    words: 'Head of purchasing',
    attributes: {
      'entity-type': 'CONTACT',
      'entity-id': '17',
      fields: 'POST, UF_CRM_CUSTOMER_NUMBER, assignedById',
    },
  },
  'names-coming': {
    words: 'Technician',
    attributes: {'entity-type': 'DYNAMIC_1036', 'entity-id': String(COMPLETE), fields: 'TITLE'},
    play: holdNames,
  },
  folded: {words: 'About the contact', play: fold},
  slots: {words: 'Klaus Weber', play: fillSlots},
  formatters: {words: '№ K-100417', play: useFormatters},
  refreshing: {
    words: 'Klaus Weber',
    play: refreshedWith({kind: 'hold', key: 'refresh'}),
    staysBusy: true,
  },
  stale: {words: 'could not be refreshed', play: refreshedWith({kind: 'drop'})},
  'call-asked': {words: 'Bitrix24 was asked to call', play: callPhone},
  'not-linked': unlinked('No CRM record is linked to', '+49895550177'),
  'not-linked-with-slot': unlinked('Nobody in the CRM', '+49895550177', {play: offerLead}),
  'hidden-number': unlinked('hides the number', 'hidden'),
  'unknown-number': unlinked('No CRM record is linked to this call', 'unknown'),
  searching: unlinked('Looking for the number', '+4930123456', {
    fault: {kind: 'hold', key: 'gallery', method: SEARCH},
    staysBusy: true,
  }),
  'search-failed': unlinked('could not be searched', '+4930123456', {
    fault: {kind: 'error', code: 'SOMETHING_NEW', method: SEARCH},
  }),
  callers: unlinked('Several records have the number', '+4930123456'),
  'callers-without-telephony': unlinked('Several records have the number', '+4930123456', {
    scopes: ['crm', 'placement', 'user_brief'],
  }),
  'found-caller': unlinked('Found by the number', '+49895550104'),
  'no-call': {words: 'There is no CRM record to show', placement: 'DEFAULT', options: {}},
  'no-access': record('CONTACT', 20, 'You have no access to this record'),
  deleted: record('CONTACT', 404, 'This record does not exist any more'),
  'missing-scope': {words: 'The app may not read the CRM', scopes: ['telephony', 'placement']},
  'limit-waited-out': {...refused('QUERY_LIMIT_EXCEEDED', 'Loading the record'), staysBusy: true},
  // Not the ordinary request limit, after which the kit tries again.
  'limit-reached': refused('OPERATION_TIME_LIMIT', 'Bitrix24 gets too many requests'),
  blocked: refused('OVERLOAD_LIMIT', 'Bitrix24 has blocked the requests'),
  'plan-without-apps': {
    words: 'Apps can’t read the CRM with this',
    fault: {kind: 'error', code: 'ACCESS_DENIED', status: 403, method: 'batch'},
  },
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
