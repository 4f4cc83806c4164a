/** Hostile texts from everybody who can give the kit one: portal, operator's call, integrator, frames. */
import {expect} from '@open-wc/testing';
import type {OpenCard} from '../../src/model/card/card.js';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {writeHubMessage, type HubMessage} from '../../src/model/hub/hub-message.js';
import {asObject, asText} from '../../src/model/parse/reading.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {PortalFrame, SimulatedPortal} from '../../src/simulator/index.js';
import {
  HOSTILE_ADDRESSES,
  HOSTILE_TEXTS,
} from '../../src/simulator/rest/seed/hostile/hostile-texts.js';
import {APP_ORIGIN, portalsOfATest} from '../simulator/portal/remote-app.js';
import {heard, NOTHING_FOUND, plain} from '../support/interpretation.js';
import type {ProbedPage} from '../support/probed-page.js';
import {ProbedPages} from '../support/probed-pages.js';
import {waitUntil} from '../support/wait-until.js';

const PAGES = `${APP_ORIGIN}/test/security/pages`;
const KLAUS = {typeId: CONTACT, id: 17};
const PATIENT = {timeout: 20_000};
const TEXTS = [...HOSTILE_TEXTS, ...HOSTILE_ADDRESSES];

/** All of them, so many at a time. */
function inGroupsOf(size: number): readonly (readonly string[])[] {
  const starts = TEXTS.flatMap((_, index) => (index % size === 0 ? [index] : []));
  return starts.map((start) => TEXTS.slice(start, start + size));
}

