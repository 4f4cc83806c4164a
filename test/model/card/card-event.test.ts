import {expect} from '@open-wc/testing';
import {
  CARD_EVENTS,
  CARD_EVENT_NAMES,
  readCardEvent,
  type CardEventName,
} from '../../../src/model/card/card-event.js';
import type {OperatorAction} from '../../../src/model/card/operator-action.js';

describe('the table of events', () => {
  it('has the three events of the tab and the seventeen of the worker', () => {
    const wires = CARD_EVENT_NAMES.map((name) => CARD_EVENTS[name].wire);
    expect(new Set(wires).size).to.equal(20);
    expect(wires.filter((wire) => wire.startsWith('CallCard::'))).to.have.length(3);
    expect(wires.filter((wire) => wire.startsWith('BackgroundCallCard::'))).to.have.length(17);
  });

  it('binds each by its own name on the wire, in its own placement', () => {
    const bound = CARD_EVENT_NAMES.map((name) => {
      const {wire, placement} = CARD_EVENTS[name];
      return `${name}: ${wire} ${placement}`;
    });
    const clicks = CARD_EVENT_NAMES.filter((name) => /Click$/.test(name));
    expect(bound).to.deep.equal([
      'entityChanged: CallCard::EntityChanged call-card',
      'beforeClose: CallCard::BeforeClose call-card',
      'callStateChanged: CallCard::CallStateChanged call-card',
      'initialized: BackgroundCallCard::initialized background-worker',
      'cardEntityChanged: BackgroundCallCard::entityChanged background-worker',
      ...clicks.map((name) => `${name}: BackgroundCallCard::${name} background-worker`),
    ]);
  });

  const CLICKS: readonly (readonly [CardEventName, unknown, OperatorAction])[] = [
    ['answerButtonClick', [], {name: 'answer'}],
    ['skipButtonClick', [], {name: 'skip'}],
    ['makeCallButtonClick', [], {name: 'make-call'}],
    ['hangupButtonClick', [], {name: 'hang-up'}],
    ['holdButtonClick', 'true', {name: 'hold', held: true}],
    ['muteButtonClick', 'N', {name: 'mute', muted: false}],
    [
      'transferButtonClick',
      {phoneNumber: '', target: 6},
      {name: 'transfer', phoneNumber: '', target: {kind: 'user', id: 6}},
    ],
    ['completeTransferButtonClick', [], {name: 'complete-transfer'}],
    ['cancelTransferButtonClick', [], {name: 'cancel-transfer'}],
    ['dialpadButtonClick', '*', {name: 'dial', digit: '*'}],
    ['qualityMeterClick', '4', {name: 'rate-quality', stars: 4}],
    ['addCommentButtonClick', 'Wants two', {name: 'comment', text: 'Wants two'}],
    ['nextButtonClick', [], {name: 'next'}],
    ['notifyAdminButtonClick', [], {name: 'notify-admin'}],
    ['closeButtonClick', [], {name: 'close'}],
  ];

  it('reads each click as what the operator asked for', () => {
    expect(CLICKS.map(([name]) => name)).to.have.members(
      CARD_EVENT_NAMES.filter((name) => /Click$/.test(name)),
    );
    for (const [name, raw, action] of CLICKS) {
      const received = readCardEvent(name, raw);
      expect(received.action, name).to.deep.equal(action);
      expect(received.event.name).to.equal(name);
      expect(received.problems).to.deep.equal([]);
    }
  });

  it('asks for nothing with a click whose value can’t be read', () => {
    for (const name of ['holdButtonClick', 'transferButtonClick', 'qualityMeterClick'] as const) {
      expect(readCardEvent(name, 'perhaps?')).to.have.property('action', null);
    }
  });

  it('takes [] and "" for no value', () => {
    for (const nothing of [[], '', undefined]) {
      expect(CARD_EVENTS.hangupButtonClick.read(nothing)).to.deep.equal({
        value: null,
        problems: [],
      });
      expect(CARD_EVENTS.beforeClose.read(nothing)).to.deep.equal({value: null, problems: []});
    }
  });

  it('says what the operator asked for', () => {
    expect(CARD_EVENTS.hangupButtonClick.action?.(null)).to.deep.equal({name: 'hang-up'});
    expect(CARD_EVENTS.muteButtonClick.action?.(true)).to.deep.equal({name: 'mute', muted: true});
    expect(CARD_EVENTS.holdButtonClick.action?.(false)).to.deep.equal({name: 'hold', held: false});
    expect(CARD_EVENTS.dialpadButtonClick.action?.('#')).to.deep.equal({name: 'dial', digit: '#'});
    expect(CARD_EVENTS.initialized.action).to.equal(undefined);
    expect(CARD_EVENTS.cardEntityChanged.action).to.equal(undefined);
  });

  const transfers: readonly (readonly [unknown, unknown])[] = [
    [
      {phoneNumber: '', target: 6},
      {kind: 'user', id: 6},
    ],
    [
      {phoneNumber: '', target: '6'},
      {kind: 'user', id: 6},
    ],
    [
      {phoneNumber: '+4930555', target: '+4930555'},
      {kind: 'phone', number: '+4930555'},
    ],
    [
      {phoneNumber: '0301234567', target: '0301234567'},
      {kind: 'phone', number: '0301234567'},
    ],
    [{phoneNumber: '030555'}, {kind: 'phone', number: '030555'}],
    [
      {type: 'user', target: '1234567'},
      {kind: 'user', id: 1234567},
    ],
    [
      {type: 'queue', target: '3'},
      {kind: 'queue', id: '3'},
    ],
    [
      {type: 'pstn', target: '112'},
      {kind: 'phone', number: '112'},
    ],
    [
      {phoneNumber: '6', target: ''},
      {kind: 'phone', number: '6'},
    ],
    [
      {phoneNumber: '+4930', target: ' 7 '},
      {kind: 'user', id: 7},
    ],
    [
      {type: 'queue', target: ' all '},
      {kind: 'queue', id: 'all'},
    ],
  ];
  for (const [value, target] of transfers) {
    it(`reads the transfer ${JSON.stringify(value)}`, () => {
      const {value: transfer, problems} = CARD_EVENTS.transferButtonClick.read(value);
      expect(transfer?.target).to.deep.equal(target);
      expect(problems).to.deep.equal([]);
    });
  }

  const broken = [
    ['transferButtonClick', {}],
    ['transferButtonClick', {type: 'user', target: 'nobody'}],
    ['muteButtonClick', 'perhaps'],
    ['dialpadButtonClick', '12'],
    ['qualityMeterClick', '6'],
    ['addCommentButtonClick', {}],
    ['transferButtonClick', {phoneNumber: ' ', target: ''}],
    ['transferButtonClick', {type: 'queue', target: ' '}],
  ] as const;
  for (const [name, value] of broken) {
    it(`names ${JSON.stringify(value)} as a broken value of ${name}`, () => {
      const reading = CARD_EVENTS[name].read(value);
      expect(reading.value).to.equal(null);
      expect(reading.problems).to.have.length(1);
    });
  }

  it('reads quality and digits, which arrive as strings', () => {
    expect(CARD_EVENTS.qualityMeterClick.read('5').value).to.equal(5);
    expect(CARD_EVENTS.dialpadButtonClick.read('0').value).to.equal('0');
  });

  it('goes on when initialized brings nonsense', () => {
    const {value, problems} = CARD_EVENTS.initialized.read('nonsense');
    expect(value).to.equal(null);
    expect(problems).to.have.length(1);
  });
});
