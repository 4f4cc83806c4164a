import {expect} from '@open-wc/testing';
import type {OperatorAction} from '../../../../src/model/card/operator-action.js';
import {
  canClick,
  NO_CARD,
  offeredActions,
  openCard,
} from '../../../../src/simulator/portal/card/card-machine.js';
import {eventOfClick} from '../../../../src/simulator/portal/card/operator-clicks.js';

const FRESH = openCard(NO_CARD, {hasRecord: true, raisedByApp: true, campaign: false});
const COMMANDED = {...FRESH, commanded: true};

const user = {kind: 'user', id: 5} as const;
const phone = {kind: 'phone', number: '+4930'} as const;
const queue = {kind: 'queue', id: 'sales'} as const;

const CLICKS: readonly [action: OperatorAction, name: string, value?: unknown][] = [
  [{name: 'answer'}, 'answerButtonClick'],
  [{name: 'skip'}, 'skipButtonClick'],
  [{name: 'make-call'}, 'makeCallButtonClick'],
  [{name: 'hang-up'}, 'hangupButtonClick'],
  [{name: 'hold', held: true}, 'holdButtonClick', true],
  [{name: 'mute', muted: false}, 'muteButtonClick', false],
  [{name: 'complete-transfer'}, 'completeTransferButtonClick'],
  [{name: 'cancel-transfer'}, 'cancelTransferButtonClick'],
  [{name: 'dial', digit: '#'}, 'dialpadButtonClick', '#'],
  [{name: 'rate-quality', stars: 4}, 'qualityMeterClick', '4'],
  [{name: 'close'}, 'closeButtonClick'],
  [{name: 'notify-admin'}, 'notifyAdminButtonClick'],
  [{name: 'next'}, 'nextButtonClick'],
  [{name: 'comment', text: 'a: b'}, 'addCommentButtonClick', 'a: b'],
];

describe("the operator's click", () => {
  for (const [action, event, ...value] of CLICKS) {
    it(`on ${action.name} is ${event}`, () => {
      const name = `BackgroundCallCard::${event}`;
      const expected = value.length === 0 ? {name} : {name, value: value[0]};
      expect(eventOfClick(COMMANDED, action)).to.deep.equal(expected);
    });
  }

  const transfers = [
    [user, {type: 'user', target: 5}, {phoneNumber: '+49', target: 5}],
    [phone, {type: 'pstn', target: '+4930'}, {phoneNumber: '+49', target: '+4930'}],
    [queue, {type: 'queue', target: 'sales'}, {phoneNumber: '+49', target: 'sales'}],
  ] as const;
  for (const [target, before, after] of transfers) {
    it(`on transfer to a ${target.kind} depends on whether a command was sent before`, () => {
      const action = {name: 'transfer', target, phoneNumber: '+49'} as const;
      expect(eventOfClick(FRESH, action).value).to.deep.equal(before);
      expect(eventOfClick(COMMANDED, action).value).to.deep.equal(after);
    });
  }
});

describe('what the operator can click', () => {
  const inCampaign = openCard(NO_CARD, {hasRecord: true, raisedByApp: true, campaign: true}).card;

  it('is the buttons of the state, and the comment box', () => {
    const {card} = FRESH;
    if (card === null) throw new Error('no card');
    expect(offeredActions(card)).to.deep.equal(['close']);
    expect(canClick(card, 'comment')).to.equal(true);
    expect(canClick(card, 'answer')).to.equal(false);
    expect(canClick({...card, uiState: 'connected'}, 'close')).to.equal(false);
  });

  it('is the next client and the close button too, in a campaign', () => {
    if (inCampaign === null) throw new Error('no card');
    const connected = {...inCampaign, uiState: 'connected'} as const;
    expect(offeredActions(connected)).to.include('next');
    expect(canClick(connected, 'close')).to.equal(true);
  });
});
