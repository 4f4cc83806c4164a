/** Whether values are within their types while the program runs, which the compiler only believes. */
import type {Call} from '../../src/model/call/call.js';
import type {CardEvent} from '../../src/model/card/card-event.js';
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import {DIAL_DIGITS} from '../../src/model/card/operator-action.js';
import type {Placement} from '../../src/model/portal/placement.js';
import {holds} from './expectations.js';

export function checkPlacement(placement: Placement): void {
  holds(typeof placement.code === 'string' && placement.code !== '', () => 'no code');
  switch (placement.kind) {
    case 'call-card':
      if (placement.call !== null) checkCall(placement.call);
      break;
    case 'record':
      if (placement.entity !== null) checkEntity(placement.entity);
      break;
    case 'background-worker':
    case 'other':
      break;
    default:
      throw new Error(`the kind ${String(placement)}`);
  }
}

export function checkCall(call: Call): void {
  checkText(call.id, 'id');
  checkNumber(call.number);
  checkText(call.line.number, 'the line’s number');
  checkText(call.line.name, 'the line’s name');
  oneOf(call.direction, [null, 'incoming', 'outgoing', 'callback']);
  oneOf(call.progress, [null, 'idle', 'connecting', 'connected']);
  if (call.entity !== null) checkEntity(call.entity);
  call.bindings.forEach(checkEntity);
  const keys = call.bindings.map(({typeId, id}) => `${typeId}:${id}`);
  holds(new Set(keys).size === keys.length, () => `one binding twice: ${keys.join()}`);
  if (call.activityId !== null) checkId(call.activityId);
  oneOf(call.campaign, [true, false]);
  const {path} = call;
  holds(path === null || /^\/(?![/\\])/.test(path), () => `the path ${path ?? ''}`);
}

export function checkEventValue(event: CardEvent): void {
  const {name, value} = event;
  switch (name) {
    case 'entityChanged':
    case 'cardEntityChanged':
      checkNumber(value.number);
      if (value.entity !== null) checkEntity(value.entity);
      break;
    case 'initialized':
      if (value !== null) checkCall(value);
      break;
    case 'callStateChanged':
      oneOf(value, [null, 'idle', 'connecting', 'connected']);
      break;
    case 'holdButtonClick':
    case 'muteButtonClick':
      oneOf(value, [null, true, false]);
      break;
    case 'transferButtonClick':
      if (value !== null) checkText(value.phoneNumber, 'phoneNumber');
      if (value?.target.kind === 'user') checkId(value.target.id);
      break;
    case 'dialpadButtonClick':
      oneOf(value, [null, ...DIAL_DIGITS]);
      break;
    case 'qualityMeterClick':
      oneOf(value, [null, 1, 2, 3, 4, 5]);
      break;
    case 'addCommentButtonClick':
      if (value !== null) checkText(value, 'the comment');
      break;
    default:
      oneOf(value, [null]);
  }
}

function checkNumber(number: Call['number']): void {
  oneOf(number.kind, ['number', 'hidden', 'unknown']);
  if (number.kind === 'number') {
    checkText(number.value, 'the number');
    holds(number.value.trim() !== '', () => 'an empty number');
  }
}

function checkEntity({typeId, id}: EntityRef): void {
  checkId(typeId);
  checkId(id);
}

function checkId(id: number): void {
  holds(Number.isSafeInteger(id) && id > 0, () => `the id ${id}`);
}

function checkText(value: unknown, what: string): void {
  holds(typeof value === 'string', () => `${what} is no text`);
}

function oneOf(value: unknown, values: readonly unknown[]): void {
  holds(values.includes(value), () => `${String(value)} is none of ${values.join()}`);
}
