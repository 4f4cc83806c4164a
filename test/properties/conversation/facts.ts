/**
 * The facts of the window protocol that a conversation is judged by, written down once more: what is
 * taken from the code under test could not contradict it.
 */
import type {CardCommandName} from '../../../src/model/card/card-command.js';
import type {CardEventName} from '../../../src/model/card/card-event.js';

export type PlacementKind = 'call-card' | 'background-worker';

/** The commands of each placement by their names on the wire. */
export const COMMANDS: Readonly<Record<PlacementKind, Readonly<Record<string, CardCommandName>>>> =
  {
    'call-card': {
      getStatus: 'getStatus',
      disableAutoClose: 'disableAutoClose',
      enableAutoClose: 'enableAutoClose',
    },
    'background-worker': {
      CallCardSetMute: 'setMute',
      CallCardSetHold: 'setHold',
      CallCardSetUiState: 'setUiState',
      CallCardGetListUiStates: 'listUiStates',
      CallCardSetCardTitle: 'setTitle',
      CallCardSetStatusText: 'setStatusText',
      CallCardStartTimer: 'startTimer',
      CallCardStopTimer: 'stopTimer',
      CallCardClose: 'close',
    },
  };

/** The events of each placement by their names on the wire. */
export const EVENTS: Readonly<Record<PlacementKind, Readonly<Record<string, CardEventName>>>> = {
  'call-card': {
    'CallCard::EntityChanged': 'entityChanged',
    'CallCard::BeforeClose': 'beforeClose',
    'CallCard::CallStateChanged': 'callStateChanged',
  },
  'background-worker': {
    'BackgroundCallCard::initialized': 'initialized',
    'BackgroundCallCard::entityChanged': 'cardEntityChanged',
    ...Object.fromEntries(
      (
        [
          'answerButtonClick',
          'skipButtonClick',
          'makeCallButtonClick',
          'hangupButtonClick',
          'holdButtonClick',
          'muteButtonClick',
          'transferButtonClick',
          'completeTransferButtonClick',
          'cancelTransferButtonClick',
          'dialpadButtonClick',
          'qualityMeterClick',
          'addCommentButtonClick',
          'nextButtonClick',
          'notifyAdminButtonClick',
          'closeButtonClick',
        ] as const
      ).map((name) => [`BackgroundCallCard::${name}`, name]),
    ),
  },
};

export const ALL_COMMANDS: Readonly<Record<string, CardCommandName>> = {
  ...COMMANDS['call-card'],
  ...COMMANDS['background-worker'],
};

export const ALL_EVENTS: Readonly<Record<string, CardEventName>> = {
  ...EVENTS['call-card'],
  ...EVENTS['background-worker'],
};

export function placementOf(command: CardCommandName): PlacementKind {
  return Object.values(COMMANDS['call-card']).includes(command) ? 'call-card' : 'background-worker';
}

export function placementOfEvent(event: CardEventName): PlacementKind {
  return Object.values(EVENTS['call-card']).includes(event) ? 'call-card' : 'background-worker';
}

export function wireOfEvent(event: CardEventName): string {
  return Object.entries(ALL_EVENTS).find(([, own]) => own === event)?.[0] ?? '';
}

/** Every state that the card takes, listed by the portal or not. */
export const ALL_UI_STATES = [
  'incoming',
  'transferIncoming',
  'outgoing',
  'connectingIncoming',
  'connectingOutgoing',
  'connected',
  'transferring',
  'transferFailed',
  'transferConnected',
  'error',
  'moneyError',
  'redial',
  'idle',
  'externalCard',
  'sipPhoneError',
] as const;

/** The timer starts when the two sides talk, goes on while a transfer is tried, and else stops. */
export const TIMER_STARTS: ReadonlySet<string> = new Set(['connected']);
export const TIMER_GOES_ON: ReadonlySet<string> = new Set([
  'transferring',
  'transferFailed',
  'transferConnected',
]);

/** Nobody talks yet in the states before a conversation; in it, and while a transfer is tried, somebody does. */
export const BEFORE_TALKING: ReadonlySet<string> = new Set([
  'incoming',
  'transferIncoming',
  'outgoing',
  'connectingIncoming',
  'connectingOutgoing',
]);
export const TALKING: ReadonlySet<string> = new Set([...TIMER_STARTS, ...TIMER_GOES_ON]);

/** The two commands of which a browser confirms success by silence. */
export const SILENT: ReadonlySet<string> = new Set(['CallCardStartTimer', 'CallCardStopTimer']);

/** How long the portal may take, in milliseconds. */
export const LIMITS = {first: 10_000, answer: 2000, silence: 300, slider: 86_400_000};

/** How long a card is held open after the end of the call, in milliseconds. */
export const HOLD_MS = 65_000;

/** Whether the portal could run a command with these parameters. */
export function areRight(
  command: CardCommandName,
  parameters: Readonly<Record<string, unknown>>,
): boolean {
  switch (command) {
    case 'setUiState': {
      const {uiState, disableAutoStartTimer: disable} = parameters;
      const known = (ALL_UI_STATES as readonly unknown[]).includes(uiState);
      return known && (disable === undefined || typeof disable === 'boolean');
    }
    case 'setMute':
      return typeof parameters['muted'] === 'boolean';
    case 'setHold':
      return typeof parameters['held'] === 'boolean';
    case 'setTitle':
      return typeof parameters['title'] === 'string';
    case 'setStatusText':
      return typeof parameters['statusText'] === 'string';
    default:
      return true;
  }
}