describe('a hostile text', function () {
  this.timeout(90_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;
  let pages: ProbedPages;
  let frame: PortalFrame;
  let widget: ProbedPage;

  beforeEach(async () => {
    backend = await PortalBackend.create();
    portal = makePortal({backend});
    pages = new ProbedPages();
    await heard();
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS, campaign: true});
    frame = await portal.openFrame({url: `${PAGES}/texts-widget.html`, placement: 'CALL_CARD'});
    widget = await pages.of(frame);
    await shows('Klaus Weber');
  });
  afterEach(async () => {
    pages.dispose();
    await backend.dispose();
  });

  const words = async (): Promise<string> => plain(asText(await widget.do('words')) ?? '');
  const shows = (text: string): Promise<void> =>
    waitUntil(async () => (await words()).includes(plain(text)), `it should show ${text}`, PATIENT);

  /** Nothing in the page is more than a text, no request was made, and links stay where they belong. */
  const expectOnlyTexts = async (message: string, ownErrors = false): Promise<void> => {
    const found = asObject(await widget.do('findings')) ?? {};
    const expected = ownErrors ? {...NOTHING_FOUND, uncaught: found['uncaught']} : NOTHING_FOUND;
    expect(found, message).to.deep.equal(expected);
    const links = (await widget.do('portalLinks')) as readonly string[];
    const astray = links.filter((link) => !link.startsWith(`${location.origin}/`));
    expect(astray, message).to.deep.equal([]);
  };
  const expectSilence = async (): Promise<void> => {
    expect(await heard()).to.deep.equal([]);
  };

  it('in the options of a placement stays a text', async () => {
    for (const [index, texts] of inGroupsOf(3).entries()) {
      const [phoneNumber = '', name = '', lineNumber = ''] = texts;
      const lineName = `${index} ${name}`;
      portal.nextClient({phoneNumber, lineName, lineNumber, callId: name, entity: KLAUS});
      await waitUntil(
        async () => {
          const call = asObject(asObject(await widget.do('snapshot'))?.['call']);
          const line = asObject(call?.['line']);
          return asText(line?.['name'])?.startsWith(`${index} `);
        },
        `the line should be ${lineName}`,
        PATIENT,
      );
      await expectOnlyTexts(texts.join());
    }
    await expectSilence();
  });

  it('in the address, the type and the words of a placement stays a text', async () => {
    const status = {CRM_ENTITY_TYPE: 'CONTACT', CRM_ENTITY_ID: '17'};
    for (const URI of [
      ...HOSTILE_ADDRESSES,
      '.evil.example/',
      '@evil.example/',
      '//evil.example',
    ]) {
      const options = {
        ...status,
        ...{CALL_ID: URI, URI, CALL_DIRECTION: URI, CALL_STATE: URI, CALL_LIST_MODE: URI},
        CRM_BINDINGS: [{ENTITY_TYPE: URI, ENTITY_ID: URI}, status],
      };
      frame.close();
      frame = await portal.openFrame({
        url: `${PAGES}/texts-widget.html`,
        placement: 'CALL_CARD',
        options,
      });
      widget = await pages.of(frame);
      await shows('Klaus Weber');
      await expectOnlyTexts(URI);
    }
    await expectSilence();
  });

  it('in an error stays a text', async () => {
    for (const [index, [code = '', description = '']] of inGroupsOf(2).entries()) {
      await backend.addFault({kind: 'error', code, description});
      await widget.do('reload');
      const isTold = async (): Promise<boolean> => Number(await widget.do('refusals')) > index;
      await waitUntil(isTold, `${code} should be told`, PATIENT);
      await expectOnlyTexts(code + description);
      await backend.clearFaults();
    }
    await expectSilence();
  });

  it('in an attribute, a property, a formatter or a word of the page stays a text', async () => {
    let formatted = '';
    for (const texts of inGroupsOf(7)) {
      for (const task of ['setAttributes', 'setProperties', 'restore', 'say']) {
        await widget.do(task, texts);
        await expectOnlyTexts(`${task} ${texts.join()}`, true);
      }
    }
    for (const text of TEXTS) {
      const {words: shown, findings} = asObject(await widget.do('format', text)) ?? {};
      expect(findings, text).to.deep.equal([]);
      formatted += plain(asText(shown) ?? '');
    }
    const shown = TEXTS.filter((text) => formatted.includes(plain(text)));
    expect(shown.length).to.be.greaterThan(TEXTS.length - 3);
    await expectSilence();
  });

  it('of another frame stays a text', async () => {
    const hub = `call-card-kit ${backend.memberId}`;
    const speaker = await pages.of(
      await portal.openFrame({url: `${PAGES}/speaker.html`, placement: 'CALL_CARD'}),
    );
    let number = 0;
    const say = async (message: HubMessage): Promise<void> => {
      number += 1;
      const text = writeHubMessage(hub, {from: 'stranger', number, to: null, message});
      await speaker.do('broadcast', {channel: hub, text});
    };
    const role = {
      role: 'worker',
      callId: null,
      client: null,
      commands: [],
      rank: 'none',
      handles: [],
      liveness: 'locks',
      throttled: false,
    } as const;
    // Who says hello before is heard by nobody.
    await widget.joins();
    // Whoever holds no lock of its own is taken for gone.
    await speaker.do('hold', `${hub} frame stranger`);
    await say({kind: 'hello', frame: {...role, id: 'stranger', since: 1}});
    const {call} = asObject(await widget.do('snapshot')) ?? {};
    for (const [index, [text = '', statusText = '']] of inGroupsOf(2).entries()) {
      const title = `${index} ${text}`;
      const card: OpenCard = {
        status: 'open',
        uiState: {certainty: 'confirmed', value: 'connected'},
        title,
        statusText,
        muted: true,
        held: true,
        timer: {status: 'hidden'},
        conversation: 'begun',
      };
      await say({kind: 'call', call: {call: call as never, card, opening: 1}});
      await waitUntil(
        async () => {
          const shown = asObject(asObject(await widget.do('snapshot'))?.['card']);
          return asText(shown?.['title'])?.startsWith(`${index} `);
        },
        `the card should have the title ${title}`,
        PATIENT,
      );
      await expectOnlyTexts(text);
      await say({kind: 'have', key: text, data: {answers: text}});
    }
    await expectSilence();
  });

  it('would be found where it was more than a text', async () => {
    const text = '<img canary src="/simulator/canary/sing?proof" onerror="canarySang=true">';
    await widget.do('interpret', text);
    const found = asObject(await widget.do('findings')) ?? {};
    for (const kind of ['elements', 'handlers']) expect(found[kind]).not.to.be.empty;
  });
});
