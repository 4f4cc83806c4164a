/** The demo's calls, clients and faults. Each is one entry of a table. */
import {COMPANY, CONTACT, DEAL, LEAD} from '../src/model/entity/entity-type.js';
import type {EntityRef} from '../src/model/entity/entity-ref.js';
import type {Fault} from '../src/simulator/backend-client.js';
import type {CallSetup} from '../src/simulator/index.js';

interface CallScenario {
  readonly label: string;
  readonly setup: CallSetup;
}

const LINE = {lineName: 'Berlin', lineNumber: '+49 30 98765'};
const KLAUS: CallSetup = {
  ...LINE,
  phoneNumber: '+4930123456',
  entity: {typeId: CONTACT, id: 17},
  bindings: [
    {typeId: CONTACT, id: 17},
    {typeId: COMPANY, id: 5},
    {typeId: DEAL, id: 25},
  ],
};

export const CALLS = {
  incoming: {label: 'Incoming', setup: KLAUS},
  outgoing: {label: 'Outgoing', setup: {...KLAUS, direction: 'outgoing'}},
  unknown: {label: 'Unknown caller', setup: {...LINE, phoneNumber: '+49895550177'}},
  several: {label: 'Known to several', setup: {...LINE, phoneNumber: '+49305550199'}},
  hidden: {label: 'Hidden number', setup: {...LINE, phoneNumber: 'hidden'}},
  campaign: {label: 'Campaign', setup: {...KLAUS, direction: 'outgoing', campaign: true}},
  own: {label: "Portal's own call", setup: {...KLAUS, raisedByApp: false}},
} satisfies Record<string, CallScenario>;

interface ClientChoice {
  readonly label: string;
  readonly entity: EntityRef | null;
}

export const CLIENTS: readonly ClientChoice[] = [
  {label: 'Contact 17', entity: {typeId: CONTACT, id: 17}},
  {label: 'Company 5', entity: {typeId: COMPANY, id: 5}},
  {label: 'Deal 25', entity: {typeId: DEAL, id: 25}},
  {label: 'Lead 3', entity: {typeId: LEAD, id: 3}},
  {label: 'Every field', entity: {typeId: CONTACT, id: 101}},
  {label: 'No field', entity: {typeId: CONTACT, id: 102}},
  {label: 'Broken fields', entity: {typeId: CONTACT, id: 103}},
  {label: 'Access denied', entity: {typeId: CONTACT, id: 20}},
  {label: 'Not there', entity: {typeId: CONTACT, id: 999}},
  {label: 'Nobody', entity: null},
];

const CAMPAIGN: readonly CallSetup[] = [
  {phoneNumber: '+4930123456', entity: {typeId: CONTACT, id: 17}},
  {phoneNumber: '+442079460021', entity: {typeId: CONTACT, id: 21}},
  {phoneNumber: '+49895550104', entity: {typeId: LEAD, id: 4}},
];

/** The client that follows the one with this id; the list starts again after its end. */
export function nextClientOf(id: number | undefined): CallSetup {
  const index = CAMPAIGN.findIndex(({entity}) => entity?.id === id);
  return CAMPAIGN[(index + 1) % CAMPAIGN.length] ?? {};
}

/** How long slow answers take, in milliseconds. */
export const SLOW_MS = 1500;

export const REST_FAULTS = {
  'REST down': {kind: 'status', status: 502},
  'Slow answers': {kind: 'delay', delayMs: SLOW_MS},
} satisfies Record<string, Fault>;
