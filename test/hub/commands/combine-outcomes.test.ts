/** What the outcomes of one command in several frames mean together. */
import {expect} from '@open-wc/testing';
import {outcomeOf, type TargetOutcome} from '../../../src/hub/commands/combine-outcomes.js';
import {CallCardError, type CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';

const MUTE = {name: 'setMute', parameters: {muted: true}} as const;

const done = (value?: unknown): TargetOutcome => ({status: 'done', value, isUncertain: false});
const refused = (
  code: CallCardErrorCode,
  message: string = code,
  isUncertain = false,
): TargetOutcome => ({status: 'refused', code, message, isUncertain});

function failureOf(outcomes: readonly TargetOutcome[]): CallCardError {
  try {
    outcomeOf(MUTE, outcomes);
  } catch (error) {
    if (error instanceof CallCardError) return error;
  }
  throw new Error('It should have failed.');
}

describe('the outcome of a command in several frames', () => {
  it('is the first value when all did it', () => {
    expect(outcomeOf(MUTE, [done('a'), done('b')])).to.equal('a');
  });

  it('is that value also where a card has gone meanwhile', () => {
    const outcomes = [refused('no-card'), done('a'), refused('disconnected')];
    expect(outcomeOf(MUTE, outcomes)).to.equal('a');
  });

  it('is a partial failure where others refused', () => {
    const failure = failureOf([done(), refused('disconnected'), refused('timeout', 'Silence.')]);
    expect(failure).to.include({
      code: 'partial-failure',
      message: '1 of 3 cards refused setMute: Silence.',
      request: 'CallCardSetMute',
      parameters: MUTE.parameters,
    });
    expect(failure.cause).to.deep.equal([refused('timeout', 'Silence.')]);
  });

  it('is the reason of a frame that has the card for certain, where none did it', () => {
    const failure = failureOf([
      refused('no-card', 'Perhaps none.', true),
      refused('timeout', 'Silence.'),
      refused('refused', 'No.'),
    ]);
    expect(failure).to.include({code: 'timeout', message: 'Silence.', request: 'CallCardSetMute'});
    expect(failure.parameters).to.deep.equal(MUTE.parameters);
    expect(failureOf([refused('no-card', 'None.', true)])).to.include({code: 'no-card'});
  });

  it('is that no frame ran it, where there was none', () => {
    expect(failureOf([])).to.include({code: 'unreachable', message: 'No frame ran setMute.'});
  });
});
