/** The card behind the worker's commands: its states, its texts, and what is refused. */
import {expect} from '@open-wc/testing';
import type {CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {
  timerEffectOf,
  UI_STATES,
  UNLISTED_UI_STATES,
  type AnyUiState,
} from '../../src/model/card/ui-state.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {openWorker, startCall} from './command-cases.js';
import {commandsOf, limitOf, refusal, wireOf} from './command-facts.js';
import {errorIn, valueIn, type ContractApp} from './contract-app.js';
import {CALL} from './stage.js';

const MUTE: CardCommand = {name: 'setMute', parameters: {muted: true}};
const HOLD: CardCommand = {name: 'setHold', parameters: {held: true}};

export const CARD_GROUPS: readonly ContractGroup[] = [
  {
    title: 'the card',
    open: openWorker,
    prepare: startCall,
    cases: (setting) => [
      ...[...UI_STATES, ...UNLISTED_UI_STATES].map(entersState),
      ...TEXTS.map(showsText),
      ...SHAPES.map(takesShape),
      ...refusals(setting).map(readsRefusal),
      ...MORE,
      connectedWithoutRecord(setting),
    ],
  },
  {
    title: 'wrong parameters',
    open: openWorker,
    prepare: startCall,
    cases: () => WRONG.map(isNotSent),
  },
  {
    title: 'no card for the worker',
    open: openWorker,
    cases: () => [
      ...commandsOf('background-worker').map(({command}) =>
        hasNoCard(command, 'none is open', (portal) => portal.closeCard()),
      ),
      ...commandsOf('background-worker').map(({command}) =>
        hasNoCard(command, 'the call is the portal’s own', (portal) => {
          portal.startCall({...CALL, raisedByApp: false});
        }),
      ),
      isSentAllTheSame,
    ],
  },
];

function setUiState(uiState: AnyUiState, more: object = {}): CardCommand {
  return {name: 'setUiState', parameters: {uiState, ...more}};
}

function entersState(uiState: AnyUiState): ContractCase {
  return {
    name: `setUiState ${uiState}: the portal and the snapshot show it`,
    run: async (app, {portal}) => {
      valueIn(await app.run(setUiState(uiState)));
      expect(portal.card?.card.uiState).to.equal(uiState);
      const {card} = await app.snapshot();
      expect(card).to.deep.include({uiState: {certainty: 'confirmed', value: uiState}});
      const timer = timerEffectOf(uiState) === 'start' ? 'running' : 'hidden';
      expect(card).to.have.nested.property('timer.status', timer);
      expect(portal.card?.card.timer.status).to.equal(timer);
    },
  };
}

const TEXTS = ['', ':', 'a:b:"c":', '</script><b>x</b>', 'two\nlines\\', '🙂 ﷽ ß'];

function showsText(title: string): ContractCase {
  return {
    name: `setTitle ${JSON.stringify(title)}: arrives letter by letter`,
    run: async (app, {portal}) => {
      valueIn(await app.run({name: 'setTitle', parameters: {title}}));
      expect(portal.card?.card.title).to.equal(title);
    },
  };
}

/** Whatever is not an error says that it was done. */
const SHAPES = ['', 'null', '17', '"x"', '{}', 'true', '[null]', '[[]]'];

function takesShape(text: string): ContractCase {
  return {
    name: `an answer ${text === '' ? 'without a value' : text} is a success`,
    run: async (app) => {
      app.answerWith(wireOf(MUTE), text);
      valueIn(await app.run(MUTE));
      expect((await app.snapshot()).card).to.include({muted: true});
    },
  };
}

interface Refusal {
  readonly text: string;
  readonly portal: string;
  readonly code: CallCardErrorCode;
}

function refusals({dialect}: Setting): readonly Refusal[] {
  const codes: readonly (readonly [string, CallCardErrorCode])[] = [
    ['Invalid ui state', 'invalid-ui-state'],
    ['missing field muted', 'missing-field'],
    ['Something new', 'refused'],
    ['', 'refused'],
  ];
  return codes.map(([portal, code]) => ({portal, code, text: refusal(dialect, portal)}));
}

function readsRefusal({text, portal, code}: Refusal): ContractCase {
  return {
    name: `fails with ${code} on ${text}`,
    run: async (app) => {
      app.answerWith(wireOf(MUTE), text);
      const error = errorIn(await app.run(MUTE));
      expect([error.code, error.portal?.code]).to.deep.equal([code, portal]);
      expect((await app.snapshot()).card).to.include({muted: false});
    },
  };
}

const MORE: readonly ContractCase[] = [
  {
    name: 'connected with autoStartTimer off: the timer stays hidden',
    run: async (app, {portal}) => {
      valueIn(await app.run(setUiState('connected', {disableAutoStartTimer: true})));
      expect(portal.card?.card.timer.status).to.equal('hidden');
      expect((await app.snapshot()).card).to.have.nested.property('timer.status', 'hidden');
    },
  },
  {
    name: 'a value that is sent again is confirmed again',
    run: async (app, {portal}) => {
      valueIn(await app.run(MUTE));
      valueIn(await app.run(MUTE));
      expect(app.sent(wireOf(MUTE))).to.have.length(2);
      expect(portal.card?.card.muted).to.equal(true);
    },
  },
  {
    name: 'two commands whose answers change places get each its own',
    run: async (app, {portal, dialect}) => {
      portal.faults.plan(wireOf(MUTE), {kind: 'drop'});
      const first = app.ask('run', MUTE);
      const {callback} = await app.whenSent(wireOf(MUTE));
      valueIn(await app.ask('run', HOLD));
      app.say(callback, refusal(dialect, 'Something new'));
      expect(errorIn(await first).code).to.equal('refused');
      expect((await app.snapshot()).card).to.include({muted: false, held: true});
    },
  },
  {
    name: 'commands that are sent at once arrive in their order',
    run: async (app, {portal}) => {
      const states = UI_STATES.filter((state) => state !== 'connected');
      const outcomes = await Promise.all(states.map((state) => app.run(setUiState(state))));
      outcomes.forEach(valueIn);
      const sent = app.sent('CallCardSetUiState').map(({parameters}) => parameters);
      expect(sent).to.deep.equal(states.map((uiState) => ({uiState})));
      expect(portal.card?.card.uiState).to.equal('redial');
    },
  },
  {
    name: 'a command that was answered is counted, and one that failed twice',
    run: async (app, {portal}) => {
      const commands = await app.counts('commands', () => app.run(MUTE));
      portal.closeCard();
      const failed = await app.counts('failedCommands', () => app.run(MUTE));
      expect([commands, failed]).to.deep.equal([1, 1]);
    },
  },
];

function connectedWithoutRecord({dialect}: Setting): ContractCase {
  const isLost = dialect === 'browser';
  const end = isLost ? 'is applied without an answer: a timeout, unconfirmed' : 'is confirmed';
  return {
    name: `connected on a card without a CRM record ${end}`,
    run: async (app, {portal}) => {
      portal.startCall({...CALL, entity: null});
      await app.settle();
      const outcome = app.ask('run', setUiState('connected'));
      await app.settle();
      if (isLost) {
        await app.pass(limitOf(setUiState('connected')));
        expect(errorIn(await outcome).code).to.equal('timeout');
      } else valueIn(await outcome);
      expect(portal.card?.card.uiState).to.equal('connected');
      expect((await app.snapshot()).card).to.deep.include({
        uiState: {certainty: isLost ? 'unconfirmed' : 'confirmed', value: 'connected'},
      });
    },
  };
}

interface WrongParameters {
  readonly name: CardCommand['name'];
  readonly parameters: object;
  readonly code: CallCardErrorCode;
}

const WRONG: readonly WrongParameters[] = [
  {name: 'setUiState', parameters: {}, code: 'invalid-ui-state'},
  {name: 'setUiState', parameters: {uiState: 'ringing'}, code: 'invalid-ui-state'},
  {name: 'setUiState', parameters: {uiState: 'constructor'}, code: 'invalid-ui-state'},
  {name: 'setMute', parameters: {}, code: 'missing-field'},
  {name: 'setMute', parameters: {muted: 'true'}, code: 'missing-field'},
  {name: 'setHold', parameters: {held: 1}, code: 'missing-field'},
  {name: 'setHold', parameters: {muted: true}, code: 'missing-field'},
  {name: 'setTitle', parameters: {title: null}, code: 'missing-field'},
  {name: 'setTitle', parameters: {}, code: 'missing-field'},
  {name: 'setStatusText', parameters: {statusText: 5}, code: 'missing-field'},
  {name: 'setStatusText', parameters: {title: 'x'}, code: 'missing-field'},
];

function isNotSent({name, parameters, code}: WrongParameters): ContractCase {
  return {
    name: `${name} ${JSON.stringify(parameters)}: fails with ${code} and is never sent`,
    run: async (app, {portal}) => {
      const command = {name, parameters} as CardCommand;
      const before = portal.card;
      const error = errorIn(await app.ask('run', command));
      expect(error).to.deep.include({code, request: wireOf(command), parameters});
      await app.settle();
      expect(app.sent(wireOf(command))).to.deep.equal([]);
      expect(portal.card).to.deep.equal(before);
    },
  };
}

type PortalOfCase = Parameters<ContractCase['run']>[1]['portal'];

function hasNoCard(
  command: CardCommand,
  why: string,
  arrange: (portal: PortalOfCase) => void,
): ContractCase {
  const needsNone = command.name === 'listUiStates';
  return {
    name: `${command.name}: ${needsNone ? 'works' : 'fails with no-card'} when ${why}`,
    run: async (app, stage) => {
      await startCall(app, stage);
      arrange(stage.portal);
      await app.settle();
      // The refusal comes well before silence would mean success.
      const outcome = await app.ask('run', command);
      if (needsNone) valueIn(outcome);
      else {
        const {code, portal} = errorIn(outcome);
        expect([code, portal?.code]).to.deep.equal(['no-card', 'Call card is undefined']);
        await expectClosed(app);
      }
    },
  };
}

const isSentAllTheSame: ContractCase = {
  name: 'a command is sent all the same: a card may have opened that nobody told of',
  run: async (app, stage) => {
    stage.portal.closeCard();
    errorIn(await app.run(MUTE));
    await expectClosed(app);
    // Opened, and its event lost on the way.
    stage.portal.faults.plan('BackgroundCallCard::initialized', {kind: 'drop'}, 1000);
    stage.portal.startCall(CALL);
    valueIn(await app.run(MUTE));
    const {card, commands} = await app.snapshot();
    expect(card).to.include({status: 'open', muted: true});
    expect(commands.setMute).to.deep.equal({status: 'available'});
  },
};

async function expectClosed(app: ContractApp): Promise<void> {
  const {card, commands} = await app.snapshot();
  expect(card).to.deep.equal({status: 'closed'});
  expect(commands.setMute).to.deep.equal({status: 'unavailable', reason: 'no-card'});
  expect(commands.listUiStates).to.deep.equal({status: 'available'});
}
