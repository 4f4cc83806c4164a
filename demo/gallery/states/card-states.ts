/** The pictures of `<call-summary>` and `<call-state-controls>`. */
import {LitElement} from 'lit';
import {CallStateControlsElement} from '../../../src/components/call-state-controls/call-state-controls.js';
import {CARD_COMMANDS} from '../../../src/model/card/card-command.js';
import {CARD_EVENTS} from '../../../src/model/card/card-event.js';
import type {JsonObject} from '../../../src/model/parse/reading.js';
import type {AnyUiState} from '../../../src/model/card/ui-state.js';
import {CALL, UNLINKED, type GalleryState, type GalleryStates} from '../gallery-state.js';

type Play = NonNullable<GalleryState['play']>;

/** Each UI state with a text of the summary and a button of the controls. */
const UI_STATES = {
  incoming: ['Incoming call', 'Answer'],
  transferIncoming: ['Transferred call', 'Answer'],
  outgoing: ['Outgoing call', 'Call'],
  connectingIncoming: ['Connecting', 'Hang up'],
  connectingOutgoing: ['Calling', 'Hang up'],
  connected: ['Connected', 'Mute'],
  transferring: ['Transferring', 'Complete transfer'],
  transferFailed: ['Transfer failed', 'Return to the call'],
  transferConnected: ['Transferred', 'Hang up'],
  error: ['Call failed', 'Close'],
  moneyError: ['Not enough money', 'Notify administrator'],
  redial: ['Not reached', 'Call'],
  idle: ['Idle', 'Close'],
  externalCard: ['Card opened', 'Close'],
  sipPhoneError: ['SIP phone failed', 'Close'],
} satisfies Record<AnyUiState, readonly [summary: string, controls: string]>;

/** A worker whose open card is in a state, followed by further steps. */
function card(words: string, uiState: AnyUiState, then?: Play, options = CALL): GalleryState {
  return {
    words,
    placement: 'PAGE_BACKGROUND_WORKER',
    options: {},
    play: async (controller, portal, element) => {
      portal.emit(CARD_EVENTS.initialized.wire, options);
      await controller.setUiState(uiState);
      await then?.(controller, portal, element);
    },
  };
}

function everyUiState(column: 0 | 1): GalleryStates {
  return Object.fromEntries(
    Object.entries(UI_STATES).map(([name, words]) => {
      const uiState = name as keyof typeof UI_STATES;
      return [`ui-${name}`, card(words[column], uiState)];
    }),
  );
}

const COMMON: GalleryStates = {
  'no-portal': {words: 'works inside Bitrix24 only', connection: 'not-in-portal'},
  'silent-portal': {words: 'Bitrix24 did not answer in time', connection: 'timeout'},
};

function tab(words: string, more: JsonObject = {}): GalleryState {
  return {words, options: {...CALL, ...more}};
}

export const SUMMARY_STATES: GalleryStates = {
  ...COMMON,
  connecting: {words: 'Connecting to the portal', connection: 'never'},
  tab: tab('030 123456'),
  'tab-idle': tab('Not connected', {CALL_STATE: 'idle'}),
  'tab-ringing': tab('Incoming call', {CALL_STATE: 'connecting'}),
  'tab-calling': tab('Calling', {CALL_STATE: 'connecting', CALL_DIRECTION: 'outgoing'}),
  'tab-connecting': tab('Connecting', {CALL_STATE: 'connecting', CALL_DIRECTION: ''}),
  outgoing: tab('Outgoing', {CALL_DIRECTION: 'outgoing'}),
  callback: tab('Callback', {CALL_DIRECTION: 'callback'}),
  campaign: tab('Campaign', {CALL_LIST_MODE: 'true'}),
  'long-line': tab('Line', {LINE_NAME: 'Customer service for drinking water systems, night shift'}),
  'number-of-no-country': tab('+870 773 111 632', {PHONE_NUMBER: '+870773111632'}),
  'number-as-it-came': tab('0301234', {PHONE_NUMBER: '0301234'}),
  'hidden-number': {words: 'Hidden number', options: {...UNLINKED, PHONE_NUMBER: 'hidden'}},
  'unknown-number': {words: 'Unknown number', options: {...UNLINKED, PHONE_NUMBER: 'unknown'}},
  'no-call': {words: 'There is no call', placement: 'DEFAULT', options: {}},
  ...everyUiState(0),
  muted: card('Muted', 'connected', (controller) => controller.setMute(true)),
  held: card('On hold', 'connected', (controller) => controller.setHold(true)),
  'muted-and-held': card('On hold', 'connected', async (controller) => {
    await controller.setMute(true);
    await controller.setHold(true);
  }),
  closed: card('030 123456', 'connected', (controller) => controller.close()),
};

