/** Nothing that ends or changes a call is pressed by a press that was meant for something else. */
import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {OperatorAction} from '../../../src/model/card/operator-action.js';
import {UI_STATES, UNLISTED_UI_STATES, type AnyUiState} from '../../../src/model/card/ui-state.js';
import {CALL_OPTIONS} from '../../support/fake-portal.js';
import {centerOf, pressAt, PressTimes, type Place} from '../../support/presses.js';
import {button, cardIn, find, group, showControls, type ControlsPage} from './controls-page.js';

const GAPS = [50, 120, 250, 400, 600, 1000];
const POINTERS = ['mouse', 'touch'] as const;

interface Pressed extends ControlsPage {
  readonly heard: OperatorAction['name'][];
}

async function show(uiState: AnyUiState, width = 400): Promise<Pressed> {
  const page = await showControls(await cardIn(uiState), 'operator');
  page.element.style.inlineSize = `${width}px`;
  const heard: OperatorAction['name'][] = [];
  page.context.addEventListener('call-action', ({action}) => heard.push(action.name));
  return {...page, heard};
}

async function enter(page: ControlsPage, uiState: AnyUiState): Promise<void> {
  await page.controller.setUiState(uiState);
  await page.element.updateComplete;
}

const labelled = (page: ControlsPage, label: string): HTMLButtonElement =>
  button(group(page, 'Call'), label);

