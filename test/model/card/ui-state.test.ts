import {expect} from '@open-wc/testing';
import {
  actionsIn,
  isAnyUiState,
  isUiState,
  timerEffectOf,
  UI_STATES,
} from '../../../src/model/card/ui-state.js';

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

  it('are told from the unlisted ones and from nonsense', () => {
    expect(['idle', 'externalCard', 'sipPhoneError'].every(isAnyUiState)).to.equal(true);
    expect(['idle', 'externalCard', 'sipPhoneError'].some(isUiState)).to.equal(false);
    for (const nonsense of ['toString', '', 'Connected', null, 5]) {
      expect(isAnyUiState(nonsense)).to.equal(false);
    }
  });
});
