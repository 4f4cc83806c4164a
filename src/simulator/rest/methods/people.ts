/** The methods about users. An app sees only the fields that its scopes allow. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import type {UserSeed} from '../crm/crm-seed.js';
import {pageOf} from '../crm/item-list.js';
import {readFilter} from '../crm/row-filter.js';
import {anyCase, anyCaseMap, startOf} from '../endpoint/parameters.js';
import type {MethodResult} from '../endpoint/rest-answer.js';
import type {MethodCall, MethodTable} from '../endpoint/rest-method.js';

const USER_SCOPES = ['user', 'user_brief', 'user_basic'];

export const PEOPLE_METHODS: MethodTable = {
  'user.get': {scopes: USER_SCOPES, run: getUsers},
  'user.search': {scopes: USER_SCOPES, run: searchUsers},
  profile: {scopes: [], run: getProfile},
  'user.admin': {scopes: [], run: ({user}) => ({result: user.isAdmin === true})},
};

/** Fields that only the full scope `user` shows. */
const CONTACT_FIELDS: ReadonlySet<string> = new Set(['PERSONAL_MOBILE', 'WORK_PHONE', 'EMAIL']);

/** The fields that `FIND` searches: each of its words must begin a word in one of them. */
const FOUND_IN = ['NAME', 'LAST_NAME', 'SECOND_NAME', 'WORK_POSITION'];

function getUsers(call: MethodCall): MethodResult {
  return listUsers(call, anyCaseMap(call.parameters, 'filter'));
}

/** `user.search`: like `user.get`, but the fields match by the beginnings of words, and `FIND` searches several. */
function searchUsers(call: MethodCall): MethodResult {
  const {FIND, ...fields} = upperKeys(anyCaseMap(call.parameters, 'filter'));
  const wanted = wordsOf(FIND);
  const beginnings = FOUND_IN.flatMap((field) =>
    fields[field] === undefined ? [] : [[field, wordsOf(fields[field])] as const],
  );
  const others = Object.entries(fields).filter(([field]) => !FOUND_IN.includes(field));
  return listUsers(
    call,
    Object.fromEntries(others),
    (row) =>
      startsEach(
        FOUND_IN.flatMap((field) => wordsOf(row[field])),
        wanted,
      ) && beginnings.every(([field, words]) => startsEach(wordsOf(row[field]), words)),
  );
}

function startsEach(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(value: unknown): readonly string[] {
  return (asText(value) ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}

function upperKeys(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toUpperCase(), value]));
}

function listUsers(
  {portal, parameters, token, origin}: MethodCall,
  filter: JsonObject,
  isWanted: (row: JsonObject) => boolean = () => true,
): MethodResult {
  const conditions = readFilter({
    ...filter,
    // The method also takes an id without a filter.
    ...(asText(anyCase(parameters, 'id')) === undefined ? {} : {ID: anyCase(parameters, 'id')}),
  });
  const rows = portal.seed.users
    .map((user) => userRow(user, origin))
    .filter(isWanted)
    .filter((row) =>
      conditions.every(({field, holds}) => holds(comparableValue(row[field.toUpperCase()]))),
    )
    .map((row) => (token.scopes.includes('user') ? row : withoutContactFields(row)));
  const {items, ...counts} = pageOf(rows, startOf(parameters));
  return {result: items, ...counts};
}

function getProfile({user, origin}: MethodCall): MethodResult {
  return {
    result: {
      ID: String(user.id),
      ADMIN: user.isAdmin === true,
      NAME: user.name,
      LAST_NAME: user.lastName,
      PERSONAL_GENDER: '',
      ...photoOf(user, origin),
      TIME_ZONE: user.timeZone ?? '',
    },
  };
}

function userRow(user: UserSeed, origin: string): JsonObject {
  return {
    ID: String(user.id),
    ACTIVE: user.isActive !== false,
    NAME: user.name,
    LAST_NAME: user.lastName,
    // Fields without a value are left out rather than sent empty.
    ...(user.secondName === undefined ? {} : {SECOND_NAME: user.secondName}),
    IS_ONLINE: user.isOnline === true ? 'Y' : 'N',
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: '',
    ...photoOf(user, origin),
    ...(user.mobile === undefined ? {} : {PERSONAL_MOBILE: user.mobile}),
    WORK_POSITION: user.position ?? '',
    UF_DEPARTMENT: [1],
    ...(user.innerPhone === undefined ? {} : {UF_PHONE_INNER: user.innerPhone}),
    USER_TYPE: 'employee',
  };
}

function photoOf(user: UserSeed, origin: string): JsonObject {
  return user.photo === undefined ? {} : {PERSONAL_PHOTO: `${origin}${user.photo}`};
}

function withoutContactFields(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !CONTACT_FIELDS.has(name)));
}

/** A value as filters compare it: booleans as 1 and 0. */
function comparableValue(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
