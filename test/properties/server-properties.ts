/** What holds for everything that is posted to an app's server: it is read, and no token is told. */
import fc from 'fast-check';
import {callInPage} from '../../src/model/portal/page-context.js';
import type {Problem} from '../../src/model/parse/reading.js';
import {contextScript} from '../../src/server/context-script.js';
import {readEventRequest} from '../../src/server/event-request.js';
import {readPlacementRequest} from '../../src/server/placement-request.js';
import type {RequestInput} from '../../src/server/request-input.js';
import {context} from './arbitraries/placement-context.js';
import {anything, json, prototypeName, text} from './arbitraries/raw-values.js';
import {checkPlacement} from './value-types.js';
import {holds, same} from './expectations.js';
import {property, type NamedProperty} from './property.js';

const SECRET = 'secret-of-the-token';
const FORM = 'application/x-www-form-urlencoded';

const SECRET_NAMES = ['AUTH_ID', 'REFRESH_ID', 'APPLICATION_TOKEN', 'APP_SID', 'member_id'];
const OTHER_NAMES = [
  ...['DOMAIN', 'PROTOCOL', 'LANG', 'AUTH_EXPIRES', 'SERVER_ENDPOINT', 'APPLICATION_SCOPE'],
  ...['status', 'PLACEMENT', 'PLACEMENT_OPTIONS', 'event', 'event_handler_id', 'ts', 'error'],
  ...[
    'data',
    'data[PHONE_NUMBER]',
    'data[USER_ID]',
    'data[]',
    'data[a][b]',
    'auth',
    'auth[domain]',
  ],
  ...['auth[client_endpoint]', 'auth[expires_in]', 'error_description', 'query', 'body'],
];
const EVENT_SECRETS = ['access_token', 'refresh_token', 'application_token', 'member_id'];

const secretField = fc.tuple(
  fc.constantFrom(...SECRET_NAMES, ...EVENT_SECRETS.map((name) => `auth[${name}]`)),
  fc.constantFrom(SECRET, `${SECRET}\n`, `${SECRET}\uFFFD`, ` ${SECRET}`),
);
const codes = fc.constantFrom(
  'CALL_CARD',
  'CRM_DEAL_DETAIL_TAB',
  'ONEXTERNALCALLSTART',
  'ONAPPINSTALL',
);
const name = fc.oneof(
  fc.constantFrom(...OTHER_NAMES),
  text,
  prototypeName.map((each) => `auth[${each}]`),
  fc.stringMatching(/^[\]a[]{1,12}$/),
);
const posted = fc.oneof(
  text,
  codes,
  json.map((value) => JSON.stringify(value)),
);
const fields = fc.array(fc.oneof(fc.tuple(name, posted), secretField), {maxLength: 12});

/** As a parser has read them: also values that no form has. */
const parsedFields = fc
  .tuple(fields, fc.array(fc.tuple(name, anything), {maxLength: 6}))
  .map(([texts, values]) => Object.fromEntries<unknown>([...values, ...texts]));

const body = fc.oneof(
  fc.tuple(
    fc.constant(FORM),
    fields.map((each) => new URLSearchParams([...each]).toString()),
  ),
  fc.tuple(
    fc.constant('application/json'),
    fc.oneof(
      parsedFields.map((each) => asText(each)),
      text,
    ),
  ),
  fc.tuple(fc.constantFrom('', 'multipart/form-data; boundary=x', 'text/plain', FORM), text),
);

const request = fc.tuple(body, fields).map(
  ([[type, content], address]) =>
    new Request(`https://app.example/?${new URLSearchParams([...address]).toString()}`, {
      method: 'POST',
      body: new TextEncoder().encode(content),
      headers: {'content-type': type},
    }),
);

const input = fc.oneof(
  {weight: 2, arbitrary: request},
  fields.map((each) => new URLSearchParams([...each])),
  fields.map(formOf),
  parsedFields,
  fc.record({query: fc.oneof(parsedFields, anything), body: fc.oneof(parsedFields, anything)}),
  anything,
) as fc.Arbitrary<RequestInput>;

const placements = property(
  'whatever is posted to a page is read, and no token is in a problem or in the page',
  {short: 2500, long: 500_000},
  input,
  async (each) => {
    const {value, problems} = await readPlacementRequest(each);
    checkPlacement(value.placement);
    checkProblems(problems);
    holds(value.domain === null || /^[\w.:[\]-]+$/.test(value.domain), () => 'the host');
    holds(/^[a-z]{2,3}([-_]\w+)*$/.test(value.language), () => `the language ${value.language}`);
    holds(value.tokens === null || value.tokens.expiresIn > 0, () => 'a token that never lived');
    const script = contextScript(value);
    holds(!script.includes(SECRET), () => 'the token is in the page');
    holds(/^<script [\w\s="/-]*>[^<>&]*<\/script>$/.test(script), () => script);
  },
);

const events = property(
  'whatever is posted as an event is read, and no token is in a problem',
  {short: 2500, long: 500_000},
  input,
  async (each) => {
    const {value, problems} = await readEventRequest(each);
    checkProblems(problems);
    const {event, auth} = value;
    holds(typeof event.code === 'string', () => 'an event without a code');
    const data = event.kind === 'other' ? fc.stringify(event.data) : '';
    holds(!/"\]?(__proto__|constructor|prototype)"\]?:/.test(data), () => `the data ${data}`);
    for (const address of [auth.clientEndpoint, auth.serverEndpoint]) {
      holds(
        address === null || new URL(address).protocol === 'https:',
        () => `to ${address ?? ''}`,
      );
    }
    const token = auth.applicationToken;
    holds(token === null || /^[\x21-\x7E]+$/.test(token), () => 'a token of other characters');
  },
);

const contexts = property(
  'the page reads the call as the server did',
  {short: 1000, long: 50_000},
  context,
  async ({options, means}) => {
    const PLACEMENT_OPTIONS = JSON.stringify(options);
    const {value} = await readPlacementRequest({PLACEMENT: 'CALL_CARD', PLACEMENT_OPTIONS});
    const [, textContent = ''] = /^<script [^>]*>([^<]*)</.exec(contextScript(value)) ?? [];
    same(callInPage({querySelector: () => ({textContent})}), means, 'the call in the page');
  },
);

/** Every property of the server's readers. */
export const serverProperties: readonly NamedProperty[] = [placements, events, contexts];

function checkProblems(problems: readonly Problem[]): void {
  for (const {path, expected, found} of problems) {
    holds(path !== '' && expected !== '', () => 'a problem without words');
    holds(found.length <= 81, () => `found: ${found}`);
    const isSecret = /AUTH_ID|REFRESH|TOKEN|APP_SID|member_id|_token$/.test(path);
    holds(!isSecret || !found.includes(SECRET), () => `${path} tells the token`);
  }
}

/** What can't be written as JSON is posted as nonsense. */
function asText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return typeof value;
  }
}

function formOf(pairs: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [key, value] of pairs) form.append(key, value);
  return form;
}
