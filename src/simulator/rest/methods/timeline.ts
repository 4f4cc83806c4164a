/** The methods about comments in a record's timeline. */
import {asObject, asText, type JsonObject} from '../../../model/parse/reading.js';
import {readEntityRef} from '../../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../../model/entity/entity-type.js';
import type {TimelineComment} from '../contract.js';
import {pageOf} from '../crm/item-list.js';
import {anyCase, anyCaseMap, startOf, texts} from '../endpoint/parameters.js';
import {portalDateTime, type MethodResult} from '../endpoint/rest-answer.js';
import {accessDenied, missingArgument, oldAccessDenied, RestError} from '../endpoint/rest-error.js';
import {CRM_SCOPE, type MethodCall, type MethodTable} from '../endpoint/rest-method.js';

export const TIMELINE_METHODS: MethodTable = {
  'crm.timeline.comment.add': {scopes: CRM_SCOPE, run: addComment},
  'crm.timeline.comment.list': {scopes: CRM_SCOPE, run: listComments},
};

function addComment({portal, parameters, user, now}: MethodCall): MethodResult {
  const fields = asObject(anyCase(parameters, 'fields')) ?? {};
  const comment = asText(fields['COMMENT']);
  if (comment === undefined || comment === '') {
    throw new RestError('INVALID_ARG_VALUE', 'Empty comment message');
  }
  const owner = readEntityRef(fields['ENTITY_TYPE'], fields['ENTITY_ID']).value;
  if (owner === null || portal.crm.find(owner) === undefined) {
    throw new RestError('OWNER_NOT_FOUND', 'Owner not found');
  }
  if (!portal.crm.canRead(owner, user.id)) throw accessDenied();
  const id = portal.crm.addComment({
    entityTypeId: owner.typeId,
    entityId: owner.id,
    authorId: user.id,
    comment,
    createdAt: now,
  });
  return {result: id};
}

/** Both fields of the filter are required. A record without access is refused as old methods do. */
function listComments({portal, parameters, user}: MethodCall): MethodResult {
  const filter = anyCaseMap(parameters, 'filter');
  for (const name of ['ENTITY_ID', 'ENTITY_TYPE']) {
    if (filter[name] === undefined || filter[name] === '') throw missingArgument(name);
  }
  const owner = readEntityRef(filter['ENTITY_TYPE'], filter['ENTITY_ID']).value;
  if (owner === null || !portal.crm.canRead(owner, user.id)) throw oldAccessDenied();
  const comments = portal.crm.comments.filter(
    ({entityTypeId, entityId}) => entityTypeId === owner.typeId && entityId === owner.id,
  );
  // Comments are kept in the order of their ids.
  const order = anyCaseMap(parameters, 'order');
  const isDescending = asText(order['ID'] ?? order['CREATED'])?.toUpperCase() === 'DESC';
  const selected = texts(anyCase(parameters, 'select'));
  const {items, ...counts} = pageOf(
    isDescending ? [...comments].reverse() : comments,
    startOf(parameters),
  );
  return {result: items.map((comment) => view(comment, selected)), ...counts};
}

function view(comment: TimelineComment, selected: readonly string[]): JsonObject {
  const row = {
    ID: String(comment.id),
    ENTITY_ID: String(comment.entityId),
    ENTITY_TYPE: entityTypeOf(comment.entityTypeId)?.code.toLowerCase() ?? '',
    CREATED: portalDateTime(comment.createdAt),
    COMMENT: comment.comment,
    AUTHOR_ID: String(comment.authorId),
    // PHP has no empty map.
    FILES: [],
  };
  if (selected.length === 0 || selected.includes('*')) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => selected.includes(name)));
}
