/** What is said of parameters that a command does not take. */
import {expect} from '@open-wc/testing';
import {CARD_COMMANDS, type CardCommandName} from '../../../src/model/card/card-command.js';

describe('a command with wrong parameters', () => {
  const CASES: readonly (readonly [CardCommandName, object, string])[] = [
    [
      'setUiState',
      {uiState: 'conected'},
      'uiState is “conected”, and must be one of incoming, transferIncoming, outgoing, ' +
        'connectingIncoming, connectingOutgoing, connected, transferring, transferFailed, ' +
        'transferConnected, error, moneyError, redial, idle, externalCard, sipPhoneError',
    ],
    ['setMute', {muted: 'yes'}, 'muted is “yes”, and must be a boolean'],
    ['setHold', {}, 'held is undefined, and must be a boolean'],
    ['setTitle', {title: 7}, 'title is 7, and must be a string'],
    [
      'setUiState',
      {uiState: 'connected', disableAutoStartTimer: 1},
      'disableAutoStartTimer is 1, and must be a boolean',
    ],
  ];
  for (const [name, parameters, words] of CASES) {
    it(`${name} ${JSON.stringify(parameters)} says what was given and what is allowed`, () => {
      expect(CARD_COMMANDS[name].check({...parameters})).to.equal(words);
    });
  }

  it('is cut where it is long', () => {
    const words = CARD_COMMANDS.setMute.check({muted: 'x'.repeat(1000)}) ?? '';
    expect(words.length).to.be.below(150);
  });
});
