/**
 * The app's background worker: it plays a telephone line that always connects, and tells the card
 * what happens on it. A real app asks its telephony engine instead of a timer.
 */
import type {AnyUiState, OperatorAction} from '../../src/entries/index.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {startWorker} from '../../src/entries/worker.js';

/** How long the line takes to connect, in milliseconds. */
const CONNECTING_MS = 700;

const card = startWorker();
/** Counts what was shown, so that something late does not disturb what came after it. */
let moment = 0;

type Reaction = (action: OperatorAction) => Promise<unknown>;

const REACTIONS: Partial<Record<OperatorAction['name'], Reaction>> = {
  answer: () => connect('connectingIncoming'),
  'make-call': () => connect('connectingOutgoing'),
  skip: () => close(),
  'hang-up': () => (isCampaign() ? show('redial', 'The call is over') : close()),
  close: () => close(),
  hold: (action) => (action.name === 'hold' ? hold(action.held) : nothing()),
  mute: (action) => (action.name === 'mute' ? card.setMute(action.muted) : nothing()),
  dial: (action) => card.setStatusText(action.name === 'dial' ? `Key ${action.digit}` : ''),
  transfer: () => show('transferring', 'Asking the colleague'),
  'complete-transfer': () => show('transferConnected', 'Transferred'),
  'cancel-transfer': () => show('connected', 'Connected'),
  'notify-admin': () => card.setStatusText('The administrator has been told'),
  comment: () => card.setStatusText('Comment saved'),
  next: () => {
    // The demo's page runs the list; a real app asks whatever runs its own.
    window.parent.postMessage('next client', '*');
    return nothing();
  },
};

card.on('initialized', (call) => {
  const outwards = call?.direction === 'outgoing';
  run(show(outwards ? 'outgoing' : 'incoming', outwards ? 'Ready to call' : 'Ringing'));
});
card.on('cardEntityChanged', () => {
  // The next client of a campaign; the first one comes with the card and before the call is known.
  if (isCampaign()) run(beginNextClient());
});
card.onAction(({action}) => REACTIONS[action.name]?.(action), {handles: ['next']});

function isCampaign(): boolean {
  return card.snapshot.call?.campaign === true;
}

/** What was switched for the last client is no matter of this one. */
async function beginNextClient(): Promise<void> {
  await Promise.all([card.setHold(false), card.setMute(false), show('outgoing', 'Ready to call')]);
}

async function connect(connecting: AnyUiState): Promise<void> {
  const shown = show(connecting, 'Connecting');
  const mine = moment;
  await shown;
  await new Promise((resolve) => setTimeout(resolve, CONNECTING_MS));
  // On a card without a CRM record the portal shows this state and never says so.
  if (mine === moment) await show('connected', 'Connected').catch(expectTimeout);
}

function expectTimeout(error: unknown): void {
  if (!(error instanceof CallCardError && error.code === 'timeout')) throw error;
}

async function show(uiState: AnyUiState, statusText: string): Promise<void> {
  moment += 1;
  // Both at once: the portal keeps the order, and answers each in its own time.
  await Promise.all([card.setUiState(uiState), card.setStatusText(statusText)]);
}

/** What is still connecting comes to nothing. */
async function close(): Promise<void> {
  moment += 1;
  await card.close();
}

async function hold(held: boolean): Promise<void> {
  await Promise.all([card.setHold(held), card.setStatusText(held ? 'On hold' : 'Connected')]);
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

function run(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    console.warn('The card did not follow:', error);
  });
}
