/** The call is on screen before the portal has answered: the server has written it into the page. */
import {expect, fixture, html} from '@open-wc/testing';
import {CallCardContextElement} from '../../../src/components/call-card-context/call-card-context.js';
import {CallSummaryElement} from '../../../src/components/call-summary/call-summary.js';
import {CrmEntityPanelElement} from '../../../src/components/crm-entity-panel/crm-entity-panel.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {readPlacement} from '../../../src/model/portal/placement.js';
import type {PortalSession} from '../../../src/model/portal/session.js';
import {contextScript} from '../../../src/server/context-script.js';
import {CALL_OPTIONS, Deferred, fakeSession} from '../../support/fake-portal.js';
import {unconnected, type Connected} from '../shared/page.js';

customElements.define('call-card-context', CallCardContextElement);
customElements.define('call-summary', CallSummaryElement);
customElements.define('crm-entity-panel', CrmEntityPanelElement);

const POSTED = {...CALL_OPTIONS, PHONE_NUMBER: '0301234', LINE_NAME: 'Bonn </script>'};

describe('<call-card-context> on a page with a context script', () => {
  let place: HTMLElement;
  let connection: Deferred<PortalSession>;
  let page: Connected;

  const write = (placement: string, options: object): void => {
    place.innerHTML = contextScript({placement: readPlacement(placement, options).value});
  };
  const show = async (): Promise<readonly [CallSummaryElement, CrmEntityPanelElement]> => {
    const context = await fixture<CallCardContextElement>(html`
      <call-card-context .controller=${page.controller}>
        <call-summary></call-summary>
        <crm-entity-panel></crm-entity-panel>
      </call-card-context>
    `);
    const elements = [
      context.querySelector('call-summary')!,
      context.querySelector('crm-entity-panel')!,
    ] as const;
    await Promise.all(elements.map((element) => element.updateComplete));
    return elements;
  };
  const words = ({renderRoot}: CallSummaryElement): string =>
    renderRoot.querySelector('.call, .note')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  beforeEach(() => {
    place = document.createElement('div');
    document.head.append(place);
    page = unconnected('CALL_CARD', {...CALL_OPTIONS, PHONE_NUMBER: '0305678'});
    connection = new Deferred();
    page.portal.connection = () => connection.promise;
  });
  afterEach(() => {
    place.remove();
    page.controller.dispose();
  });

  it('shows the call while the portal is silent, then what the portal says', async () => {
    write('CALL_CARD', POSTED);
    const started = page.controller.start();
    const [summary] = await show();
    expect(words(summary)).to.include('0301234').and.include('Line Bonn </script>');
    await expect(summary).to.be.accessible();
    connection.resolve(page.portal.session);
    await started;
    await summary.updateComplete;
    expect(words(summary)).to.include('0305678').and.include('Line Berlin');
    expect(words(summary)).not.to.include('0301234');
  });

  it('says that it connects beside a placement without a call, and where nothing was written', async () => {
    for (const fill of [
      () => write('CALL_CARD', {}),
      () => write('CRM_CONTACT_DETAIL_TAB', {ID: '17'}),
      () => (place.innerHTML = '<script type="application/json" data-call-card-context>{</script>'),
      () => (place.innerHTML = ''),
    ]) {
      fill();
      const [summary] = await show();
      expect(words(summary)).to.match(/^Connecting/);
    }
  });

  it('shows nothing of it once the portal has told that there is no call', async () => {
    write('CALL_CARD', POSTED);
    const [summary] = await show();
    connection.resolve(fakeSession('PAGE_BACKGROUND_WORKER', []));
    await page.controller.start();
    await summary.updateComplete;
    expect(words(summary)).to.equal('There is no call.');
    page.controller.dispose();
    await summary.updateComplete;
    expect(words(summary)).to.match(/^Connecting/);
  });

  it('shows nothing of it when the portal can’t be reached, nor while it is asked again', async () => {
    write('CALL_CARD', POSTED);
    const [summary] = await show();
    connection.reject(new CallCardError('timeout', 'Silence.'));
    await page.controller.start();
    await summary.updateComplete;
    expect(words(summary)).not.to.include('0301234');
    page.portal.connection = () => new Deferred<PortalSession>().promise;
    void page.controller.start();
    await summary.updateComplete;
    expect(words(summary)).to.match(/^Connecting/);
  });

  it('gives way to an event of the card that comes before the portal’s answer', async () => {
    write('CALL_CARD', POSTED);
    void page.controller.start();
    const [summary] = await show();
    expect(words(summary)).to.include('0301234');
    const call = {...CALL_OPTIONS, PHONE_NUMBER: '0309999'};
    page.portal.emit('BackgroundCallCard::initialized', call);
    await summary.updateComplete;
    expect(words(summary)).to.include('0309999').and.not.include('0301234');
  });

  it('is no call to which an action of the operator belongs', async () => {
    write('CALL_CARD', POSTED);
    await show();
    const heard: unknown[] = [];
    page.controller.onAction(({callId}) => heard.push(callId));
    await page.controller.requestAction({name: 'answer'});
    expect(heard).to.deep.equal([null]);
    expect(page.controller.snapshot.call).to.equal(null);
  });

  it('waits with the request for the record until the portal has answered', async () => {
    write('CALL_CARD', POSTED);
    void page.controller.start();
    const [, panel] = await show();
    expect(panel.renderRoot.querySelector('[part=skeleton]')).not.to.equal(null);
    expect(page.portal.batches).to.deep.equal([]);
    expect(page.portal.requests).to.deep.equal([]);
  });
});
