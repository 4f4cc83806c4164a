/** Messages of everybody who is not the portal's window: read by nobody, counted, and without effect. */
import {expect} from '@open-wc/testing';
import {COMPANY, CONTACT} from '../../src/model/entity/entity-type.js';
import {asObject, type JsonObject} from '../../src/model/parse/reading.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {openInFrame} from '../../src/simulator/portal/page/child-page.js';
import {messagePosterOf} from '../../src/simulator/portal/frames/post-as-window.js';
import {APP_ORIGIN, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';
import {waitUntil} from '../support/wait-until.js';

const SPEAKER = `${APP_ORIGIN}/test/security/pages/speaker.html`;
const COMPANY_5 = {typeId: COMPANY, id: 5};
const KLAUS = {typeId: CONTACT, id: 17};
const PATIENT = {timeout: 20_000};
/** Deeper than any parser or writer that calls itself can go. */
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** Says a text to a frame, as the window that it is. */
type Say = (frame: PortalFrame, text: string) => Promise<void> | void;

describe('a message to a frame of the app', function () {
  this.timeout(90_000);
  const makePortal = portalsOfATest();
  const remains: (() => void)[] = [];
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let pages: ProbedPages;
  let frame: PortalFrame;
  let widget: ProbedPage;

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend});
    pages = new ProbedPages();
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
    frame = await portal.openFrame({url: pageOf('widget.html'), placement: 'CALL_CARD'});
    widget = await pages.of(frame);
    await widget.shows('Klaus Weber', 'crm-entity-panel');
    await portal.whenBound(frame, 'CallCard::EntityChanged');
  });
  afterEach(async () => {
    for (const remove of remains.splice(0)) remove();
    pages.dispose();
    await backend.dispose();
  });

  const count = async (name: string): Promise<number> =>
    Number(asObject(await widget.do('diagnostics'))?.[name]);
  const entity = async (): Promise<unknown> => {
    const snapshot = asObject(await widget.do('snapshot'));
    return asObject(snapshot?.['call'])?.['entity'];
  };
  /** What the portal itself would say when another record becomes the card's own. */
  const changeOfEntity = (value: JsonObject | string): string => {
    const [callback = ''] = frame.callbacksFor('CallCard::EntityChanged');
    return `${callback}:${typeof value === 'string' ? value : JSON.stringify(value)}`;
  };
  const toTheCompany = {
    PHONE_NUMBER: '+49301',
    CRM_ENTITY_TYPE: 'COMPANY',
    CRM_ENTITY_ID: 5,
  };

  const becomesTheCompany = (): Promise<void> =>
    waitUntil(
      async () => asObject(await entity())?.['typeId'] === COMPANY,
      'the card should be about the company',
      PATIENT,
    );

  const besideIt = async (sandbox: string | null): Promise<Say> => {
    const beside = document.createElement('iframe');
    if (sandbox !== null) beside.setAttribute('sandbox', sandbox);
    beside.srcdoc = `<script>
      addEventListener('message', ({data, ports: [port]}) => {
        parent.frames[data.index].postMessage(data.text, '*');
        port.postMessage('said');
      });
    </script>`;
    const loaded = new Promise((resolve) => beside.addEventListener('load', resolve));
    document.body.append(beside);
    remains.push(() => beside.remove());
    await loaded;
    return ({element}, text) =>
      new Promise((resolve) => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve();
        beside.contentWindow?.postMessage({index: indexOf(element), text}, '*', [port2]);
      });
  };

  const SPEAKERS: Readonly<Record<string, () => Promise<Say>>> = {
    'a frame of another origin beside it': () => besideIt('allow-scripts'),
    'a frame of the portal’s own origin beside it': () => besideIt(null),
    'a frame of the app’s own origin beside it': async () => {
      const beside = await portal.openFrame({url: SPEAKER, placement: 'CALL_CARD'});
      const speaker = await pages.of(beside);
      return async ({element}, text) => {
        await speaker.do('tell', {index: indexOf(element), text});
      };
    },
    'a frame inside it': () =>
      Promise.resolve(async (_frame: PortalFrame, text: string) => {
        await widget.do('sayFromInside', text);
      }),
    'a page of the portal’s origin that holds neither': async () => {
      const page = await openInFrame(document.body, 'elsewhere');
      remains.push(() => page.remove());
      const postMessage = messagePosterOf(page.document);
      return ({element}, text) => {
        if (element?.contentWindow) postMessage(element.contentWindow, text, '*');
      };
    },
  };

  for (const [who, meet] of Object.entries(SPEAKERS)) {
    it(`changes nothing and is counted when ${who} says it`, async () => {
      const say = await meet();
      const before = await count('foreignMessages');
      const messages = [
        changeOfEntity(toTheCompany),
        changeOfEntity(DEEP),
        changeOfEntity(`"${'x'.repeat(8_000_000)}"`),
        'no message of any protocol',
      ];
      for (const message of messages) await say(frame, message);
      const told = async (): Promise<boolean> =>
        (await count('foreignMessages')) === before + messages.length;
      await waitUntil(told, 'each should be counted once', PATIENT);
      expect(await entity()).to.deep.equal(KLAUS);
      expect(await count('events')).to.equal(0);
      expect(await count('malformedMessages')).to.equal(0);
      expect(await widget.do('uncaught')).to.deep.equal([]);
    });
  }

  it('changes the record when the portal says the same', async () => {
    portal.changeEntity(COMPANY_5);
    await becomesTheCompany();
  });

  it('is survived when the portal itself says what nobody can read', async () => {
    const texts = [DEEP, `{"CRM_ENTITY_ID":${DEEP}}`, `"${'x'.repeat(8_000_000)}"`, '{', ''];
    for (const text of texts) frame.postMessage(changeOfEntity(text), APP_ORIGIN);
    portal.changeEntity(COMPANY_5);
    await becomesTheCompany();
    expect(await widget.do('uncaught')).to.deep.equal([]);
    const seen = (await count('unreadableValues')) + (await count('malformedMessages'));
    expect(seen).to.be.greaterThan(texts.length - 2);
  });
});

/** Which of this window's frames it is: for those who see no elements, only windows. */
function indexOf(element: HTMLIFrameElement | null): number {
  for (let index = 0; index < window.length; index += 1) {
    if (window[index] === element?.contentWindow) return index;
  }
  throw new Error('The frame is not in this page.');
}
