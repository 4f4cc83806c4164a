import {expect} from '@open-wc/testing';
import {
  actionsIn,
  conversationIn,
  isAnyUiState,
  isUiState,
  timerEffectOf,
  UI_STATES,
  UNLISTED_UI_STATES,
} from '../../../src/model/card/ui-state.js';

const ALL = [...UI_STATES, ...UNLISTED_UI_STATES];

describe('the twelve interface states', () => {
  it('are in the order of the portal', () => {
    expect(UI_STATES.join(' ')).to.equal(
      'incoming transferIncoming outgoing connectingIncoming connectingOutgoing connected ' +
        'transferring transferFailed transferConnected error moneyError redial',
    );
  });

  it('offer the buttons of the card', () => {
    const table = UI_STATES.map((state) => `${state}: ${actionsIn(state).join(' ')}`);
    expect(table).to.deep.equal([
      'incoming: answer skip',
      'transferIncoming: answer skip',
      'outgoing: make-call',
      'connectingIncoming: hang-up',
      'connectingOutgoing: hang-up',
      'connected: hang-up hold mute transfer dial rate-quality',
      'transferring: complete-transfer cancel-transfer',
      'transferFailed: cancel-transfer',
      'transferConnected: hang-up',
      'error: close',
      'moneyError: notify-admin close',
      'redial: make-call',
    ]);
  });

  it('start the timer in one state and keep it in the three of a transfer', () => {
    const by = (effect: string) => UI_STATES.filter((state) => timerEffectOf(state) === effect);
    expect(by('start')).to.deep.equal(['connected']);
    expect(by('keep')).to.deep.equal(['transferring', 'transferFailed', 'transferConnected']);
    expect(by('stop')).to.have.length(8);
  });

  it('say whether they are before a conversation or in one', () => {
    const by = (conversation: 'none' | 'begun' | undefined) =>
      ALL.filter((state) => conversationIn(state) === conversation);
    expect(by('none')).to.deep.equal([
      'incoming',
      'transferIncoming',
      'outgoing',
      'connectingIncoming',
      'connectingOutgoing',
    ]);
    expect(by('begun')).to.deep.equal([
      'connected',
      'transferring',
      'transferFailed',
      'transferConnected',
    ]);
  });

  it('have three beside them in which a card can only be closed', () => {
    for (const state of UNLISTED_UI_STATES) {
      expect(actionsIn(state), state).to.deep.equal(['close']);
      expect(timerEffectOf(state), state).to.equal('stop');
    }
  });

  it('are told from the unlisted ones and from nonsense', () => {
    expect(['idle', 'externalCard', 'sipPhoneError'].every(isAnyUiState)).to.equal(true);
    expect(['idle', 'externalCard', 'sipPhoneError'].some(isUiState)).to.equal(false);
    for (const nonsense of ['toString', '', 'Connected', null, 5]) {
      expect(isAnyUiState(nonsense)).to.equal(false);
    }
  });
});
