import {expect, fixture, html} from '@open-wc/testing';
import type {CallSummaryElement} from '../../../src/components/call-summary/call-summary.js';
import type {CallCardController} from '../../../src/controller/call-card-controller.js';
import {SYSTEM_CLOCK} from '../../../src/model/clock.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {CALL_OPTIONS, FakePortal, fakeSession} from '../../support/fake-portal.js';
import {connected, setPageController, unconnected} from '../shared/page.js';
import {part, replaceClipboard, showSummary, words} from './summary-page.js';
import {waitUntil} from '../../support/wait-until.js';
import {controllerOver} from '../../support/controller-over.js';

/** The call of a number that is shown as it came: no country is told with it. */
const LOCAL = {...CALL_OPTIONS, PHONE_NUMBER: '0301234'};

/** A worker in a conversation that began the given time ago, in milliseconds. */
async function talkingFor(elapsed: number): Promise<CallCardController> {
  const portal = new FakePortal(fakeSession('PAGE_BACKGROUND_WORKER'));
  const controller = controllerOver(portal, {
    clock: {...SYSTEM_CLOCK, now: () => Date.now() - elapsed},
  });
  await controller.start();
  // There is nothing to be loaded for a hidden number, which would update the element.
  portal.emit('BackgroundCallCard::initialized', {...CALL_OPTIONS, PHONE_NUMBER: 'hidden'});
  await controller.setUiState('connected');
  return controller;
}

