import {expect} from '@open-wc/testing';
import {hasCardOfApp} from '../../../src/controller/commands/run-command.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {isAnyUiState} from '../../../src/model/card/ui-state.js';
import {FakePortal} from '../../support/fake-portal.js';

const INVALID = {result: 'error', errorCode: 'Invalid ui state'};

describe('whether there is a card for the app’s commands', () => {
  const answers: readonly (readonly [words: string, answer: unknown, hasCard: boolean])[] = [
    ['refuses the state', [INVALID], true],
    ['has no card', [{result: 'error', errorCode: 'Call card is undefined'}], false],
    // The desktop client checks the state first.
    ['refuses the state without having looked for a card', INVALID, false],
    ['takes anything', [], false],
    ['says something else', {isSafely: true}, false],
  ];
  for (const [words, answer, hasCard] of answers) {
    it(`is ${hasCard ? 'certain' : 'not known'} where the portal ${words}`, async () => {
      const portal = new FakePortal();
      portal.answer = () => answer;
      expect(await hasCardOfApp(portal)).to.equal(hasCard);
    });
  }

  it('is not known where the portal is silent', async () => {
    const portal = new FakePortal();
    portal.answer = () => {
      throw new CallCardError('timeout', 'silence');
    };
    expect(await hasCardOfApp(portal)).to.equal(false);
  });

  it('is asked with a state that no card can be in', async () => {
    const portal = new FakePortal();
    await hasCardOfApp(portal);
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['CallCardSetUiState']);
    expect(isAnyUiState(portal.asked[0]?.parameters['uiState'])).to.equal(false);
  });
});
