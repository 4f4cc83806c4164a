/** Renders an app as a portal does: a named iframe, and a hidden form that posts the context into it. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {CredentialSource} from '../page/credentials.js';
import {addressOf} from '../page/page-address.js';

export interface Rendering {
  readonly document: Document;
  readonly container: Element;
  /** The app's page. */
  readonly url: string;
  readonly language: string;
  readonly sid: string;
  readonly title: string;
  /** Whether the frame is not displayed at all, as a background worker is. */
  readonly hidden: boolean;
  /** Handlers on static hosting are opened with GET, without the body. */
  readonly method: 'post' | 'get';
  /** The form's fields. */
  readonly body: Readonly<Record<string, string>>;
  /** The iframe of the last rendering, which the new one replaces. */
  readonly replaces: HTMLIFrameElement | null;
}

/** 32 hex characters, new for every rendering. */
export function makeSid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts the frame into the page and opens the app in it. */
export function renderFrame(rendering: Rendering): HTMLIFrameElement {
  const {document, sid} = rendering;
  const {host, secure} = addressOf(document);
  const proto = secure ? '1' : '0';
  const frame = document.createElement('iframe');
  // All that an app knows before the portal's first message.
  frame.name = `${host}|${proto}|${sid}`;
  frame.allow = 'geolocation *; microphone *; camera *; autoplay *;';
  frame.title = rendering.title;
  if (rendering.hidden) frame.style.display = 'none';
  const query = {DOMAIN: host, PROTOCOL: proto, LANG: rendering.language, APP_SID: sid};
  const action = withQuery(rendering.url, query);
  if (rendering.method === 'get') frame.src = action;
  if (rendering.replaces === null) rendering.container.append(frame);
  else rendering.replaces.replaceWith(frame);
  if (rendering.method === 'post') postInto(frame, action, rendering);
  return frame;
}

/** The fields that a portal posts besides the token. */
export function formBody(
  placement: string,
  options: JsonObject,
  {memberId, origin, application}: CredentialSource,
): Readonly<Record<string, string>> {
  return {
    SERVER_ENDPOINT: `${origin}/rest/`,
    ...(application === undefined
      ? {}
      : {
          APPLICATION_TOKEN: application.token,
          APPLICATION_SCOPE: application.scopes.join(),
        }),
    member_id: memberId,
    status: 'L',
    PLACEMENT: placement,
    PLACEMENT_OPTIONS: JSON.stringify(options),
  };
}

function postInto(frame: HTMLIFrameElement, action: string, {document, body}: Rendering): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.target = frame.name;
  form.hidden = true;
  for (const [name, value] of Object.entries(body)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  // The token must not stay in the page.
  form.remove();
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const result = new URL(url);
  for (const [name, value] of Object.entries(query)) result.searchParams.set(name, value);
  return result.href;
}
