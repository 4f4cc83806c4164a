/** What the server writes into the page, and what the page reads of it. */
import {expect} from '@open-wc/testing';
import {readPlacement, type Placement} from '../../src/model/portal/placement.js';
import {callInPage} from '../../src/model/portal/page-context.js';
import {contextScript} from '../../src/server/context-script.js';
import {readPlacementRequest} from '../../src/server/placement-request.js';
import {CALL_OPTIONS} from '../support/fake-portal.js';

function callCard(options: object): Extract<Placement, {kind: 'call-card'}> {
  const {value} = readPlacement('CALL_CARD', {...CALL_OPTIONS, ...options});
  if (value.kind !== 'call-card') throw new Error('This is the placement of a call.');
  return value;
}

/** The text of the element, as an HTML parser finds it: up to the first end tag. */
function textIn(script: string): string {
  return /^<script [^>]*>([\s\S]*?)<\/script/i.exec(script)?.[1] ?? '';
}

/** A page with this element, as far as it is read. */
function pageWith(textContent: string | null) {
  return {
    querySelector: (selectors: string) =>
      selectors === 'script[data-call-card-context]' && textContent !== null ? {textContent} : null,
  };
}

const NAMES = [
  'Müller & Söhne',
  'Иванова',
  'شركة النور',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  '&amp;lt;b&amp;gt;',
  '&#39; &quot;',
  '\u2028\u2029"\\\n',
];

describe('contextScript', () => {
  for (const name of NAMES) {
    it(`has a call that the page reads as it was posted: ${JSON.stringify(name)}`, () => {
      const options = {LINE_NAME: name, PHONE_NUMBER: '+49 30 123456', URI: '/crm/?a=1&b=2'};
      const placement = callCard(options);
      const script = contextScript({placement});
      expect(callInPage(pageWith(textIn(script)))).to.deep.equal(placement.call);
      expect(textIn(script)).not.to.match(/[<>&\u2028\u2029]/);
      expect(script.match(/<\/?script/g)).to.have.length(2);
    });
  }

  for (const number of ['hidden', 'unknown']) {
    it(`tells of a number that is ${number}`, () => {
      const placement = callCard({PHONE_NUMBER: number, CRM_ENTITY_ID: '0', CRM_BINDINGS: []});
      const call = callInPage(pageWith(textIn(contextScript({placement}))));
      expect(call).to.deep.equal(placement.call);
    });
  }

  it('is data, with the nonce of the page if it has one', () => {
    const placement = callCard({});
    expect(contextScript({placement})).to.match(
      /^<script type="application\/json" data-call-card-context>\{.*\}<\/script>$/,
    );
    expect(contextScript({placement}, {nonce: 'q1/a+=='})).to.match(
      /^<script type="application\/json" data-call-card-context nonce="q1\/a\+==">\{/,
    );
    expect(contextScript({placement}, {nonce: '"><script>'})).to.include(
      'nonce="&#34;&#62;&#60;script&#62;">',
    );
  });

  it('has nothing else of the request', async () => {
    const {value} = await readPlacementRequest({
      DOMAIN: 'secret.example',
      APP_SID: 'secret-sid',
      AUTH_ID: 'secret-access',
      REFRESH_ID: 'secret-refresh',
      APPLICATION_TOKEN: 'secret-application',
      member_id: 'secret-member',
      PLACEMENT: 'CALL_CARD',
      PLACEMENT_OPTIONS: JSON.stringify({...CALL_OPTIONS, auth: 'secret-option', ID: 'secret-id'}),
    });
    const script = contextScript(value);
    expect(script).to.include('externalCall.1').and.not.include('secret');
  });

  it('has no call where there is none', () => {
    const placements = [
      readPlacement('CALL_CARD', {}).value,
      readPlacement('CRM_CONTACT_DETAIL_TAB', {ID: '17'}).value,
      readPlacement('CRM_CONTACT_DETAIL_TAB', {}).value,
      readPlacement('PAGE_BACKGROUND_WORKER', {}).value,
      readPlacement('DEFAULT', {}).value,
    ];
    for (const placement of placements) {
      const script = contextScript({placement});
      expect(callInPage(pageWith(textIn(script)))).to.equal(null);
      expect(JSON.parse(textIn(script))).to.include({placement: placement.code});
    }
    expect(contextScript({placement: placements[1]!})).to.include('"options":{"ID":17}');
  });
});

describe('callInPage', () => {
  for (const text of [null, '', 'x', 'null', '[]', '17', '{}', '{"placement":"CALL_CARD"}']) {
    it(`finds no call in ${JSON.stringify(text)}`, () => {
      expect(callInPage(pageWith(text))).to.equal(null);
    });
  }
});
