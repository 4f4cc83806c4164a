import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {OperatorAction} from '../../../../src/model/card/operator-action.js';
import {inPlaces} from '../../../../src/model/card/action-places.js';
import {
  UI_STATES,
  UNLISTED_UI_STATES,
  actionsIn,
  type AnyUiState,
} from '../../../../src/model/card/ui-state.js';
import type {CardSnapshot} from '../../../../src/simulator/portal/card/portal-call.js';
import {makeCall, type CallSetup} from '../../../../src/simulator/portal/card/call-facts.js';
import {NO_CARD, openCard, type Card} from '../../../../src/simulator/portal/card/card-machine.js';
import {CardView} from '../../../../src/simulator/portal/card/card-view.js';
import {ManualClock} from '../../../../src/simulator/portal/page/clock.js';
import {centerOf, pressAt, PressTimes} from '../../../support/presses.js';

function snapshotOf(card: Partial<Card> = {}, setup: CallSetup = {}): CardSnapshot {
  const campaign = setup.campaign ?? false;
  const opened = openCard(NO_CARD, {hasRecord: true, raisedByApp: true, campaign}).card;
  if (opened === null) throw new Error('no card');
  return {call: makeCall({phoneNumber: '+4930', ...setup}, '1'), card: {...opened, ...card}};
}

