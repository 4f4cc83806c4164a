/** Reads the requests of the control API. Every reader throws a `ControlError` for input that it rejects. */
import type {EntityRef} from '../../../model/entity/entity-ref.js';
import {asId, asObject, asText, isObject, type JsonObject} from '../../../model/parse/reading.js';
import {readRows} from '../../../model/parse/parse-list.js';
import type {
  Fault,
  FaultKind,
  LimitSetting,
  MethodAnswer,
  MethodAnswers,
  SeedName,
  TokenOptions,
} from '../contract.js';
import type {ActivitySeed} from '../crm/crm-seed.js';
import type {UserFieldSeed} from '../crm/field.js';

/** A mistake in a request, for the person who wrote it. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

export function readText(input: JsonObject, name: string): string {
  const text = asText(input[name]);
  if (text === undefined) throw new ControlError(`${name} must be a text`);
  return text;
}

export function readRef(input: JsonObject): EntityRef {
  return {typeId: readId(input, 'typeId'), id: readId(input, 'id')};
}

export function readUserId(input: JsonObject): number {
  return readId(input, 'userId');
}

export function readFields(input: JsonObject): JsonObject {
  return readMap(input, 'fields');
}

/** An activity: `fields` as `crm.activity.get` answers them, and the records to which it is bound. */
export function readActivity(
  input: JsonObject,
): Pick<ActivitySeed, 'id' | 'fields'> & Partial<ActivitySeed> {
  const bindings = input['bindings'];
  return {
    id: readId(input, 'id'),
    fields: readFields(input),
    ...optionalText(input, 'transcript'),
    ...(bindings === undefined
      ? {}
      : {
          bindings: readRows(bindings).map((row) => ({
            entityTypeId: readId(row, 'entityTypeId'),
            entityId: readId(row, 'entityId'),
          })),
        }),
  };
}

export function readTokenOptions(input: JsonObject): TokenOptions {
  const {scopes, expiresIn} = input;
  const language = asText(input['language']);
  return {
    ...(input['userId'] === undefined ? {} : {userId: readUserId(input)}),
    ...(Array.isArray(scopes) ? {scopes: scopes.map(String)} : {}),
    ...(typeof expiresIn === 'number' ? {expiresIn} : {}),
    ...(language === undefined ? {} : {language}),
  };
}

export function readSeedName(input: JsonObject): SeedName {
  const name = input['seed'] ?? 'sample';
  if (name === 'sample' || name === 'hostile') return name;
  throw new ControlError('seed must be sample or hostile');
}

export function readLimit(input: JsonObject): LimitSetting {
  const setting = input['limit'];
  if (typeof setting === 'boolean') return setting;
  if (!isObject(setting)) throw new ControlError('limit must be a boolean or an object');
  return {
    burst: readNumber(setting, 'burst'),
    drainPerSecond: readNumber(setting, 'drainPerSecond'),
  };
}

/** Reads methods with fixed answers; functions cannot be sent. */
export function readMethods(input: JsonObject): MethodAnswers {
  return Object.fromEntries(
    Object.entries(readMap(input, 'methods')).map(([name, answer]) => [
      name,
      readMethodAnswer(name, answer),
    ]),
  );
}

function readMethodAnswer(name: string, answer: unknown): MethodAnswer {
  if (!isObject(answer) || !('result' in answer || 'error' in answer)) {
    throw new ControlError(`The method ${name} needs a result or an error`);
  }
  const scopes = Array.isArray(answer['scopes']) ? {scopes: answer['scopes'].map(String)} : {};
  if ('error' in answer) {
    return {error: readText(answer, 'error'), ...optionalText(answer, 'description'), ...scopes};
  }
  const {result} = answer;
  return {result, ...optionalNumber(answer, 'total'), ...optionalNumber(answer, 'next'), ...scopes};
}

export function readUserFields(input: JsonObject): readonly UserFieldSeed[] {
  const {fields} = input;
  if (!Array.isArray(fields)) throw new ControlError('fields must be a list');
  return fields.filter(isObject).map(readUserField);
}

function readUserField(field: JsonObject): UserFieldSeed {
  const {items, settings} = field;
  return {
    upperName: readText(field, 'upperName'),
    type: readText(field, 'type'),
    title: readText(field, 'title'),
    isMultiple: field['isMultiple'] === true,
    isRequired: field['isRequired'] === true,
    ...(Array.isArray(items) ? {items: items.filter(isObject).map(readFieldItem)} : {}),
    ...(isObject(settings) ? {settings} : {}),
  };
}

/** The reader of each kind of fault. */
const FAULT_READERS: {
  readonly [K in FaultKind['kind']]: (input: JsonObject) => Extract<FaultKind, {kind: K}>;
} = {
  error: (input) => ({
    kind: 'error',
    code: readText(input, 'code'),
    ...optionalText(input, 'description'),
    ...optionalStatus(input),
  }),
  status: (input) => ({kind: 'status', status: readNumber(input, 'status')}),
  html: (input) => ({kind: 'html', ...optionalStatus(input)}),
  'not-json': (input) => ({kind: 'not-json', ...optionalStatus(input)}),
  empty: () => ({kind: 'empty'}),
  drop: () => ({kind: 'drop'}),
  delay: (input) => ({kind: 'delay', delayMs: readNumber(input, 'delayMs')}),
  hold: (input) => ({kind: 'hold', key: readText(input, 'key')}),
};

export function readFault(input: JsonObject): Fault {
  const kind = readText(input, 'kind');
  if (!isFaultKind(kind)) throw new ControlError(`There is no fault of the kind ${kind}`);
  return {
    ...FAULT_READERS[kind](input),
    ...optionalText(input, 'method'),
    ...(input['times'] === undefined ? {} : {times: readNumber(input, 'times')}),
    insideBatch: input['insideBatch'] === true,
  };
}

function isFaultKind(kind: string): kind is FaultKind['kind'] {
  return Object.hasOwn(FAULT_READERS, kind);
}

function readFieldItem(item: JsonObject): {ID: string; VALUE: string} {
  return {ID: readText(item, 'ID'), VALUE: readText(item, 'VALUE')};
}

export function readId(input: JsonObject, name: string): number {
  const id = asId(input[name]);
  if (id === undefined) throw new ControlError(`${name} must be a positive whole number`);
  return id;
}

function readNumber(input: JsonObject, name: string): number {
  const value = input[name];
  if (typeof value !== 'number') throw new ControlError(`${name} must be a number`);
  return value;
}

function readMap(input: JsonObject, name: string): JsonObject {
  const map = asObject(input[name]);
  if (map === undefined) throw new ControlError(`${name} must be an object`);
  return map;
}

function optionalText<K extends string>(input: JsonObject, name: K): {readonly [P in K]?: string} {
  const text = asText(input[name]);
  return (text === undefined ? {} : {[name]: text}) as {readonly [P in K]?: string};
}

function optionalNumber<K extends string>(
  input: JsonObject,
  name: K,
): {readonly [P in K]?: number} {
  const value = input[name] === undefined ? {} : {[name]: readNumber(input, name)};
  return value as {readonly [P in K]?: number};
}

function optionalStatus(input: JsonObject): {readonly status?: number} {
  return input['status'] === undefined ? {} : {status: readNumber(input, 'status')};
}
