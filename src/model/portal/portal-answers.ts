/** The portal's first answer (`getInitData`), and its list of commands and events (`getInterface`). */
import {readPlacement, type Placement} from './placement.js';
import {
  asObject,
  asText,
  problem,
  type JsonObject,
  type Problem,
  type Reading,
} from '../parse/reading.js';

/** Access to REST. Kept inside the portal adapter; never part of a snapshot. */
export interface Credentials {
  readonly accessToken: string;
  /** How long the token is good for, in seconds. */
  readonly expiresIn: number;
}

/** What the portal says about itself and about where the page is shown. */
export interface InitData {
  /** The portal's own language code (`en`, `br`, `ua` …). */
  readonly language: string;
  /** The path below which REST methods are, normally `/rest`. */
  readonly restPath: string;
  /** Identifies the portal across its domains. */
  readonly memberId: string;
  readonly isAdmin: boolean;
  readonly placement: Placement;
}

/** What the placement offers, by the names on the wire. */
export interface PlacementInterface {
  readonly commands: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** What there is in the answer of `getInitData`. */
export type InitReading = Reading<{
  readonly init: InitData;
  readonly credentials: Credentials | null;
}>;

/** Reads the answer of `getInitData`. Without a token REST does not work, which is a problem. */
export function readInitData(answer: unknown): InitReading {
  const problems: Problem[] = [];
  const object = asObject(answer);
  if (object === undefined) problems.push(problem('getInitData', 'an object', typeof answer));
  const data: JsonObject = object ?? {};
  const placement = readPlacement(data['PLACEMENT'], data['PLACEMENT_OPTIONS']);
  problems.push(...placement.problems);
  const init: InitData = {
    language: asText(data['LANG'])?.trim().toLowerCase() || 'en',
    restPath: readRestPath(data['PATH']),
    memberId: asText(data['MEMBER_ID']) ?? '',
    isAdmin: data['IS_ADMIN'] === true,
    placement: placement.value,
  };
  const credentials = readCredentials(data);
  if (credentials === null) problems.push(problem('AUTH_ID', 'an access token', undefined));
  return {value: {init, credentials}, problems};
}

/** Reads `{AUTH_ID, AUTH_EXPIRES}` of `getInitData` and `refreshAuth`. */
export function readCredentials(answer: unknown): Credentials | null {
  const data = asObject(answer);
  const accessToken = asText(data?.['AUTH_ID']);
  if (data === undefined || accessToken === undefined || accessToken === '') return null;
  const seconds = Number(asText(data['AUTH_EXPIRES']));
  return {accessToken, expiresIn: Number.isFinite(seconds) && seconds > 0 ? seconds : 3600};
}

/** Reads `{command: […], event: […]}`; names may repeat. */
export function readInterface(answer: unknown): Reading<PlacementInterface> {
  const data = asObject(answer);
  const problems = data === undefined ? [problem('getInterface', 'an object', answer)] : [];
  return {
    value: {commands: readNames(data?.['command']), events: readNames(data?.['event'])},
    problems,
  };
}

function readNames(value: unknown): ReadonlySet<string> {
  const list = Array.isArray(value) ? (value as unknown[]) : Object.values(asObject(value) ?? {});
  return new Set(list.filter((name): name is string => typeof name === 'string'));
}

function readRestPath(value: unknown): string {
  const path = asText(value)?.replace(/\/+$/, '') ?? '';
  // A path of the portal's own origin only: `//host` would send the token elsewhere.
  return /^\/(?![/\\])[\w\-./]*$/.test(path) ? path : '/rest';
}
