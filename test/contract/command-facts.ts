/** The twelve commands as the contract tries them: what is sent, and what comes of it. */
import {expect} from '@open-wc/testing';
import type {Snapshot} from '../../src/controller/snapshot.js';
import {
  CARD_COMMANDS,
  CARD_COMMAND_NAMES,
  COMMAND_TIME_LIMIT_MS,
  SILENT_SUCCESS_MS,
  type CardCommand,
  type CardCommandName,
} from '../../src/model/card/card-command.js';
import {UI_STATES} from '../../src/model/card/ui-state.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';

export interface CommandFacts {
  readonly command: CardCommand;
  /** What makes a difference of it; run before. */
  readonly first?: CardCommand;
  /** An answer of the portal that says that it was done. */
  readonly answer: string;
  /** What it resolves with, when it is asked for something. */
  readonly value?: (value: unknown) => void;
  /** What it did to the portal's card and to the snapshot. */
  readonly effect?: (portal: SimulatedPortal, snapshot: Snapshot) => void;
}

const CONNECTED: CardCommand = {name: 'setUiState', parameters: {uiState: 'connected'}};
const TITLE = 'Klaus: "Weber" <b>1</b>';

export const COMMAND_FACTS: Readonly<Record<CardCommandName, CommandFacts>> = {
  setUiState: {
    command: {name: 'setUiState', parameters: {uiState: 'incoming'}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.uiState).to.equal('incoming');
      const uiState = {certainty: 'confirmed', value: 'incoming'};
      expect(snapshot.card).to.deep.include({status: 'open', uiState});
    },
  },
  setMute: {
    command: {name: 'setMute', parameters: {muted: true}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.muted).to.equal(true);
      expect(snapshot.card).to.include({muted: true});
    },
  },
  setHold: {
    command: {name: 'setHold', parameters: {held: true}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.held).to.equal(true);
      expect(snapshot.card).to.include({held: true});
    },
  },
  setTitle: {
    command: {name: 'setTitle', parameters: {title: TITLE}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.title).to.equal(TITLE);
      expect(snapshot.card).to.include({title: TITLE});
    },
  },
  setStatusText: {
    command: {name: 'setStatusText', parameters: {statusText: 'besetzt: später'}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.statusText).to.equal('besetzt: später');
      expect(snapshot.card).to.include({statusText: 'besetzt: später'});
    },
  },
  startTimer: {
    command: {name: 'startTimer', parameters: {}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.timer.status).to.equal('running');
      expect(snapshot.card).to.have.nested.property('timer.status', 'running');
    },
  },
  stopTimer: {
    command: {name: 'stopTimer', parameters: {}},
    first: CONNECTED,
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card?.card.timer.status).to.equal('stopped');
      expect(snapshot.card).to.have.nested.property('timer.status', 'stopped');
    },
  },
  close: {
    command: {name: 'close', parameters: {}},
    answer: '[]',
    effect: ({card}, snapshot) => {
      expect(card).to.equal(null);
      expect(snapshot.card).to.deep.equal({status: 'closed'});
    },
  },
  listUiStates: {
    command: {name: 'listUiStates', parameters: {}},
    answer: JSON.stringify(UI_STATES),
    value: (value) => {
      expect(value).to.deep.equal(UI_STATES);
    },
  },
  getStatus: {
    command: {name: 'getStatus', parameters: {}},
    answer: '{"CALL_ID":"externalCall.1","CRM_ENTITY_TYPE":"CONTACT","CRM_ENTITY_ID":17}',
    value: (value) => {
      expect(value).to.include({CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: 17});
    },
  },
  disableAutoClose: {
    command: {name: 'disableAutoClose', parameters: {}},
    answer: '[]',
    effect: (_portal, snapshot) => {
      expect(snapshot.autoClose).to.deep.include({status: 'held', reasons: []});
    },
  },
  enableAutoClose: {
    command: {name: 'enableAutoClose', parameters: {}},
    first: {name: 'disableAutoClose', parameters: {}},
    answer: '[]',
    effect: (_portal, snapshot) => {
      expect(snapshot.autoClose).to.deep.equal({status: 'normal'});
    },
  },
};

/** The commands of one placement. */
export function commandsOf(placement: 'call-card' | 'background-worker'): readonly CommandFacts[] {
  return CARD_COMMAND_NAMES.filter((name) => CARD_COMMANDS[name].placement === placement).map(
    (name) => COMMAND_FACTS[name],
  );
}

export function wireOf({name}: CardCommand): string {
  return CARD_COMMANDS[name].wire;
}

/** Whether silence means that it was done. */
export function isSilent({name}: CardCommand): boolean {
  return CARD_COMMANDS[name].answer === 'none';
}

/** How long the portal may be silent until the command is over, in milliseconds. */
export function limitOf(command: CardCommand): number {
  return isSilent(command) ? SILENT_SUCCESS_MS : COMMAND_TIME_LIMIT_MS;
}

/** An error of the portal as the dialect writes it. */
export function refusal(dialect: 'browser' | 'desktop', errorCode: string): string {
  const error = {result: 'error', errorCode};
  return JSON.stringify(dialect === 'browser' ? [error] : error);
}
