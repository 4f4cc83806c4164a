/** The words that several elements use. */
import type {CallCardErrorCode} from '../../model/errors/call-card-error.js';
import type {AnyUiState} from '../../model/card/ui-state.js';

export const sharedTexts = {
  connecting: 'Connecting to the portal…',

  'ui-state.incoming': 'Incoming call',
  'ui-state.transferIncoming': 'Transferred call',
  'ui-state.outgoing': 'Outgoing call',
  'ui-state.connectingIncoming': 'Connecting',
  'ui-state.connectingOutgoing': 'Calling',
  'ui-state.connected': 'Connected',
  'ui-state.transferring': 'Transferring',
  'ui-state.transferFailed': 'Transfer failed',
  'ui-state.transferConnected': 'Transferred',
  'ui-state.error': 'Call failed',
  'ui-state.moneyError': 'Not enough money',
  'ui-state.redial': 'Ready to call again',
  'ui-state.redial.none': 'Not reached',
  'ui-state.redial.begun': 'Call ended',
  'ui-state.idle': 'Idle',
  'ui-state.externalCard': 'Card opened',
  'ui-state.sipPhoneError': 'SIP phone failed',

  'error.not-in-portal': 'This page works inside Bitrix24 only.',
  'error.timeout': 'Bitrix24 did not answer in time.',
  'error.no-card': 'No call card is open.',
  'error.unreachable': 'No page of the app that could do this is open.',
  'error.partial-failure': 'Only some of the call cards did it.',
  'error.invalid-ui-state': 'The card does not know this state.',
  'error.missing-field': 'Something in the request is missing.',
  'error.unsupported': 'Bitrix24 does not offer this here.',
  'error.disconnected': 'There is no connection to Bitrix24.',
  'error.not-allowed': 'You have no right to do this.',
  'error.not-found': 'It was not found.',
  'error.missing-scope': 'The app was not granted the right that this needs.',
  'error.limit-reached': 'Too many requests. Try again in a moment.',
  'error.offline': 'There is no network.',
  'error.unavailable': 'Bitrix24 is not available at the moment.',
  'error.not-authorized': 'The session has ended. Open the page again.',
  'error.bad-answer': 'Bitrix24 sent an answer that could not be read.',
  'error.refused': 'Bitrix24 refused this.',
  'error.app-failed': 'The app could not do this.',
  'error.aborted': 'It was cancelled.',
} as const satisfies Record<`ui-state.${AnyUiState}` | `error.${CallCardErrorCode}`, string> &
  Record<string, string>;
