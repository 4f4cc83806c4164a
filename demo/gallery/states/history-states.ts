/** The pictures of `<crm-history>`. */
import {CrmHistoryElement} from '../../../src/components/crm-history/crm-history.js';
import type {Fault} from '../../../src/simulator/rest/contract.js';
import {CALL, UNLINKED, type GalleryState, type GalleryStates} from '../gallery-state.js';

type Play = NonNullable<GalleryState['play']>;

function record(type: string, id: number, words: string): GalleryState {
  return {words, attributes: {'entity-type': type, 'entity-id': String(id)}};
}

/** A history whose lists are all refused; the record itself is not. */
function refused(code: string, words: string, more: Partial<GalleryState> = {}): GalleryState {
  const scope = {insideBatch: true} as const;
  return {
    words,
    fault: {kind: 'error', code, method: 'crm.activity.list', ...scope},
    play: (_controller, portal) =>
      portal.addFault({kind: 'error', code, method: 'crm.item.list', ...scope}),
    ...more,
  };
}

/** The element with its history. */
async function loaded(element: HTMLElement): Promise<CrmHistoryElement> {
  if (!(element instanceof CrmHistoryElement)) throw new Error('This is no history.');
  if (element.history === null) {
    await new Promise((resolve) => element.addEventListener('history-load', resolve, {once: true}));
  }
  return element;
}

/** Loads the history again with a fault. */
function refreshedWith(fault: Fault): Play {
  return async (_controller, portal, element) => {
    const shown = await loaded(element);
    await portal.addFault(fault);
    shown.reload();
  };
}

/** Shows all that has happened, page by page. */
const showAll: Play = async (_controller, _portal, element) => {
  const {shadowRoot} = await loaded(element);
  const more = (): HTMLElement | null | undefined =>
    shadowRoot?.querySelector<HTMLElement>('[part=more]:not([aria-disabled])');
  while (shadowRoot?.querySelector('[part=more]')) {
    more()?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

/** Opens what was said. */
const openTranscript: Play = async (_controller, _portal, element) => {
  const {shadowRoot} = await loaded(element);
  for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
};

const fillSlots: Play = async (_controller, _portal, element) => {
  const shown = await loaded(element);
  for (const [slot, words] of [
    ['header', 'Above the history'],
    ['footer', 'Below the history'],
  ] as const) {
    const child = document.createElement('div');
    child.slot = slot;
    child.textContent = words;
    shown.append(child);
  }
};

const useFormatters: Play = async (_controller, _portal, element) => {
  const shown = await loaded(element);
  shown.formatters = {
    PARCELS_OF_AN_APP: ({subject}) => ({
      label: 'Delivery',
      subject: `${subject} by DHL`,
      icon: 'task',
    }),
  };
};

/** The page's own content where nothing has happened. */
const offerCall: Play = (_controller, _portal, element) => {
  const button = document.createElement('button');
  button.slot = 'empty';
  button.textContent = 'Plan a call';
  element.append(button);
  return Promise.resolve();
};

/** The record comes, its history does not. */
const HELD: Fault = {
  kind: 'hold',
  key: 'gallery',
  method: 'crm.activity.list',
  insideBatch: true,
};

export const HISTORY_STATES: GalleryStates = {
  connecting: {words: 'Loading the history', connection: 'never'},
  loading: {words: 'Loading the history', fault: HELD, staysBusy: true},
  contact: {words: 'Last activities'},
  company: record('COMPANY', 5, 'Last activities'),
  deal: record('DEAL', 25, 'Last activities'),
  overdue: {words: 'overdue', attributes: {kinds: 'task'}},
  'open-items': {words: 'In progress', attributes: {kinds: 'open'}},
  long: {words: 'Re: Offer for building C', attributes: {limit: '50'}},
  more: record('CONTACT', 21, 'Show more'),
  many: {...record('CONTACT', 21, 'Incoming call no. 1'), play: showAll},
  'this-call': {
    words: 'Current call',
    options: {...CALL, CRM_ACTIVITY_ID: '12102'},
    play: openTranscript,
  },
  formatters: {words: 'by DHL', attributes: {limit: '50'}, play: useFormatters},
  slots: {words: 'Last activities', attributes: {limit: '3'}, play: fillSlots},
  empty: record('CONTACT', 102, 'Nothing has happened yet'),
  'empty-with-slot': {...record('CONTACT', 102, 'Nothing has happened yet'), play: offerCall},
  refreshing: {
    words: 'Last activities',
    play: refreshedWith({kind: 'hold', key: 'refresh'}),
    staysBusy: true,
  },
  stale: {words: 'could not be refreshed', play: refreshedWith({kind: 'drop'})},
  incomplete: {
    words: 'Some details could not be loaded',
    fault: {kind: 'error', code: 'ACCESS_DENIED', method: 'crm.item.list', insideBatch: true},
  },
  denied: refused('ACCESS_DENIED', 'You have no access to this history'),
  'no-access': record('CONTACT', 20, 'You have no access to this history'),
  deleted: record('CONTACT', 404, 'This record does not exist any more'),
  'missing-scope': {words: 'The app may not read the CRM', scopes: ['telephony', 'placement']},
  // Not the ordinary request limit, after which the kit tries again.
  'limit-reached': refused('OPERATION_TIME_LIMIT', 'Bitrix24 gets too many requests'),
  offline: {words: 'There is no network', fault: {kind: 'drop'}},
  failure: {words: 'The history could not be loaded', fault: {kind: 'html'}},
  'no-record': {words: 'There is no history to show', options: UNLINKED},
  'no-portal': {words: 'works inside Bitrix24 only', connection: 'not-in-portal'},
  'bad-attributes': {
    words: 'This CRM record can’t be shown',
    attributes: {'entity-type': 'PLANET', 'entity-id': '-4'},
  },
  'hostile-contact': {...record('CONTACT', 101, '<'), seed: 'hostile'},
};