type Act = (element: HTMLElement) => unknown;

/** A connected call, with steps on the element in sequence. */
function talkingWith(words: string, ...acts: readonly Act[]): GalleryState {
  return card(words, 'connected', async (_controller, _portal, element) => {
    for (const act of acts) {
      if (element instanceof LitElement) await element.updateComplete;
      act(element);
    }
  });
}

function press(element: HTMLElement, selector: string, index = 0): void {
  element.shadowRoot?.querySelectorAll<HTMLElement>(selector)[index]?.click();
}

/** The transfer's form, with a name typed into it. */
function transferTo(words: string, typed: string, ...acts: readonly Act[]): GalleryState {
  const type = (element: HTMLElement): void => {
    const field = element.shadowRoot?.querySelector('input');
    if (field === null || field === undefined || typed === '') return;
    field.value = typed;
    field.dispatchEvent(new InputEvent('input'));
  };
  const open = (element: HTMLElement): void => press(element, '[data-place="other"]');
  return talkingWith(words, open, type, ...acts);
}

const QUEUES = [
  {id: 'sales', name: 'Sales'},
  {id: 'service', name: 'Customer service'},
];

function withQueues(element: HTMLElement): void {
  if (element instanceof CallStateControlsElement) element.queues = QUEUES;
}

export const CONTROLS_STATES: GalleryStates = {
  ...COMMON,
  connecting: {words: 'Connecting to the portal', connection: 'never'},
  'no-card-yet': {
    words: 'Start timer',
    placement: 'PAGE_BACKGROUND_WORKER',
    options: {},
  },
  'other-page': {words: 'can’t be controlled', placement: 'DEFAULT', options: {}},
  tab: tab('Keep card open'),
  'tab-held-open': {
    ...tab('The card stays open at least until'),
    play: (controller) => controller.disableAutoClose(),
  },
  'tab-closing': {
    ...tab('The card is about to close'),
    play: (_controller, portal) => {
      portal.emit(CARD_EVENTS.beforeClose.wire, undefined);
      return Promise.resolve();
    },
  },
  ...everyUiState(1),
  shortcuts: {...card('F9', 'connected'), attributes: {shortcuts: ''}},
  'dial-pad': talkingWith(
    '1147',
    (element) => press(element, '[data-place="begin"]'),
    (element) => {
      for (const digit of [1, 1, 4, 7]) press(element, '.digits button', digit - 1);
    },
  ),
  transfer: transferTo('Colleague', ''),
  'transfer-searching': {
    ...transferTo('Looking for colleagues', 'Leonie'),
    fault: {kind: 'hold', key: 'colleagues', method: 'user.search'},
    staysBusy: true,
  },
  'transfer-found': transferTo('Sabine Vogel', 'sa', withQueues),
  'transfer-nobody': transferTo('No colleague was found', 'Zoe'),
  'transfer-no-scope': {
    ...transferTo('right “user_brief”', 'Leonie'),
    scopes: ['crm', 'telephony', 'placement'],
  },
  'transfer-neither': transferTo('Choose a colleague', 'Leonie', (element) =>
    press(element, '#transfer > button'),
  ),
  rated: talkingWith('Connection quality', (element) => press(element, '[role="radio"]', 3)),
  pending: {
    ...talkingWith('Hang up', (element) => press(element, 'button.alert')),
    attributes: {'answer-time': '3600000'},
  },
  refused: {
    ...talkingWith('has not answered', (element) => press(element, 'button.alert')),
    attributes: {'answer-time': '1'},
  },
  campaign: card(
    'Next client',
    'error',
    (controller) => Promise.resolve(controller.onAction(() => undefined, {handles: ['next']})),
    {...CALL, CALL_LIST_MODE: 'true'},
  ),
  muted: card('Mute', 'connected', (controller) => controller.setMute(true)),
  held: card('Hold', 'connected', (controller) => controller.setHold(true)),
  unconfirmed: card('has not confirmed', 'connected', async (controller, portal) => {
    portal.silent.add(CARD_COMMANDS.setUiState.wire);
    // The silent command rejects, which this picture shows.
    await controller.setUiState('transferring').catch(() => undefined);
  }),
  // A page that was loaded after its card had opened.
  assumed: {
    words: 'was reloaded during the call',
    placement: 'PAGE_BACKGROUND_WORKER',
    options: {},
    play: (controller) => controller.setMute(false),
  },
  closed: card('No call card is open', 'connected', (controller) => controller.close()),
};
