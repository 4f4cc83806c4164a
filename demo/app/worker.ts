/**
 * The app's background worker: it plays a telephone line that always connects, and sets the card's state. A
 * real app gets the state of the line from its telephony engine.
 */
import type {AnyUiState, OperatorAction} from '../../src/entries/index.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import {startWorker} from '../../src/entries/worker.js';

/** How long the line takes to connect, in milliseconds. */
const CONNECTING_MS = 700;

const card = startWorker();
/** Counts the states that were shown, so that a late step does not overwrite a newer state. */
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
    // The demo's page has the list of clients; a real app has its own dialer.
    window.parent.postMessage('next client', '*');
    return nothing();
  },
};

card.on('initialized', (call) => {
  const outwards = call?.direction === 'outgoing';
  run(show(outwards ? 'outgoing' : 'incoming', outwards ? 'Ready to call' : 'Ringing'));
});
card.on('cardEntityChanged', () => {
  // The next client of a campaign. For the first one the event arrives before the call is known.
  if (isCampaign()) run(beginNextClient());
});
card.onAction(({action}) => REACTIONS[action.name]?.(action), {handles: ['next']});

function isCampaign(): boolean {
  return card.snapshot.call?.campaign === true;
}

/** Resets hold and mute, which belong to the last client. */
async function beginNextClient(): Promise<void> {
  await Promise.all([card.setHold(false), card.setMute(false), show('outgoing', 'Ready to call')]);
}

async function connect(connecting: AnyUiState): Promise<void> {
  const shown = show(connecting, 'Connecting');
  const mine = moment;
  await shown;
  await new Promise((resolve) => setTimeout(resolve, CONNECTING_MS));
  // On a card without a CRM record the portal shows this state, but never answers.
  if (mine === moment) await show('connected', 'Connected').catch(expectTimeout);
}

function expectTimeout(error: unknown): void {
  if (!(error instanceof CallCardError && error.code === 'timeout')) throw error;
}

async function show(uiState: AnyUiState, statusText: string): Promise<void> {
  moment += 1;
  // Sent together: the portal keeps their order.
  await Promise.all([card.setUiState(uiState), card.setStatusText(statusText)]);
}

/** Closes the card, and cancels a connection that is under way. */
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