describe('<call-summary>', () => {
  it('shows the call of a tab', async () => {
    const element = await showSummary((await connected('CALL_CARD', LOCAL)).controller);
    expect(words(part(element, 'number'))).to.equal('0301234');
    expect(part(element, 'number')?.getAttribute('dir')).to.equal('ltr');
    expect(words(part(element, 'state'))).to.equal('Connected');
    expect(words(part(element, 'route'))).to.equal('Incoming Line Berlin');
    expect(part(element, 'timer'), 'a tab does not know it').to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('is a region with a name, in which the number is a heading', async () => {
    for (const [number, shown] of [
      ['0301234', '0301234'],
      ['hidden', 'Hidden number'],
    ]) {
      const options = {...LOCAL, PHONE_NUMBER: number};
      const element = await showSummary((await connected('CALL_CARD', options)).controller);
      const region = element.renderRoot.querySelector('section');
      expect(region?.ariaLabel).to.equal('Current call');
      expect(words(region?.querySelector('h2') ?? null)).to.equal(shown);
    }
    const element = await showSummary((await connected()).controller);
    expect(element.renderRoot.querySelector('section')?.ariaLabel).to.equal('Current call');
  });

  it('shows a hidden number in words, and nothing to copy', async () => {
    const options = {...CALL_OPTIONS, PHONE_NUMBER: 'hidden', CALL_LIST_MODE: 'true'};
    const element = await showSummary((await connected('CALL_CARD', options)).controller);
    expect(words(part(element, 'number'))).to.equal('Hidden number');
    expect(words(part(element, 'mark'))).to.equal('Campaign');
    expect(part(element, 'button')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('says that there is no call', async () => {
    const element = await showSummary((await connected()).controller);
    expect(words(element.renderRoot.querySelector('.card'))).to.equal('There is no call.');
    await expect(element).to.be.accessible();
  });

  it('follows the page’s controller when it is alone', async () => {
    const {controller} = await connected('CALL_CARD', LOCAL);
    const restore = setPageController(controller);
    const element = await fixture<CallSummaryElement>(html`<call-summary></call-summary>`);
    restore();
    expect(words(part(element, 'number'))).to.equal('0301234');
  });

  describe('the number', () => {
    async function shows(element: CallSummaryElement, number: string): Promise<void> {
      await waitUntil(() => words(part(element, 'number')) === number, `${number} should be shown`);
    }

    it('is shown as it came, then as in its country, which is named', async () => {
      const {controller} = await connected('CALL_CARD');
      const shown: (string | undefined)[] = [];
      const element = await showSummary(controller, (drawn) => {
        shown.push(words(part(drawn, 'number')));
      });
      await shows(element, '030 123456');
      expect(shown).to.include.ordered.members(['+4930123456', '030 123456']);
      expect(words(part(element, 'route'))).to.equal('Incoming Germany Line Berlin');
      expect(part(element, 'number')?.title).to.equal('+4930123456');
      await expect(element).to.be.accessible();
    });

    it('of another call takes its place, and stays as it came when it can’t be told', async () => {
      const {controller, portal} = await connected('CALL_CARD');
      const element = await showSummary(controller);
      await shows(element, '030 123456');
      portal.emit('CallCard::EntityChanged', {PHONE_NUMBER: '0301234', CRM_ENTITY_ID: '0'});
      await element.updateComplete;
      expect(words(part(element, 'number'))).to.equal('0301234');
      expect(words(part(element, 'route'))).to.equal('Incoming Line Berlin');
      portal.emit('CallCard::EntityChanged', {PHONE_NUMBER: '+390612345678', CRM_ENTITY_ID: '0'});
      await shows(element, '06 1234 5678');
    });
  });

  describe('without a connection', () => {
    it('says that it connects, then why it could not, without what would not help', async () => {
      const {controller, portal} = unconnected();
      const element = await showSummary(controller);
      expect(words(element.renderRoot.querySelector('.card'))).to.equal(
        'Connecting to the portal…',
      );
      await expect(element).to.be.accessible();
      portal.connection = () => Promise.reject(new CallCardError('not-in-portal', ''));
      await controller.start();
      await element.updateComplete;
      expect(words(element.renderRoot.querySelector('.error'))).to.equal(
        'This page works inside Bitrix24 only.',
      );
      expect(part(element, 'button')).to.equal(null);
      await expect(element).to.be.accessible();
    });

    it('tries again where that may help', async () => {
      const {controller, portal} = unconnected('CALL_CARD');
      portal.connection = () => Promise.reject(new CallCardError('timeout', ''));
      await controller.start();
      const element = await showSummary(controller);
      expect(words(part(element, 'button'))).to.equal('Try again');
      portal.connection = () => Promise.resolve(portal.session);
      part(element, 'button')?.click();
      await controller.start();
      await element.updateComplete;
      expect(words(part(element, 'number'))).to.equal('+4930123456');
    });
  });

  describe('the timer', () => {
    /** Resolves with the figures when they change. */
    function nextFigures(timer: Node): Promise<string | null> {
      return new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(timer.textContent);
        });
        observer.observe(timer, {childList: true, characterData: true, subtree: true});
      });
    }

    it('runs without an update of the element', async () => {
      const element = await showSummary(await talkingFor(64_700));
      const timer = part(element, 'timer')!;
      expect(timer.textContent).to.equal('01:04');
      expect(timer.role ?? timer.getAttribute('role')).to.equal('timer');
      let updates = 0;
      element.addController({hostUpdated: () => (updates += 1)});
      expect(await nextFigures(timer)).to.equal('01:05');
      expect(updates).to.equal(0);
      await expect(element).to.be.accessible();
    });

    it('is written once a second, however often the element updates', async () => {
      const element = await showSummary(await talkingFor(9_800));
      for (let count = 0; count < 3; count += 1) {
        element.requestUpdate();
        await element.updateComplete;
      }
      const timer = part(element, 'timer')!;
      let writes = 0;
      const counter = new MutationObserver((records) => (writes += records.length));
      counter.observe(timer, {childList: true});
      expect(await nextFigures(timer)).to.equal('00:10');
      expect(await nextFigures(timer)).to.equal('00:11');
      counter.disconnect();
      expect(writes).to.equal(2);
    });

    it('shows the last value when it is stopped, and goes when it is reset', async () => {
      const controller = await talkingFor(5000);
      const element = await showSummary(controller);
      await controller.stopTimer();
      await element.updateComplete;
      expect(part(element, 'timer')?.textContent).to.equal('00:00');
      await controller.setUiState('connected', {autoStartTimer: false});
      await element.updateComplete;
      expect(part(element, 'timer')).to.equal(null);
    });

    it('rests while the element is away, and is right when it is back', async () => {
      const element = await showSummary(await talkingFor(64_000));
      const place = element.parentElement!;
      const timer = part(element, 'timer')!;
      element.remove();
      timer.textContent = '';
      place.append(element);
      await element.updateComplete;
      expect(part(element, 'timer')?.textContent).to.match(/^01:0\d$/);
    });
  });

  describe('copying', () => {
    function replaceExecCommand(execute: (command: string) => boolean): () => void {
      Object.defineProperty(document, 'execCommand', {configurable: true, value: execute});
      return () => Reflect.deleteProperty(document, 'execCommand');
    }

    /** Clicks and resolves with what the status line then says. */
    async function copy(element: CallSummaryElement): Promise<string | undefined> {
      const status = part(element, 'status')!;
      const said = new Promise<void>((resolve) => {
        new MutationObserver(() => resolve()).observe(status, {childList: true, subtree: true});
      });
      part(element, 'button')?.click();
      await said;
      return words(status);
    }

    it('says when it is done, for that number only', async () => {
      const copied: string[] = [];
      const restore = replaceClipboard((text) => {
        copied.push(text);
        return Promise.resolve();
      });
      const {controller, portal} = await connected('CALL_CARD');
      const element = await showSummary(controller);
      expect(await copy(element)).to.equal('Copied');
      restore();
      expect(copied).to.deep.equal(['+4930123456']);
      portal.emit('CallCard::EntityChanged', {PHONE_NUMBER: '+4940', CRM_ENTITY_ID: '0'});
      await element.updateComplete;
      expect(words(part(element, 'status'))).to.equal('');
    });

    it('does it by selection where the portal lets no frame write to the clipboard', async () => {
      const restore = replaceClipboard(() => Promise.reject(new Error('denied')));
      const copied: string[] = [];
      const restoreCommand = replaceExecCommand((command) => {
        const field = document.activeElement;
        if (field instanceof HTMLTextAreaElement) {
          copied.push(command, field.value.slice(field.selectionStart, field.selectionEnd));
        }
        return true;
      });
      const element = await showSummary((await connected('CALL_CARD')).controller);
      part(element, 'button')?.focus();
      const said = await copy(element);
      restore();
      restoreCommand();
      expect(said).to.equal('Copied');
      expect(copied).to.deep.equal(['copy', '+4930123456']);
      expect(document.querySelector('textarea'), 'nothing is left behind').to.equal(null);
      const isFocused = element.shadowRoot!.activeElement === part(element, 'button');
      expect(isFocused, 'the focus is where it was').to.equal(true);
    });

    it('says when it could not', async () => {
      const restore = replaceClipboard(() => Promise.reject(new Error('denied')));
      const restoreCommand = replaceExecCommand(() => false);
      const element = await showSummary((await connected('CALL_CARD')).controller);
      expect(await copy(element)).to.equal('Could not be copied');
      restore();
      restoreCommand();
    });
  });
});
