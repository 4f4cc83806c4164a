/** A widget page by hand: the window protocol, one batch, plain DOM; no library. */
import {batchByHand, type RestAccess} from './by-hand-rest.js';
import {callFrom, stateName, type Call} from './call.js';
import {PlainView} from './plain-view.js';
import {RecordSource} from './record-source.js';

interface InitData {
  readonly LANG: string;
  readonly PATH: string;
  readonly AUTH_ID: string;
  readonly MEMBER_ID: string;
  readonly PLACEMENT_OPTIONS: Readonly<Record<string, unknown>>;
}

const TIME_LIMIT_MS = 5000;

const [host = '', protocol, sid = ''] = window.name.split('|');
const origin = `${protocol === '1' ? 'https' : 'http'}://${host}`;
const callbacks = new Map<string, (value: unknown) => void>();
let ids = 0;

addEventListener('message', ({source, origin: from, data}: MessageEvent<unknown>) => {
  if (source !== parent || from !== origin || typeof data !== 'string') return;
  const colon = data.indexOf(':');
  if (colon < 0) return;
  const payload = data.slice(colon + 1);
  callbacks.get(data.slice(0, colon))?.(payload === '' ? undefined : JSON.parse(payload));
});

function send(
  command: string,
  parameters: object | null,
  callback: (value: unknown) => void,
): void {
  ids += 1;
  const id = `page${ids}`;
  callbacks.set(id, callback);
  const parts = [command, ...(parameters === null ? [] : [JSON.stringify(parameters)]), id, sid];
  parent.postMessage(parts.join(':'), origin);
}

/** The first answer; a portal that does not know the command keeps silent. */
function ask(command: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const over = setTimeout(() => reject(new Error(`${command}: no answer`)), TIME_LIMIT_MS);
    send(command, null, (value) => {
      clearTimeout(over);
      resolve(value);
    });
  });
}

function listen(event: string, listener: (value: unknown) => void): void {
  send('placementBindEvent', {event}, listener);
}

let call: Call | undefined;
/** Counts the requests, so that a late record does not replace a newer one. */
let moment = 0;

const view = new PlainView(document.body, {
  keepOpen: () => ask('disableAutoClose'),
  letClose: () => ask('enableAutoClose'),
  refresh: () => void showRecord(),
});

async function showRecord(): Promise<void> {
  moment += 1;
  const mine = moment;
  try {
    const entity = call?.entity ?? null;
    const record = entity === null ? null : await records.load(entity);
    if (mine === moment) view.showRecord(record);
  } catch (error) {
    if (mine === moment) view.showNote(String(error));
  }
}

async function readStatus(): Promise<void> {
  call = callFrom((await ask('getStatus')) as Record<string, unknown>);
  view.showCall(call);
  await showRecord();
}

listen('CallCard::EntityChanged', () => void readStatus());
listen('CallCard::CallStateChanged', (state) => view.showState(stateName(state)));
listen('CallCard::BeforeClose', () => view.showNote('The card is about to close.'));

const init = (await ask('getInitData')) as InitData;
const access: RestAccess = {
  address: `${origin}${init.PATH}`,
  token: init.AUTH_ID,
  renew: async () => ((await ask('refreshAuth')) as InitData).AUTH_ID,
};
const records = new RecordSource((calls) => batchByHand(access, calls), init.MEMBER_ID + init.LANG);
call = callFrom(init.PLACEMENT_OPTIONS);
view.showCall(call);
await showRecord();
