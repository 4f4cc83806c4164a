/** A note on its whole way: from the operator's fingers into the timeline, whatever goes wrong. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import {PortalBackend} from '../../src/simulator/backend-client.js';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import {nextPort, pageOf, portalsOfATest} from '../simulator/portal/remote-app.js';
import {forgetStorage} from '../support/forget-storage.js';
import {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

const KLAUS = {typeId: CONTACT, id: 17};
const TEXT = 'Wants a second dispenser.\nUse [b]stairs[/b].';

describe('a note about a call', function () {
  this.timeout(60_000);
  const makePortal = portalsOfATest();
  let backend: PortalBackend;
  let portal: SimulatedPortal;

  const openNotes = async (): Promise<ProbedPage> => {
    const ports = nextPort();
    await portal.openFrame({
      url: pageOf('notes-widget.html'),
      placement: 'CALL_CARD',
      container: document.body,
    });
    return readyPage((await ports).port);
  };
  const readyPage = async (port: MessagePort): Promise<ProbedPage> => {
    const page = new ProbedPage(port);
    await page.shows('Note about the call');
    return page;
  };
  const reload = async (): Promise<ProbedPage> => {
    const ports = nextPort();
    // As some portals do it when the operator switches between tabs.
    await portal.frames[0]?.reload();
    return readyPage((await ports).port);
  };
  const held = (page: ProbedPage): Promise<void> =>
    waitUntil(() => page.do('isHeld').then(Boolean), 'the card should be held', {timeout: 20_000});
  const commentsOfKlaus = async (): Promise<string[]> =>
    (await backend.timelineComments())
      .filter(({entityTypeId, entityId}) => entityTypeId === CONTACT && entityId === 17)
      .map(({comment}) => comment);

  beforeEach(async () => {
    await forgetStorage();
    backend = await PortalBackend.create();
    portal = makePortal({backend});
    portal.startCall({phoneNumber: '+4930123456', entity: KLAUS});
  });
  afterEach(() => backend.dispose());

  it('survives a reload, keeps the card open, and is in the timeline before the card closes', async () => {
    const before = await openNotes();
    await before.do('choose', 'call-back');
    await before.do('type', TEXT);
    await before.shows('Not saved yet. The text is kept in this tab.');
    await held(before);

    const page = await reload();
    expect(await page.do('typed')).to.equal(TEXT);
    await page.shows('Not saved yet.');
    await held(page);
    portal.endCall();
    expect(portal.card, 'the card stays for the note').not.to.equal(null);
    expect(await commentsOfKlaus()).to.deep.equal([]);

    await page.do('press', {label: 'Save'});
    await waitUntil(() => portal.card === null, 'the card should close', {timeout: 20_000});
    const comments = await commentsOfKlaus();
    expect(comments).to.have.length(1);
    expect(comments[0]?.replaceAll('\u200B', '')).to.equal(`Call back\n${TEXT}`);
    expect(comments[0], 'no BBCode').not.to.include('[b]');
  });

  it('is not lost while REST is down: the operator is told, and it is saved when REST is back', async () => {
    await backend.addFault({kind: 'drop'});
    const before = await openNotes();
    await before.do('type', TEXT);
    await before.do('press', {label: 'Save'});
    await before.shows('Not saved yet: there is no connection.');
    expect(await before.do('typed')).to.equal(TEXT);

    const page = await reload();
    expect(await page.do('typed')).to.equal(TEXT);
    await page.shows('Not saved yet. The text is kept in this tab.');
    await held(page);
    portal.endCall();
    expect(portal.card).not.to.equal(null);
    await page.do('press', {label: 'Save'});
    await page.shows('Not saved yet: there is no connection.');
    await backend.clearFaults();
    await page.do('press', {label: 'Try now'});
    await waitUntil(() => portal.card === null, 'the card should close', {timeout: 20_000});
    expect(await commentsOfKlaus()).to.have.length(1);
  });

  it('is there once when the answer to it was lost', async () => {
    const page = await openNotes();
    await page.do('type', 'Once');
    // The page goes while the comment is being added; then even looking for it fails once.
    await backend.addFault({kind: 'hold', key: 'answer', method: 'crm.timeline.comment.add'});
    await page.do('press', {label: 'Save'});
    await backend.held('answer');
    await backend.addFault({kind: 'html', method: 'crm.timeline.comment.list', times: 1});
    const again = await reload();
    await backend.release('answer');
    await waitUntil(async () => (await commentsOfKlaus()).length === 1, 'it should be added', {
      timeout: 20_000,
    });
    await again.shows('It may be saved already');
    await again.do('press', {label: 'Save'});
    await again.shows('Saved at');
    expect(await commentsOfKlaus()).to.deep.equal(['Once']);
    expect(await again.do('uncaught')).to.deep.equal([]);
  });

  it('says why it is refused, and is still in the field', async () => {
    await backend.denyRecord(CONTACT, 17, 6);
    const page = await openNotes();
    await page.do('type', TEXT);
    await page.do('press', {label: 'Save'});
    await page.shows('Not saved. You may not write into the timeline of this record.');
    expect(await page.do('typed')).to.equal(TEXT);
    expect(await page.do('uncaught')).to.deep.equal([]);
  });
});
