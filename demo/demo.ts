/** The demo's portal page: a simulated portal with the app's worker and its tabs in the call card. */
import {CARD_EVENTS} from '../src/model/card/card-event.js';
import {PortalBackend} from '../src/simulator/backend-client.js';
import {SimulatedPortal} from '../src/simulator/index.js';
import {showControls} from './controls.js';
import {showFrameControls} from './frame-controls.js';
import {showMessages} from './message-list.js';
import {CALLS, nextClientOf} from './scenarios.js';

const app = appOrigin();
const backend = await PortalBackend.create();
const portal = new SimulatedPortal({
  backend,
  appOrigin: app,
  isAdmin: false,
  // Nothing is denied, but frames with conditions can be frozen and crashed.
  conditions: {},
  worker: {url: `${app}/demo/app/worker.html`, title: 'Background worker'},
  language: new URLSearchParams(location.search).get('lang') ?? 'en',
  cardView: {
    container: byId('card'),
    tabs: [
      {title: 'Client', url: `${app}/demo/app/card.html`},
      {title: 'History', url: `${app}/demo/app/history.html`},
    ],
  },
});

showMessages({
  timeline: portal.timeline,
  list: byId('messages'),
  pause: byId('pause'),
  clear: byId('clear'),
});
showControls({
  portal,
  backend,
  container: byId('controls'),
  developers: byId('developers'),
});
showFrameControls({
  portal,
  container: byId('developers'),
  tabs: byId('portal'),
  sliderUrl: `${app}/demo/app/card.html`,
});

// In a campaign the app's worker requests the next client when the operator presses the button.
addEventListener('message', ({data, origin}) => {
  if (data !== 'next client' || origin !== app) return;
  portal.nextClient(nextClientOf(portal.card?.call.entity?.id));
});

// Tabs in windows of their own do not work without this page.
addEventListener('pagehide', () => {
  portal.dispose();
});

const worker = await portal.openWorker();
// A card that opens before the worker has bound the event would stay in its service state.
await portal.whenBound(worker, CARD_EVENTS.initialized.wire);
portal.startCall(CALLS.incoming.setup);

/** The origin of the app: the same server by its other name, which is another origin and another site. */
function appOrigin(): string {
  const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `${location.protocol}//${other}:${location.port}`;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the demo's page has no #${id}`);
  return element;
}