describe("the simulated card's view", () => {
  let view: CardView;
  let clock: ManualClock;
  let actions: OperatorAction[];

  const find = (selector: string): HTMLElement => {
    const found = view.element.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`the card has no ${selector}`);
    return found;
  };
  const fill = (selector: string, value: string): void => {
    Object.assign(find(selector), {value});
  };
  const text = (selector: string): string => find(selector).textContent;
  const button = (label: string): HTMLButtonElement => {
    const found = [...view.element.querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent) === label,
    );
    if (found === undefined) throw new Error(`the card has no button "${label}"`);
    return found;
  };
  const shown = (): readonly string[] =>
    [...view.element.querySelectorAll<HTMLElement>('[data-action]')].map(
      (each) => each.dataset['action'] ?? '',
    );

  beforeEach(async () => {
    clock = new ManualClock();
    actions = [];
    view = new CardView({
      document,
      clock,
      tabs: ['Client'],
      onAction: (action) => actions.push(action),
      onTab: () => undefined,
    });
    await fixture(html`<div style="block-size: 600px">${view.element}</div>`);
  });

  for (const uiState of [...UI_STATES, ...UNLISTED_UI_STATES]) {
    it(`shows the buttons of ${uiState}, each at its place`, () => {
      view.render(snapshotOf({uiState}));
      expect(shown()).to.deep.equal(inPlaces(actionsIn(uiState)));
    });
  }

  it('shows the title as text, never as HTML', () => {
    view.render(snapshotOf({title: '<img src=x> Anna'}));
    expect(text('h2')).to.equal('<img src=x> Anna');
    expect(view.element.querySelector('img') === null).to.equal(true);
  });

  const NUMBERS: readonly [number: string | null, words: string][] = [
    ['+4930', '+4930'],
    ['hidden', 'Hidden number'],
    ['unknown', 'Unknown number'],
    [null, 'Unknown number'],
  ];
  for (const [phoneNumber, words] of NUMBERS) {
    it(`says "${words}" for ${phoneNumber}`, () => {
      view.render(snapshotOf({}, {phoneNumber}));
      expect(text('.call-card-number')).to.equal(words);
    });
  }

  it('has a title of its own until the app sets one', () => {
    view.render(snapshotOf({}, {direction: 'outgoing', lineName: 'Berlin', lineNumber: '+49'}));
    expect(text('h2')).to.equal('Outgoing call');
    expect(text('.call-card-line')).to.equal('Berlin · +49');
  });

  it('counts the seconds while the timer runs, and stands when it stops', () => {
    const since = clock.now();
    view.render(snapshotOf({timer: {status: 'running', since}}));
    expect(text('[role=timer]')).to.equal('0:00');
    clock.advance(1000);
    expect(text('[role=timer]')).to.equal('0:01');
    clock.advance(3_661_000);
    expect(text('[role=timer]')).to.equal('1:01:02');
    view.render(snapshotOf({timer: {status: 'stopped', since, elapsed: 75_000}}));
    clock.advance(5000);
    expect(text('[role=timer]')).to.equal('1:15');
  });

  it('hides a timer that never ran', () => {
    view.render(snapshotOf());
    expect(find('[role=timer]').hidden).to.equal(true);
  });

  it('stops counting when it is removed', () => {
    view.render(snapshotOf({timer: {status: 'running', since: clock.now()}}));
    const timer = find('[role=timer]');
    view.remove();
    clock.advance(2000);
    expect(timer.textContent).to.equal('0:00');
    expect(view.element.isConnected).to.equal(false);
  });

  it('asks for the opposite of what the card shows', () => {
    view.render(snapshotOf({uiState: 'connected', muted: true}));
    expect(button('Mute').getAttribute('aria-pressed')).to.equal('true');
    expect(button('Hold').getAttribute('aria-pressed')).to.equal('false');
    button('Mute').click();
    button('Hold').click();
    // The card is as it was: only the app changes it.
    expect(button('Mute').getAttribute('aria-pressed')).to.equal('true');
    expect(actions).to.deep.equal([
      {name: 'mute', muted: false},
      {name: 'hold', held: true},
    ]);
  });

  it('keeps the focus on a button that stays', () => {
    view.render(snapshotOf({uiState: 'connected'}));
    button('Mute').focus();
    view.render(snapshotOf({uiState: 'connected', muted: true}));
    expect(document.activeElement === button('Mute')).to.equal(true);
  });

  it('dials, rates and closes its panels', () => {
    view.render(snapshotOf({uiState: 'connected'}));
    button('Dial pad').click();
    expect(button('Dial pad').getAttribute('aria-expanded')).to.equal('true');
    button('#').click();
    button('Quality').click();
    expect(button('Dial pad').getAttribute('aria-expanded')).to.equal('false');
    button('4 of 5').click();
    button('Quality').click();
    expect(view.element.querySelector('.call-card-stars') === null).to.equal(true);
    expect(actions).to.deep.equal([
      {name: 'dial', digit: '#'},
      {name: 'rate-quality', stars: 4},
    ]);
  });

  const TRANSFERS: readonly [kind: string, value: string, target: object | null][] = [
    ['user', ' 5 ', {kind: 'user', id: 5}],
    ['user', 'Leonie Krüger', {kind: 'user', id: 9}],
    ['user', 'Anna', null],
    ['phone', '+4940', {kind: 'phone', number: '+4940'}],
    ['phone', 'abc', null],
    ['queue', 'sales', {kind: 'queue', id: 'sales'}],
    ['phone', '  ', null],
  ];
  for (const [kind, value, target] of TRANSFERS) {
    it(`transfers to the ${kind} "${value}"${target === null ? ' not at all' : ''}`, () => {
      view.render(snapshotOf({uiState: 'connected'}));
      button('Transfer').click();
      fill('.call-card-transfer select', kind);
      fill('.call-card-transfer input', value);
      find('.call-card-transfer [type=submit]').click();
      const transfer = {name: 'transfer', target, phoneNumber: '+4930'};
      expect(actions).to.deep.equal(target === null ? [] : [transfer]);
    });
  }

  it('closes the transfer form with the state', () => {
    view.render(snapshotOf({uiState: 'connected'}));
    button('Transfer').click();
    view.render(snapshotOf({uiState: 'transferring'}));
    expect(view.element.querySelector('.call-card-transfer') === null).to.equal(true);
  });

  it('saves a comment', () => {
    view.render(snapshotOf());
    fill('textarea', 'Call back: Monday');
    button('Save').click();
    expect(actions).to.deep.equal([{name: 'comment', text: 'Call back: Monday'}]);
  });

  it('can be closed at its top in a campaign, and only there', () => {
    view.render(snapshotOf({uiState: 'connected'}));
    expect(button('Close the card').checkVisibility()).to.equal(false);
    view.render(snapshotOf({uiState: 'connected'}, {campaign: true}));
    button('Close the card').click();
    button('Next').click();
    expect(actions).to.deep.equal([{name: 'close'}, {name: 'next'}]);
  });

  it('folds and unfolds without touching what is in it', () => {
    view.render(snapshotOf());
    const panel = view.panel(0);
    button('Fold').click();
    expect(panel?.checkVisibility()).to.equal(false);
    button('Unfold').click();
    expect(view.panel(0) === panel).to.equal(true);
    expect(panel?.checkVisibility()).to.equal(true);
  });

  describe('a second press', () => {
    const FIRST: readonly (readonly [string, AnyUiState, AnyUiState])[] = [
      ['Answer', 'incoming', 'connectingIncoming'],
      ['Answer', 'incoming', 'connected'],
      ['Call', 'outgoing', 'connectingOutgoing'],
      ['Return to the call', 'transferring', 'connected'],
      ['Hang up', 'connected', 'redial'],
      ['Skip', 'incoming', 'connected'],
    ];
    let times: PressTimes;
    beforeEach(() => {
      times = new PressTimes();
    });
    afterEach(() => times.restore());

    for (const [label, before, after] of FIRST) {
      it(`does nothing after ${label}, ${before} to ${after}`, () => {
        for (const pointer of ['mouse', 'touch'] as const) {
          for (const gap of [50, 120, 250, 400, 600, 1000]) {
            times.pass(5000);
            actions.length = 0;
            view.render(snapshotOf({uiState: before}));
            const place = centerOf(button(label));
            pressAt(place, pointer);
            view.render(snapshotOf({uiState: after}));
            times.pass(gap);
            pressAt(place, pointer);
            expect(actions, `${pointer}, ${gap} ms`).to.have.length(1);
          }
        }
      });
    }

    it('finds hanging up at a place of its own in every state', () => {
      view.render(snapshotOf({uiState: 'connectingIncoming'}));
      const {x, y} = centerOf(button('Hang up'));
      for (const uiState of [...UI_STATES, ...UNLISTED_UI_STATES]) {
        view.render(snapshotOf({uiState}));
        const there = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-action]');
        expect(there?.dataset['action'] ?? 'hang-up', uiState).to.equal('hang-up');
      }
    });

    it('does not mean the button of the next call', () => {
      view.render(snapshotOf({uiState: 'incoming'}, {callId: 'externalCall.1'}));
      const place = centerOf(button('Skip'));
      pressAt(place, 'mouse');
      view.render(snapshotOf({uiState: 'incoming'}, {callId: 'externalCall.2'}));
      times.pass(600);
      pressAt(place, 'mouse');
      expect(actions).to.deep.equal([{name: 'skip'}]);
      times.pass(1300);
      pressAt(place, 'mouse');
      expect(actions).to.have.length(2);
    });

    it('does nothing on what has moved under the pointer', () => {
      view.render(snapshotOf({uiState: 'connected'}));
      const place = centerOf(button('Hold'));
      pressAt(place, 'mouse');
      const far = place.y - centerOf(button('Hang up')).y;
      view.element.style.marginBlockStart = `${far}px`;
      for (const gap of [50, 400, 1000]) {
        times.pass(gap);
        pressAt(place, 'mouse');
      }
      expect(actions).to.deep.equal([{name: 'hold', held: true}]);
      times.pass(1300);
      pressAt(place, 'mouse');
      expect(actions.at(-1)).to.deep.equal({name: 'hang-up'});
    });

    it('of a key does nothing', async () => {
      view.render(snapshotOf({uiState: 'incoming'}));
      button('Answer').focus();
      await sendKeys({press: 'Enter'});
      view.render(snapshotOf({uiState: 'connected'}));
      await sendKeys({press: 'Enter'});
      expect(actions).to.deep.equal([{name: 'answer'}]);
    });

    it('by a key that is held down does nothing', () => {
      view.render(snapshotOf({uiState: 'connected'}));
      const held = new KeyboardEvent('keydown', {
        key: 'Enter',
        repeat: true,
        bubbles: true,
        cancelable: true,
      });
      button('Mute').dispatchEvent(held);
      expect(held.defaultPrevented).to.equal(true);
    });
  });

  it('is accessible', async () => {
    view.render(snapshotOf({uiState: 'connected', statusText: 'Connected', muted: true}));
    button('Dial pad').click();
    await expect(view.element).to.be.accessible();
    view.render(snapshotOf({uiState: 'incoming'}, {campaign: true}));
    await expect(view.element).to.be.accessible();
  });
});
