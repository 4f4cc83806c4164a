/** Formats links to records and users. Their names need another request; here are their numbers. */
import {COMPANY, CONTACT, DEAL, LEAD, QUOTE} from '../../model/entity-type.js';
import {entityPath, readEntityRef, type EntityRef} from '../../model/entity-ref.js';
import {asBoolean, asId, asText, type JsonObject} from '../../model/reading.js';
import {NOTHING, textDisplay, type FieldDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';

export const formatUser: Formatter = (value) => {
  const id = asId(value);
  if (id === undefined) return NOTHING;
  return {kind: 'reference', text: `#${id}`, path: `/company/personal/user/${id}/`, entity: null};
};

/** The type is the field's own. */
function recordOf(typeId: number): Formatter {
  return (value) => recordDisplay(readEntityRef(typeId, value).value);
}

export const formatCompany = recordOf(COMPANY);
export const formatContact = recordOf(CONTACT);
export const formatLead = recordOf(LEAD);
export const formatDeal = recordOf(DEAL);
export const formatQuote = recordOf(QUOTE);

/** `parentId177`: the type is in the settings. */
export const formatParent: Formatter = (value, {settings}) =>
  recordDisplay(readEntityRef(settings['parentEntityTypeId'], value).value);

/** `D_1`, `T80_6`; a bare number where the field allows one type only. */
export const formatBinding: Formatter = (value, {settings}) => {
  const text = asText(value)?.trim() ?? '';
  const prefixed = /^(\w+)_(\d+)$/.exec(text);
  const {value: entity} = prefixed
    ? readEntityRef(prefixed[1], prefixed[2])
    : readEntityRef(onlyType(settings), text);
  return entity === null && text !== '0' ? textDisplay(text) : recordDisplay(entity);
};

function recordDisplay(entity: EntityRef | null): FieldDisplay {
  if (entity === null) return NOTHING;
  return {kind: 'reference', text: `#${entity.id}`, path: entityPath(entity) ?? null, entity};
}

function onlyType(settings: JsonObject): string | undefined {
  const types = Object.keys(settings).filter((type) => asBoolean(settings[type]));
  return types.length === 1 ? types[0] : undefined;
}
