import {expect} from '@open-wc/testing';
import {
  faultOf,
  hasCardOfApp,
  rejectionOf as rejectionBefore,
  runCommand,
} from '../../../src/controller/commands/run-command.js';
import type {UnavailableReason} from '../../../src/controller/snapshot.js';
import type {CardCommand} from '../../../src/model/card/card-command.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {isAnyUiState} from '../../../src/model/card/ui-state.js';
import {FakePortal} from '../../support/fake-portal.js';
import {rejectionOf} from '../../support/rejection.js';

const MUTE: CardCommand = {name: 'setMute', parameters: {muted: true}};
const START: CardCommand = {name: 'startTimer', parameters: {}};
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

  it('is asked for no longer than it may take', async () => {
    const portal = new FakePortal();
    await hasCardOfApp(portal, 70);
    await hasCardOfApp(portal);
    expect(portal.asked.map(({timeLimit}) => timeLimit)).to.deep.equal([70, 2000]);
  });

  it('is asked with a state that no card can be in', async () => {
    const portal = new FakePortal();
    await hasCardOfApp(portal);
    expect(portal.asked.map(({command}) => command)).to.deep.equal(['CallCardSetUiState']);
    expect(isAnyUiState(portal.asked[0]?.parameters['uiState'])).to.equal(false);
  });
});

describe('a command that is checked before it is sent', () => {
  it('has a fault in words, with what was asked', () => {
    const fault = faultOf({name: 'setMute', parameters: {muted: 'yes'}} as unknown as CardCommand);
    expect(fault).to.include({
      code: 'missing-field',
      request: 'CallCardSetMute',
      message: 'setMute: muted is “yes”, and must be a boolean.',
    });
    expect(fault?.parameters).to.deep.equal({muted: 'yes'});
    expect(faultOf(MUTE)).to.equal(undefined);
  });

  const refusals: readonly (readonly [UnavailableReason, string, string])[] = [
    ['connecting', 'disconnected', 'still connecting'],
    ['not-connected', 'disconnected', 'not connected'],
    ['wrong-placement', 'unsupported', 'another placement offers it'],
    ['unreachable', 'unsupported', 'the frame that had the card has gone'],
    ['unsupported', 'unsupported', 'the portal does not offer it'],
  ];
  for (const [reason, code, advice] of refusals) {
    it(`is refused with ${code} where it is not available: ${reason}`, () => {
      const error = rejectionBefore(MUTE, {status: 'unavailable', reason});
      expect(error).to.include({code, message: `setMute can't be called: ${advice}.`});
      expect(error).to.include({request: 'CallCardSetMute'});
    });
  }

  it('is sent where it is available, and where only the portal knows whether there is a card', () => {
    expect(rejectionBefore(MUTE, {status: 'available'})).to.equal(undefined);
    expect(rejectionBefore(MUTE, {status: 'unavailable', reason: 'no-card'})).to.equal(undefined);
  });
});

describe('a command that is sent', () => {
  const sent = (answer: unknown, command: CardCommand = MUTE, timeLimit?: number) => {
    const portal = new FakePortal();
    portal.answer = () => {
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return {portal, ran: runCommand(portal, command, timeLimit)};
  };

  it('resolves with what the portal answers', async () => {
    for (const answer of [[], undefined, 'yes', [{result: 'success'}], {result: 'fine'}]) {
      expect(await sent(answer).ran).to.deep.equal(answer);
    }
  });

  it('has the time that it may take, and one that is confirmed by silence less of it', async () => {
    const limits: unknown[] = [];
    for (const [command, limit] of [
      [MUTE, undefined],
      [MUTE, 70],
      [START, undefined],
      [START, 70],
    ] as const) {
      const {portal, ran} = sent([], command, limit);
      await ran;
      limits.push(portal.asked[0]?.timeLimit);
    }
    expect(limits).to.deep.equal([2000, 70, 300, 70]);
  });

  it('is done by silence where that is the answer, and by no other failure', async () => {
    const silence = new CallCardError('timeout', 'Silence.');
    const broken = new CallCardError('disconnected', 'The end.');
    expect(await sent(silence, START).ran).to.equal(undefined);
    expect(await rejectionOf(sent(broken, START).ran)).to.equal(broken);
    expect(await rejectionOf(sent(silence).ran)).to.equal(silence);
  });

  const words: readonly (readonly [unknown, string, string])[] = [
    ['Call card is undefined', 'no-card', 'no card is open, or the portal itself made its call'],
    ['INVALID UI STATE', 'invalid-ui-state', 'listUiStates() gives those that the portal knows'],
    ['Missing field muted', 'missing-field', 'Missing field muted'],
    ['Something new', 'refused', 'Something new'],
    [undefined, 'refused', 'the portal gave no reason'],
  ];
  for (const [errorCode, code, advice] of words) {
    it(`is refused with ${code}, and says why: ${String(errorCode)}`, async () => {
      const error = await rejectionOf(sent([{result: 'error', errorCode}]).ran);
      expect(error).to.include({code, message: `CallCardSetMute was refused: ${advice}.`});
      expect(error.request).to.equal('CallCardSetMute');
      expect(error.parameters).to.deep.equal({muted: true});
      expect(error.portal).to.deep.include({code: errorCode ?? '', description: ''});
    });
  }
});