describe('a second press on <call-state-controls>', () => {
  let times: PressTimes;
  beforeEach(() => {
    times = new PressTimes();
  });
  afterEach(() => times.restore());

  describe('finds hanging up at a place of its own', () => {
    for (const width of [200, 280, 400, 800]) {
      it(`in a card of ${width} pixels`, async () => {
        const page = await show('connectingIncoming', width);
        const home = labelled(page, 'Hang up').getBoundingClientRect();
        const places = new Map<string, DOMRect>();
        for (const uiState of [...UI_STATES, ...UNLISTED_UI_STATES]) {
          await enter(page, uiState);
          for (const each of page.element.renderRoot.querySelectorAll('.operator button')) {
            const box = each.getBoundingClientRect();
            if (each.textContent.trim() === 'Hang up') {
              expect(box.top, uiState).to.equal(home.top);
              expect(box.left, uiState).to.be.closeTo(home.left, 40);
            } else places.set(`${uiState}: ${each.textContent.trim()}`, box);
          }
        }
        const {x, y} = centerOf({getBoundingClientRect: () => home} as unknown as Element);
        for (const [name, {left, right, top, bottom}] of places) {
          const isThere = left <= x && x <= right && top <= y && y <= bottom;
          expect(isThere, `${name} stands there, too`).to.equal(false);
        }
      });
    }
  });

  const FIRST: readonly (readonly [string, AnyUiState, AnyUiState])[] = [
    ['Answer', 'incoming', 'connectingIncoming'],
    ['Answer', 'incoming', 'connected'],
    ['Call', 'outgoing', 'connectingOutgoing'],
    ['Call', 'redial', 'connected'],
    ['Complete transfer', 'transferring', 'transferConnected'],
    ['Complete transfer', 'transferring', 'transferFailed'],
    ['Return to the call', 'transferring', 'connected'],
    ['Hang up', 'connected', 'redial'],
    ['Hang up', 'connected', 'error'],
    ['Skip', 'incoming', 'connected'],
  ];
  for (const pointer of POINTERS) {
    for (const [label, before, after] of FIRST) {
      it(`does nothing after ${label}, ${before} to ${after}, by ${pointer}`, async () => {
        for (const gap of GAPS) {
          const page = await show(before);
          const place = centerOf(labelled(page, label));
          pressAt(place, pointer);
          expect(page.heard).to.have.length(1);
          await enter(page, after);
          times.pass(gap);
          pressAt(place, pointer);
          expect(page.heard, `${gap} ms`).to.have.length(1);
          times.pass(5000);
          page.context.remove();
        }
      });
    }
  }

  it('does nothing with a real mouse', async () => {
    const page = await show('incoming');
    const {x, y} = centerOf(labelled(page, 'Answer'));
    const position: [number, number] = [Math.round(x), Math.round(y)];
    await sendMouse({type: 'click', position});
    expect(page.heard).to.deep.equal(['answer']);
    await enter(page, 'connected');
    await sendMouse({type: 'click', position});
    expect(page.heard).to.deep.equal(['answer']);
  });

  describe('does nothing on what has moved under the pointer', () => {
    /** A page on which Hang up comes to where Hold was pressed. */
    async function holdThenMove(pointer: 'mouse' | 'touch'): Promise<[Pressed, Place]> {
      const page = await show('connected');
      const before = document.createElement('div');
      page.context.before(before);
      const place = centerOf(labelled(page, 'Hold'));
      pressAt(place, pointer);
      const far = place.y - centerOf(labelled(page, 'Hang up')).y;
      before.style.blockSize = `${far}px`;
      expect(centerOf(labelled(page, 'Hang up')).y).to.be.closeTo(place.y, 2);
      return [page, place];
    }

    for (const pointer of POINTERS) {
      for (const gap of GAPS) {
        it(`${gap} ms later by ${pointer}`, async () => {
          const [page, place] = await holdThenMove(pointer);
          times.pass(gap);
          pressAt(place, pointer);
          expect(page.heard).to.deep.equal(['hold']);
        });
      }
    }

    it('until it can have been meant', async () => {
      const [page, place] = await holdThenMove('mouse');
      times.pass(1300);
      pressAt(place, 'mouse');
      expect(page.heard).to.deep.equal(['hold', 'hang-up']);
    });

    it('when something else of the page was pressed there', async () => {
      const page = await show('connected');
      const fold = document.createElement('button');
      fold.style.cssText = 'display: block; inline-size: 400px; block-size: 200px';
      page.context.before(fold);
      const hangUp = (): number => centerOf(labelled(page, 'Hang up')).y;
      const {top, bottom} = fold.getBoundingClientRect();
      const place = {x: 200, y: bottom - 10};
      const height = place.y - (hangUp() - bottom) - top;
      fold.addEventListener('click', () => (fold.style.blockSize = `${height}px`));
      pressAt(place, 'mouse');
      expect(hangUp()).to.be.closeTo(place.y, 2);
      times.pass(300);
      pressAt(place, 'mouse');
      expect(page.heard).to.deep.equal([]);
    });

    it('when something that lay over it was closed', async () => {
      const page = await show('connected');
      const place = centerOf(labelled(page, 'Hang up'));
      const overlay = document.createElement('button');
      overlay.style.cssText = 'position: fixed; inset: 0';
      overlay.addEventListener('click', () => overlay.remove());
      document.body.append(overlay);
      pressAt(place, 'mouse');
      times.pass(300);
      pressAt(place, 'mouse');
      expect(page.heard).to.deep.equal([]);
    });
  });

  it('does not skip the next call', async () => {
    const page = await show('incoming');
    const place = centerOf(labelled(page, 'Skip'));
    pressAt(place, 'mouse');
    page.portal.emit('BackgroundCallCard::initialized', {
      ...CALL_OPTIONS,
      CALL_ID: 'externalCall.2',
    });
    await enter(page, 'incoming');
    times.pass(600);
    pressAt(place, 'mouse');
    expect(page.heard).to.deep.equal(['skip']);
    times.pass(1300);
    pressAt(place, 'mouse');
    expect(page.heard).to.deep.equal(['skip', 'skip']);
  });

  describe('of a key', () => {
    it('does nothing after Answer, and Tab goes on from there', async () => {
      const page = await show('incoming');
      labelled(page, 'Answer').focus();
      await sendKeys({press: 'Enter'});
      await enter(page, 'connected');
      await sendKeys({press: 'Enter'});
      expect(page.heard).to.deep.equal(['answer']);
      expect(page.element.shadowRoot!.activeElement).to.equal(group(page, 'Call'));
      const space = new KeyboardEvent('keydown', {key: ' ', composed: true, cancelable: true});
      group(page, 'Call').dispatchEvent(space);
      expect(space.defaultPrevented, 'nor does the page scroll').to.equal(true);
      await sendKeys({press: 'Tab'});
      expect(page.element.shadowRoot!.activeElement).to.equal(labelled(page, 'Dial pad'));
    });

    it('that is held down presses once', async () => {
      const page = await show('connected');
      const mute = labelled(page, 'Mute');
      const press = (repeat: boolean): boolean =>
        mute.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            repeat,
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
      expect(press(false), 'the browser makes a click of it').to.equal(true);
      expect(press(true), 'and none of its repetition').to.equal(false);
    });

    for (const gap of GAPS) {
      it(`that is a shortcut does not mean another button ${gap} ms later`, async () => {
        const page = await show('incoming');
        page.element.shortcuts = true;
        await page.element.updateComplete;
        await sendKeys({press: 'F9'});
        await enter(page, 'connected');
        times.pass(gap);
        await sendKeys({press: 'F9'});
        expect(page.heard).to.deep.equal(['skip']);
        times.pass(1300);
        await sendKeys({press: 'F9'});
        expect(page.heard).to.deep.equal(['skip', 'hang-up']);
      });
    }
  });

  it('nothing around moves when the call is answered', async () => {
    const page = await show('incoming');
    const height = (): number => page.element.getBoundingClientRect().height;
    const before = height();
    for (const uiState of ['connectingIncoming', 'connected', 'transferring'] as const) {
      await enter(page, uiState);
      expect(height(), uiState).to.equal(before);
    }
    expect(find(page, '.quality').inert, 'there is nothing to rate').to.equal(true);
  });
});
