/** What a portal's pages and events say of the portal and of who may do what there. */
import {hostOf} from './allowed-portal.js';
import type {FieldReader} from './field-reader.js';

/** Access to the portal's REST, of the user who has opened the page or raised the event. */
export interface PortalTokens {
  readonly accessToken: string;
  /** Renews the access token; `null` where the portal sent none. */
  readonly refreshToken: string | null;
  /** How long the access token is good for, in seconds. */
  readonly expiresIn: number;
}

/** Free, demo, trial, paid, local, subscription. */
export type AppStatus = 'F' | 'D' | 'T' | 'P' | 'L' | 'S';

const STATUSES: readonly AppStatus[] = ['F', 'D', 'T', 'P', 'L', 'S'];
/** A portal's tokens are good for an hour. */
const HOUR_S = 3600;

/** @param names - of the fields with the access token, the refresh token and the seconds */
export function readTokens(
  reader: FieldReader,
  names: readonly [access: string, refresh: string, seconds: string],
): PortalTokens | null {
  const [access, refresh, seconds] = names;
  const accessToken = reader.token(access);
  const refreshToken = reader.token(refresh);
  const expiresIn = reader.seconds(seconds) ?? HOUR_S;
  return accessToken === null ? null : {accessToken, refreshToken, expiresIn};
}

export function readHost(reader: FieldReader, name: string): string | null {
  const text = reader.text(name);
  if (text === null) return null;
  return hostOf(text) ?? reader.unreadable(name, 'a host');
}

/** The address of a server, as a portal writes it: `https://oauth.bitrix.info/rest/`. */
export function readEndpoint(reader: FieldReader, name: string): string | null {
  const text = reader.text(name);
  if (text === null) return null;
  const [, host = ''] = /^https:\/\/([^/?#\\]+)(?:[/?#]|$)/i.exec(text) ?? [];
  const isAddress = hostOf(host) !== undefined && !/[\s\\]/.test(text);
  return isAddress ? text : reader.unreadable(name, 'an address with https');
}

export function readScopes(reader: FieldReader, name: string): readonly string[] {
  const text = reader.matching(name, /^[\w\s,.-]*$/, 'names of scopes');
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

export function readStatus(reader: FieldReader, name: string): AppStatus | null {
  const text = reader.text(name);
  if (text === null) return null;
  const status = STATUSES.find((each) => each === text.toUpperCase());
  return status ?? reader.unreadable(name, `one of ${STATUSES.join(', ')}`);
}

export function readLanguage(reader: FieldReader, name: string): string {
  return (
    reader.matching(name, /^[A-Za-z]{2,3}(?:[-_]\w{1,8})*$/, 'a language')?.toLowerCase() ?? 'en'
  );
}
