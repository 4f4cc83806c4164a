import {expect} from '@open-wc/testing';
import {CALL_CARD} from '../../../../src/simulator/portal/commands/placement-interface.js';
import {COMPANY, CONTACT, DEAL} from '../../../../src/model/entity/entity-type.js';
import {ManualClock, type SimulatedPortal} from '../../../../src/simulator/index.js';
import {openApp, portalsOfATest, type OpenedApp} from '../remote-app.js';

const CONTACT_17 = {typeId: CONTACT, id: 17};

describe('a tab in the simulated card', () => {
  const makePortal = portalsOfATest();
  let clock: ManualClock;
  let portal: SimulatedPortal;

  const openTab = (): Promise<OpenedApp> => openApp(portal, CALL_CARD);

  beforeEach(() => {
    clock = new ManualClock();
    portal = makePortal({clock});
    portal.startCall({phoneNumber: '+4930', entity: CONTACT_17});
  });

  it('is opened with the options of the call', async () => {
    const {app} = await openTab();
    const {PLACEMENT_OPTIONS} = (await app.ask('getInitData')) as {PLACEMENT_OPTIONS: object};
    expect(PLACEMENT_OPTIONS).to.include({PHONE_NUMBER: '+4930', CRM_ENTITY_ID: '17'});
  });

  it('reads the typed status', async () => {
    const {app} = await openTab();
    portal.bindRecord({typeId: DEAL, id: 25});
    expect(await app.ask('getStatus')).to.deep.include({
      CRM_ENTITY_ID: 17,
      CRM_BINDINGS: [{ENTITY_TYPE: 'DEAL', ENTITY_ID: 25}],
    });
  });

  it('hears of another client, once for every binding', async () => {
    const {app} = await openTab();
    const first = await app.bind('CallCard::EntityChanged');
    const second = await app.bind('CallCard::EntityChanged');
    portal.changeEntity({typeId: COMPANY, id: 5});
    await app.settle();
    const event = '{"PHONE_NUMBER":"+4930","CRM_ENTITY_TYPE":"COMPANY","CRM_ENTITY_ID":5}';
    expect(app.answersTo(first)).to.deep.equal([event]);
    expect(app.answersTo(second)).to.deep.equal([event]);
  });

  it('hears how far the conversation is, and only that', async () => {
    const {app} = await openTab();
    const bound = await app.bind('CallCard::CallStateChanged');
    portal.setCallProgress('connecting');
    portal.setCallProgress('connected');
    await app.settle();
    expect(app.answersTo(bound)).to.deep.equal(['"connecting"', '"connected"']);
  });

  it('is destroyed with the card', async () => {
    const {frame} = await openTab();
    expect(frame.element?.isConnected).to.equal(true);
    portal.endCall();
    expect(portal.card).to.equal(null);
    expect(frame.element === null).to.equal(true);
    expect(document.querySelector('iframe') === null).to.equal(true);
  });

  it('is not rendered any more when the card closed while its token was on the way', async () => {
    const opening = portal.openFrame({
      url: 'about:blank',
      placement: CALL_CARD,
      container: document.body,
    });
    portal.closeCard();
    expect((await opening).element === null).to.equal(true);
  });

  it('survives the next client of a campaign', async () => {
    const {app, frame} = await openTab();
    const bound = await app.bind('CallCard::EntityChanged');
    portal.nextClient({phoneNumber: '+4940', entity: null});
    await app.settle();
    expect(frame.element?.isConnected).to.equal(true);
    expect(app.answersTo(bound)).to.deep.equal([
      '{"PHONE_NUMBER":"+4940","CRM_ENTITY_TYPE":"","CRM_ENTITY_ID":0}',
    ]);
    expect(await app.ask('getStatus')).to.include({
      CALL_ID: portal.card?.call.callId,
      CALL_LIST_MODE: true,
      CALL_STATE: 'idle',
    });
  });

  it('survives the end of one call of a campaign', async () => {
    portal.startCall({campaign: true, progress: 'connected'});
    const {app} = await openTab();
    const bound = await app.bind('CallCard::CallStateChanged');
    portal.endCall();
    await app.settle();
    expect(app.answersTo(bound)).to.deep.equal(['"idle"']);
    expect(portal.card?.card.campaign).to.equal(true);
  });

  it('counts the time of each client of a campaign from its own start', () => {
    const start = {direction: 'outgoing', campaign: true, raisedByApp: false} as const;
    portal.startCall(start);
    portal.setCallProgress('connected');
    clock.advance(90_000);
    portal.endCall();
    expect(portal.card?.card.timer).to.deep.include({status: 'stopped', elapsed: 90_000});
    portal.nextClient({phoneNumber: '+4940', entity: null});
    expect(portal.card?.card.timer).to.deep.equal({status: 'hidden'});
    clock.advance(1000);
    portal.setCallProgress('connected');
    expect(portal.card?.card.timer).to.deep.equal({status: 'running', since: clock.now()});
  });

  describe('that holds the card', () => {
    it('keeps it for 65 seconds after the end', async () => {
      const {app} = await openTab();
      const bound = await app.bind('CallCard::BeforeClose');
      expect(await app.ask('disableAutoClose')).to.deep.equal([]);
      clock.advance(100_000);
      portal.endCall();
      await app.settle();
      expect(app.answersTo(bound)).to.deep.equal(['']);
      clock.advance(64_999);
      expect(portal.card).not.to.equal(null);
      clock.advance(1);
      expect(portal.card).to.equal(null);
    });

    it('renews the time with every call', async () => {
      const {app} = await openTab();
      await app.ask('disableAutoClose');
      portal.endCall();
      clock.advance(60_000);
      await app.ask('disableAutoClose');
      clock.advance(64_999);
      expect(portal.card).not.to.equal(null);
      clock.advance(1);
      expect(portal.card).to.equal(null);
    });

    it('lets it close at once', async () => {
      const {app} = await openTab();
      await app.ask('disableAutoClose');
      portal.endCall();
      app.send('enableAutoClose');
      await new Promise<void>((resolve) => {
        portal.subscribeCard((snapshot) => {
          if (snapshot === null) resolve();
        });
      });
      expect(portal.card).to.equal(null);
    });

    it('leaves an ordinary end alone after it let go', async () => {
      const {app} = await openTab();
      await app.ask('disableAutoClose');
      expect(await app.ask('enableAutoClose')).to.deep.equal([]);
      expect(portal.card).not.to.equal(null);
      portal.endCall();
      expect(portal.card).to.equal(null);
    });

    it('does not close the next card with the time of the last one', async () => {
      const {app} = await openTab();
      await app.ask('disableAutoClose');
      portal.endCall();
      const {callId} = portal.startCall();
      clock.advance(70_000);
      expect(portal.card?.call.callId).to.equal(callId);
    });
  });

  it('finds its names only once the portal has registered them', async () => {
    const {app, frame} = await openApp(portal, CALL_CARD, {interface: 'late'});
    expect(await app.ask('getInterface')).to.deep.equal({command: [], event: []});
    const early = await app.bind('CallCard::EntityChanged');
    expect(await app.allAnswers('getStatus')).to.deep.equal([]);
    frame.registerInterface();
    const late = await app.bind('CallCard::EntityChanged');
    portal.changeEntity(null);
    await app.settle();
    expect(app.answersTo(early)).to.deep.equal([]);
    expect(app.answersTo(late)).to.have.lengthOf(1);
  });
});

describe("the portal's own call", () => {
  const makePortal = portalsOfATest();

  it('is moved by the portal alone', () => {
    const portal = makePortal();
    portal.startCall({raisedByApp: false});
    expect(portal.card?.card.uiState).to.equal('incoming');
    portal.click({name: 'answer'});
    expect(portal.card?.call.progress).to.equal('connected');
    expect(portal.card?.card).to.deep.include({uiState: 'connected', muted: false});
    portal.click({name: 'mute', muted: true});
    expect(portal.card?.card.muted).to.equal(true);
    portal.click({name: 'hang-up'});
    expect(portal.card).to.equal(null);
  });

  it('goes out when the operator calls', () => {
    const portal = makePortal();
    portal.startCall({raisedByApp: false, direction: 'outgoing', progress: 'idle'});
    expect(portal.card?.card.uiState).to.equal('outgoing');
    portal.click({name: 'make-call'});
    expect(portal.card?.card.uiState).to.equal('connectingOutgoing');
    portal.setCallProgress('connected');
    portal.click({name: 'hold', held: true});
    expect(portal.card?.card).to.include({uiState: 'connected', held: true});
  });
});
