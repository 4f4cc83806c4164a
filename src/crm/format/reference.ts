/** Formats links to records and users: their names where they are known, else their numbers. */
import {COMPANY, CONTACT, DEAL, LEAD, QUOTE} from '../../model/entity/entity-type.js';
import {entityPath, readEntityRef, type EntityRef} from '../../model/entity/entity-ref.js';
import {asBoolean, asId, asText, type JsonObject} from '../../model/parse/reading.js';
import {NOTHING, pendingFor, textDisplay, type FieldDisplay} from './field-display.js';
import type {FormatContext, Formatter} from './format-context.js';

export const formatUser: Formatter = (value, _meta, {userName}) => {
  const id = asId(value);
  if (id === undefined) return NOTHING;
  const name = userName(id);
  const path = `/company/personal/user/${id}/`;
  return {kind: 'reference', text: name || `#${id}`, path, entity: null, ...pendingFor(name)};
};

/** The type is the field's own. */
function recordOf(typeId: number): Formatter {
  return (value, _meta, context) => recordDisplay(readEntityRef(typeId, value).value, context);
}

export const formatCompany = recordOf(COMPANY);
export const formatContact = recordOf(CONTACT);
export const formatLead = recordOf(LEAD);
export const formatDeal = recordOf(DEAL);
export const formatQuote = recordOf(QUOTE);

/** `parentId177`: the type is in the settings. */
export const formatParent: Formatter = (value, {settings}, context) =>
  recordDisplay(readEntityRef(settings['parentEntityTypeId'], value).value, context);

/** `D_1`, `T80_6`; a bare number where the field allows one type only. */
export const formatBinding: Formatter = (value, {settings}, context) => {
  const text = asText(value)?.trim() ?? '';
  const prefixed = /^(\w+)_(\d+)$/.exec(text);
  const {value: entity} = prefixed
    ? readEntityRef(prefixed[1], prefixed[2])
    : readEntityRef(onlyType(settings), text);
  return entity === null && text !== '0' ? textDisplay(text) : recordDisplay(entity, context);
};

function recordDisplay(entity: EntityRef | null, {recordName}: FormatContext): FieldDisplay {
  if (entity === null) return NOTHING;
  const name = recordName(entity);
  const text = name || `#${entity.id}`;
  // Opening it would show the portal's own refusal.
  if (name === null) return {kind: 'reference', text, path: null, entity, denied: true};
  const path = entityPath(entity) ?? null;
  return {kind: 'reference', text, path, entity, ...pendingFor(name)};
}

function onlyType(settings: JsonObject): string | undefined {
  const types = Object.keys(settings).filter((type) => asBoolean(settings[type]));
  return types.length === 1 ? types[0] : undefined;
}
