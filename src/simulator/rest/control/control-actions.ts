/** The control API's actions on one portal, for tests and the portal's page. */
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import type {JsonObject} from '../../../model/parse/reading.js';
import {viewItem} from '../crm/item-view.js';
import {methodNames} from '../endpoint/method-table.js';
import {addedMethods} from '../methods/own-methods.js';
import type {RestPortal} from '../portal/rest-portal.js';
import {
  readActivity,
  readFault,
  readId,
  readLimit,
  readMethods,
  readRef,
  readText,
  readTokenOptions,
  readUserFields,
  readUserId,
  readFields,
} from './control-input.js';

/**
 * @param input - the body of the request
 * @param now - milliseconds since the epoch
 * @returns the answer, or a promise of it
 */
export type ControlAction = (portal: RestPortal, input: JsonObject, now: number) => unknown;

/** The actions by their names in the address. */
export const CONTROL_ACTIONS = {
  'issue-token': (portal, input, now) => portal.issueToken(readTokenOptions(input), now),
  'refresh-token': (portal, input, now) => portal.refreshToken(readText(input, 'refreshId'), now),
  'expire-tokens': (portal, _input, now) => {
    portal.tokens.expireAll(now);
  },
  'refuse-refresh': (portal, input) => {
    portal.tokens.refusesRefresh = input['refuse'] === true;
  },
  'add-fault': (portal, input) => {
    portal.faults.add(readFault(input));
  },
  'clear-faults': (portal) => {
    portal.faults.clear();
  },
  held: (portal, input) => portal.faults.held(readText(input, 'key')),
  release: (portal, input) => {
    portal.faults.release(readText(input, 'key'));
  },
  requests: (portal) => portal.log.entries,
  'clear-requests': (portal) => {
    portal.log.clear();
  },
  record: (portal, input) => recordOf(portal, readRef(input)),
  'put-record': (portal, input) => {
    portal.crm.put(readRef(input), readFields(input));
  },
  'delete-record': (portal, input) => {
    portal.crm.delete(readRef(input));
  },
  'deny-record': (portal, input) => {
    portal.crm.deny(readRef(input), readUserId(input));
  },
  'put-activity': (portal, input) => {
    const {id, ...changes} = readActivity(input);
    const {fields, ...known} = portal.activities.get(id) ?? {fields: {}, bindings: []};
    portal.activities.set(id, {
      ...{id, ...known, ...changes},
      fields: {...fields, ...changes.fields},
    });
  },
  'delete-activity': (portal, input) => {
    portal.activities.delete(readId(input, 'id'));
  },
  'put-user-fields': (portal, input) => {
    const {typeId} = readRef({...input, id: 1});
    for (const field of readUserFields(input)) portal.crm.putUserField(typeId, field);
  },
  methods: (portal) => methodNames(portal),
  'add-methods': (portal, input) => {
    for (const [name, method] of addedMethods(readMethods(input))) {
      portal.addedMethods.set(name, method);
    }
  },
  'timeline-comments': (portal) => portal.crm.comments,
  'set-limit': (portal, input) => {
    portal.setLimit(readLimit(input));
  },
} satisfies Readonly<Record<string, ControlAction>>;

export type ControlActionName = keyof typeof CONTROL_ACTIONS;

export function controlActionNamed(name: string): ControlAction | undefined {
  const actions: Readonly<Record<string, ControlAction>> = CONTROL_ACTIONS;
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
}

/** A record as `crm.item.get` answers it with original names, regardless of rights; `null` without one. */
function recordOf(portal: RestPortal, ref: EntityRef): JsonObject | null {
  const record = portal.crm.find(ref);
  if (record === undefined) return null;
  const {statuses} = portal.seed;
  return viewItem(portal.crm.type(ref.typeId), record, {
    originalNames: true,
    statuses,
    origin: '',
    accessToken: '',
  });
}
