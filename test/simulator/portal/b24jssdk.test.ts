import {expect} from '@open-wc/testing';
import {asObject, asText} from '../../../src/model/parse/reading.js';
import {COMPANY, CONTACT} from '../../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../../src/simulator/backend-client.js';
import {ManualClock, type PortalFrame, type SimulatedPortal} from '../../../src/simulator/index.js';
import {
  CALL_CARD,
  PAGE_BACKGROUND_WORKER,
} from '../../../src/simulator/portal/commands/placement-interface.js';
import {nextPort, pageOf, portalsOfATest} from './remote-app.js';

/** The test's end of the page that uses the library. */
class LibraryPage {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (answer: Readonly<Record<string, unknown>>) => void>();
  readonly #events: unknown[] = [];
  #eventArrived = (): void => undefined;
  #tasks = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
      const message = asObject(data) ?? {};
      const id = message['id'];
      if (typeof id === 'number') this.#waiting.get(id)?.(message);
      else {
        this.#events.push(message);
        this.#eventArrived();
      }
    });
    port.start();
  }

  async do(task: string, name = '', parameters: object = {}): Promise<unknown> {
    const id = (this.#tasks += 1);
    const answer = await new Promise<Readonly<Record<string, unknown>>>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#port.postMessage({id, task, name, parameters});
    });
    if (answer['error'] !== undefined) throw new Error(asText(answer['error']));
    return answer['value'];
  }

  async nextEvent(): Promise<unknown> {
    while (this.#events.length === 0) {
      await new Promise<void>((resolve) => {
        this.#eventArrived = resolve;
      });
    }
    return this.#events.shift();
  }
}

describe('b24jssdk, unchanged, in the simulated portal', () => {
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  /** The frame that was opened last. */
  let frame: PortalFrame;

  const open = async (placement: string): Promise<LibraryPage> => {
    const ports = nextPort();
    frame = await portal.openFrame({
      url: pageOf('protocol-b24jssdk.html'),
      placement,
      container: document.body,
    });
    return new LibraryPage((await ports).port);
  };

  const bind = async (page: LibraryPage, event: string): Promise<void> => {
    await page.do('bind', event);
    await portal.whenBound(frame, event);
  };

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend, language: 'de', isAdmin: false, clock: new ManualClock()});
    portal.startCall({
      phoneNumber: '+4930123456',
      entity: {typeId: CONTACT, id: 17},
      lineName: 'Berlin',
    });
  });

  afterEach(() => backend.dispose());

  it('connects and learns where it is', async () => {
    const page = await open(CALL_CARD);
    const described = asObject(await page.do('describe'));
    expect(described).to.include({placement: CALL_CARD, language: 'de', isAdmin: false});
    expect(described?.['options']).to.include({CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: '17'});
  });

  it('commands the card', async () => {
    const tab = await open(CALL_CARD);
    expect(await tab.do('call', 'getStatus')).to.include({CRM_ENTITY_ID: 17, LINE_NAME: 'Berlin'});
    expect(await tab.do('getInterface')).to.have.keys('command', 'event');
    const worker = await open(PAGE_BACKGROUND_WORKER);
    const incoming = {uiState: 'incoming'};
    expect(await worker.do('call', 'CallCardSetUiState', incoming)).to.deep.equal([]);
    expect(portal.card?.card.uiState).to.equal('incoming');
  });

  it('hears events', async () => {
    const page = await open(CALL_CARD);
    await bind(page, 'CallCard::EntityChanged');
    // The library swallows the first event after `bindEvent`; the second one reaches the app.
    portal.changeEntity({typeId: CONTACT, id: 18});
    portal.changeEntity({typeId: CONTACT, id: 18});
    expect(await page.nextEvent()).to.deep.equal({
      event: 'CallCard::EntityChanged',
      value: {PHONE_NUMBER: '+4930123456', CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: 18},
    });
  });

  it('gets nothing for an event without data but an empty text', async () => {
    const page = await open(CALL_CARD);
    await bind(page, 'CallCard::BeforeClose');
    portal.sendBeforeClose();
    portal.sendBeforeClose();
    expect(await page.nextEvent()).to.deep.equal({event: 'CallCard::BeforeClose', value: ''});
  });

  it('calls REST, alone and in a batch', async () => {
    const page = await open(CALL_CARD);
    const contact = {method: 'crm.item.get', params: {entityTypeId: CONTACT, id: 17}};
    const answer = asObject(await page.do('rest', contact.method, contact.params));
    expect(asObject(answer?.['item'])).to.include({id: 17, lastName: 'Weber'});
    const company = {method: 'crm.item.get', params: {entityTypeId: COMPANY, id: 5}};
    const batch = asObject(await page.do('batch', '', {contact, company}));
    expect(asObject(asObject(batch?.['contact'])?.['item'])).to.include({lastName: 'Weber'});
    expect(asObject(asObject(batch?.['company'])?.['item'])).to.include({title: 'Müller GmbH'});
  });

  it('renews an expired token through the portal', async () => {
    const page = await open(CALL_CARD);
    await page.do('describe');
    await backend.expireTokens();
    const parameters = {entityTypeId: CONTACT, id: 17};
    const answer = asObject(await page.do('rest', 'crm.item.get', parameters));
    expect(asObject(answer?.['item'])).to.include({id: 17});
    expect(portal.timeline.entries.map(({about}) => about)).to.include('refreshAuth');
  });

  it('opens a page of the portal in a slider', async () => {
    const page = await open(CALL_CARD);
    await page.do('describe');
    const opened = new Promise<void>((resolve) => {
      portal.timeline.subscribe(({about}) => {
        if (about === 'openPath') resolve();
      });
    });
    const closed = page.do('openPath', '/crm/contact/details/17/');
    await opened;
    const slider = document.querySelector('dialog');
    expect(slider?.textContent).to.contain('/crm/contact/details/17/');
    slider?.querySelector('button')?.click();
    expect(await closed).to.deep.equal({isOpenAtNewWindow: false, isClose: true});
  });
});
