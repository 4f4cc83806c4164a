/** The commands that every placement has beside its own. `getInterface` does not list them. */
import {asObject, asText, isObject, type JsonObject} from '../../../model/parse/reading.js';
import {wireCredentials, type CredentialSource} from '../page/credentials.js';
import type {PortalFrame} from '../frames/portal-frame.js';
import {
  MESSENGER_COMMANDS,
  type Messenger,
  type MessengerCommand,
} from '../page/portal-messenger.js';
import type {OfferedNames} from './placement-interface.js';
import type {SliderResult} from '../page/slider.js';

/** What the commands need of the portal's page. */
export interface CommandContext {
  readonly credentials: CredentialSource;
  readonly language: string;
  readonly host: string;
  readonly secure: boolean;
  readonly appOptions: Record<string, unknown>;
  readonly userOptions: Record<string, unknown>;
  readonly isAdmin: boolean;
  readonly emptyMapsAsLists: boolean;
  readonly escapesOptions: boolean;
  readonly repeatsNames: boolean;
  readonly messenger: Messenger;
  showAlert(text: string): void;
  reloadPage(): void;
  setTitle(title: string): void;
  scrollTo(top: number): void;
  openSlider(path: string): Promise<SliderResult>;
}

/** Returns the answer or a promise of it; `undefined` for no answer. */
export type PortalCommand = (
  frame: PortalFrame,
  parameters: JsonObject,
  context: CommandContext,
) => unknown;

export const PORTAL_COMMANDS: ReadonlyMap<string, PortalCommand> = new Map(
  Object.entries({
    getInitData,
    getInterface: (frame, _parameters, {repeatsNames}) =>
      repeatsNames ? repeated(frame.offered) : frame.offered,
    refreshAuth,
    resizeWindow,
    reloadWindow: (_frame, _parameters, context) => {
      context.reloadPage();
    },
    openPath: (_frame, {path}, context) => context.openSlider(asText(path) ?? ''),
    setUserOption: (_frame, parameters, {userOptions}) => saveOption(userOptions, parameters),
    setAppOption: (_frame, parameters, {appOptions}) => saveOption(appOptions, parameters),
    setInstall: (_frame, parameters) => parameters,
    setInstallFinish: (_frame, parameters) => parameters,
    setTitle: (_frame, parameters, context) => {
      context.setTitle(asText(parameters['title']) ?? '');
      return parameters;
    },
    setScroll: (_frame, parameters, context) => {
      context.scrollTo(Number(asText(parameters['scroll']) ?? 0));
      return parameters;
    },
    ...Object.fromEntries(MESSENGER_COMMANDS.map((name) => [name, messengerCommand(name)])),
  } satisfies Record<string, PortalCommand>),
);

/** Commands of a portal that the simulator does not have: dialogs, and applications in sliders. */
export const NOT_SIMULATED: ReadonlySet<string> = new Set([
  'openApplication',
  'closeApplication',
  'selectUser',
  'selectAccess',
  'selectCRM',
  'showAppForm',
]);

/** A request to the messenger, which a portal never answers. */
function messengerCommand(name: MessengerCommand): PortalCommand {
  return (_frame, parameters, {messenger}) => {
    messenger.addRequest(name, parameters);
  };
}

function getInitData(
  frame: PortalFrame,
  _parameters: JsonObject,
  context: CommandContext,
): unknown {
  if (frame.token === null) return undefined;
  const map = (value: JsonObject): unknown =>
    context.emptyMapsAsLists && Object.keys(value).length === 0 ? [] : value;
  const options = frame.placementOptions;
  return {
    LANG: context.language,
    DOMAIN: context.host,
    PROTOCOL: context.secure ? 1 : 0,
    PATH: '/rest',
    ...wireCredentials(frame.token),
    MEMBER_ID: context.credentials.memberId,
    FIRST_RUN: false,
    IS_ADMIN: context.isAdmin,
    INSTALL: false,
    USER_OPTIONS: map(context.userOptions),
    APP_OPTIONS: map(context.appOptions),
    PLACEMENT: frame.placement,
    PLACEMENT_OPTIONS: map(context.escapesOptions ? escapeStrings(options) : options),
  };
}

async function refreshAuth(
  frame: PortalFrame,
  _parameters: JsonObject,
  context: CommandContext,
): Promise<unknown> {
  const token = await context.credentials.refreshToken(frame.token?.REFRESH_ID ?? '');
  if (token === null) {
    // A portal does not answer the app here; it shows the operator this message.
    context.showAlert('Unable to get new token! Reload page, please!');
    return undefined;
  }
  frame.replaceToken(token);
  return wireCredentials(token);
}

function resizeWindow({element}: PortalFrame, {width, height}: JsonObject): unknown {
  if (element === null) return undefined;
  element.style.width = cssLength(width);
  element.style.height = cssLength(height);
  return {width, height};
}

function cssLength(value: unknown): string {
  return typeof value === 'number' ? `${value}px` : (asText(value) ?? '');
}

function saveOption(options: Record<string, unknown>, parameters: JsonObject): unknown {
  const name = asText(parameters['name']);
  if (name !== undefined) options[name] = parameters['value'];
  return parameters;
}

function repeated(offered: OfferedNames): OfferedNames {
  return {
    command: [...offered.command, ...offered.command],
    event: [...offered.event, ...offered.event],
  };
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** Escapes texts as HTML: the portal's page carries the options in HTML, so they arrive escaped. */
function escapeStrings(value: JsonObject): JsonObject {
  const escape = (item: unknown): unknown => {
    if (typeof item === 'string') return item.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
    if (Array.isArray(item)) return (item as unknown[]).map(escape);
    return isObject(item) ? escapeStrings(item) : item;
  };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escape(item)]));
}

/** The parameters as an object; an empty one for anything else that the app sent. */
export function parametersOf(value: unknown): JsonObject {
  return asObject(value) ?? {};
}
