/** The page that measures how soon a record is on screen, by the number of its user fields. */
import '../src/entries/define.js';
import {CallCardController} from '../src/controller/call-card-controller.js';
import {COMPANY} from '../src/model/entity/entity-type.js';
import {readPlacement} from '../src/model/portal/placement.js';
import type {JsonObject} from '../src/model/parse/reading.js';
import {PortalClient} from '../src/portal/portal-client.js';
import type {OpenedTransport, PortalTransport} from '../src/portal/portal-transport.js';
import {PortalBackend} from '../src/simulator/backend-client.js';

/** A type without a saved layout, so that all its fields are shown. */
const TYPE = COMPANY;
const ID = 900;

/** Field types with a value of each, as they are found on portals. */
const KINDS: readonly (readonly [type: string, value: unknown, more?: JsonObject])[] = [
  ['string', 'Ground floor, second door on the left'],
  ['integer', 120_400],
  ['double', 17.25],
  ['boolean', 'Y'],
  ['date', '2026-07-30T02:00:00+02:00'],
  ['datetime', '2026-03-12T14:30:00+02:00'],
  ['money', '2500.5|EUR'],
  ['enumeration', '2', {items: [{ID: '2', VALUE: 'Second floor'}]}],
  ['url', 'https://docs.example/pump'],
  ['address', 'Lindenstraße 25, Berlin|52.5058;13.3954|481'],
];

/** Shows the record several times, and returns the duration of each time in milliseconds. */
async function measure(fields: number, runs: number): Promise<readonly number[]> {
  const backend = await portalWith(fields);
  try {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await show(backend, fields));
    return times;
  } finally {
    await backend.dispose();
  }
}

async function portalWith(count: number): Promise<PortalBackend> {
  const backend = await PortalBackend.create();
  const fields = Array.from({length: count}, (_, index) => {
    const [type = '', value, more = {}] = KINDS[index % KINDS.length] ?? [];
    const upperName = `UF_CRM_BENCH_${index}`;
    return {value, seed: {upperName, type, title: `Field ${index}`, ...more}};
  });
  await backend.putUserFields(
    TYPE,
    fields.map(({seed}) => seed),
  );
  const values: JsonObject = Object.fromEntries(
    fields.map(({seed, value}) => [seed.upperName, value] as const),
  );
  await backend.putRecord(TYPE, ID, {title: 'Fountain & Sons', ...values});
  return backend;
}

/** Measures from the connection to the laid out record, with empty caches. */
async function show(backend: PortalBackend, fields: number): Promise<number> {
  sessionStorage.clear();
  const {AUTH_ID: accessToken} = await backend.issueToken();
  const started = performance.now();
  const controller = new CallCardController(new PortalClient(() => linkTo(backend, accessToken)));
  const context = document.createElement('call-card-context');
  const panel = document.createElement('crm-entity-panel');
  panel.entityType = TYPE;
  panel.entityId = ID;
  context.controller = controller;
  context.append(panel);
  const loaded = new Promise((resolve) => panel.addEventListener('record-load', resolve));
  document.body.append(context);
  await Promise.all([controller.start(), loaded]);
  // Includes the layout.
  const {height} = panel.getBoundingClientRect();
  const time = performance.now() - started;
  const shown = panel.shadowRoot?.querySelectorAll('[part=field]').length ?? 0;
  if (shown < fields || height === 0) throw new Error(`Only ${shown} of ${fields} fields came.`);
  context.remove();
  controller.dispose();
  return time;
}

function linkTo(backend: PortalBackend, accessToken: string): PortalTransport {
  const credentials = {accessToken, expiresIn: 3600};
  const opened: OpenedTransport = {
    init: {
      language: 'en',
      restPath: '/rest',
      memberId: backend.memberId,
      isAdmin: false,
      placement: readPlacement('DEFAULT', {}).value,
    },
    origin: backend.origin,
    problems: [],
    credentials,
    renew: () => Promise.resolve(credentials),
  };
  return {
    open: () => Promise.resolve(opened),
    ask: () => Promise.resolve([]),
    bind: () => undefined,
    dispose: () => undefined,
  };
}

Object.assign(globalThis, {measure});
