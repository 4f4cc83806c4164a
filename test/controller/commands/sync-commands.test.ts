import {expect} from '@open-wc/testing';
import {MISSED_CARD, OPENED_CARD} from '../../../src/model/card/card-reducer.js';
import {syncCommands} from '../../../src/controller/commands/sync-commands.js';
import type {OpenCard} from '../../../src/model/card/card.js';

const TALKING: OpenCard = {
  ...OPENED_CARD,
  uiState: {certainty: 'confirmed', value: 'connected'},
  held: true,
  timer: {status: 'running', startedAt: 5},
};

function names(own: OpenCard | null, other: OpenCard): readonly string[] {
  return syncCommands(own, other).map(({name}) => name);
}

describe('what brings a card to what another one shows', () => {
  it('is what differs on a card that has just opened', () => {
    expect(names(OPENED_CARD, TALKING)).to.deep.equal(['setUiState', 'setHold', 'startTimer']);
  });

  it('is everything on a card of which nothing is known', () => {
    expect(names(null, TALKING)).to.deep.equal(['setUiState', 'setMute', 'setHold', 'startTimer']);
  });

  it('is the title and the text that the other one has, where they differ', () => {
    const other: OpenCard = {...OPENED_CARD, title: 'Anna', statusText: 'Talking'};
    expect(syncCommands(OPENED_CARD, other)).to.deep.equal([
      {name: 'setTitle', parameters: {title: 'Anna'}},
      {name: 'setStatusText', parameters: {statusText: 'Talking'}},
    ]);
    expect(syncCommands(other, other)).to.deep.equal([]);
    expect(syncCommands(other, OPENED_CARD), 'nothing can be taken back').to.deep.equal([]);
    expect(names(null, other).slice(0, 2)).to.deep.equal(['setTitle', 'setStatusText']);
  });

  it('leaves the timer hidden in a conversation, and lets it start otherwise', () => {
    const uiState = {certainty: 'confirmed', value: 'connected'} as const;
    expect(syncCommands(OPENED_CARD, {...OPENED_CARD, uiState})).to.deep.equal([
      {name: 'setUiState', parameters: {uiState: 'connected', disableAutoStartTimer: true}},
    ]);
    const running: OpenCard = {...OPENED_CARD, uiState, timer: {status: 'running', startedAt: 5}};
    expect(syncCommands(OPENED_CARD, running)).to.deep.equal([
      {name: 'setUiState', parameters: {uiState: 'connected'}},
      {name: 'startTimer', parameters: {}},
    ]);
  });

  it('stops no timer that the state does not start', () => {
    const stopped: OpenCard = {
      ...OPENED_CARD,
      uiState: {certainty: 'confirmed', value: 'redial'},
      timer: {status: 'stopped', startedAt: 5, elapsed: 3},
    };
    expect(names(OPENED_CARD, stopped)).to.deep.equal(['setUiState']);
  });

  it('stops the timer again that the state of a conversation starts', () => {
    const stopped: OpenCard = {
      ...TALKING,
      timer: {status: 'stopped', startedAt: 5, elapsed: 3},
    };
    expect(names(OPENED_CARD, stopped)).to.deep.equal(['setUiState', 'setHold', 'stopTimer']);
  });

  it('is nothing that is only assumed', () => {
    expect(names(null, MISSED_CARD)).to.deep.equal([]);
    expect(names({...OPENED_CARD, muted: true}, MISSED_CARD)).to.deep.equal([]);
    expect(syncCommands(null, {...MISSED_CARD, muted: true})).to.deep.equal([
      {name: 'setMute', parameters: {muted: true}},
    ]);
  });
});
