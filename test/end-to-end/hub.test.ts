/** One call in all frames of an app: the tab's controls, the worker's commands, two portal tabs. */
import {expect} from '@open-wc/testing';
import {asObject} from '../../src/model/parse/reading.js';
import type {Denial, SimulatedPortal} from '../../src/simulator/index.js';
import {isChromium} from '../support/engine.js';
import {
  actionsIn,
  BUTTONS,
  CONTROLS,
  heardActions,
  hubStages,
  snapshotOf,
  until,
  type HubStage,
} from '../support/hub-stage.js';
import type {ProbedPage} from '../support/probed-page.js';
import {waitUntil} from '../support/wait-until.js';

type World = readonly [words: string, deny: readonly Denial[], how: object];

const ALL_WORLDS: readonly World[] = [
  ['with everything allowed', [], {reach: 'channel', liveness: 'locks'}],
  ['without BroadcastChannel', ['broadcast-channel'], {reach: 'siblings', liveness: 'heartbeat'}],
  ['without locks', ['locks'], {reach: 'channel', liveness: 'heartbeat'}],
  [
    'without third-party storage',
    ['storage', 'broadcast-channel', 'locks'],
    {reach: 'siblings', liveness: 'heartbeat'},
  ],
];
/** An engine's own are its channel and its locks, or what is left without both. */
const WORLDS = ALL_WORLDS.filter(([, {length}]) => isChromium || length !== 1);
const WITH_STORAGE = WORLDS.filter(([, deny]) => !deny.includes('storage'));

for (const [words, deny, how] of WORLDS) {
  describe(`the controls in the tab, ${words}`, function () {
    this.timeout(60_000);
    const makeStage = hubStages();

    it('take a call from ringing to its end, through the worker', async () => {
      const stage = makeStage({deny});
      const {portal} = stage;
      const worker = await stage.worker();
      await stage.ring(worker);
      const widget = await stage.widget();
      await widget.shows('Answer', CONTROLS);
      await widget.joins(1);
      expect((await snapshotOf(widget))['hub']).to.include(how);

      await widget.press('Answer', CONTROLS);
      await widget.shows(/\bMute\b/, ...BUTTONS);
      await shows(portal, {uiState: 'connected', muted: false, held: false});
      await widget.press('Mute', ...BUTTONS);
      await shows(portal, {muted: true});
      await widget.press('Hold', ...BUTTONS);
      await shows(portal, {held: true});
      await until(widget, 'be muted and held', ({card}) => {
        const {muted, held} = asObject(card) ?? {};
        return muted === true && held === true;
      });
      await widget.press('Transfer', CONTROLS);
      await widget.shows('Colleague or phone number', CONTROLS);
      await widget.do('fill', {path: [CONTROLS, '#target'], value: '101'});
      await widget.press('Start transfer', CONTROLS);
      await widget.shows('Complete transfer', CONTROLS);
      await widget.press('Complete transfer', CONTROLS);
      await shows(portal, {uiState: 'transferConnected'});
      await widget.shows(/^(?!.*Complete transfer)(?=.*Hang up)/, CONTROLS);
      expect(await widget.do('uncaught')).to.deep.equal([]);
      await widget.press('Hang up', CONTROLS);
      await waitUntil(() => portal.card === null, 'the card should close', {timeout: 15_000});
      await heardActions(worker, [
        'answer',
        'mute',
        'hold',
        'transfer',
        'complete-transfer',
        'hang-up',
      ]);
      expect(actionsIn(worker).some(({interrupted}) => interrupted === true)).to.equal(false);
    });
  });
}

describe('a worker that vanishes in mid-call', function () {
  this.timeout(60_000);
  const makeStage = hubStages();
  const canHangUp = (widget: ProbedPage): Promise<void> =>
    waitUntil(
      async () => {
        const pressable = await widget.do('pressable', BUTTONS);
        return Array.isArray(pressable) && pressable.includes('Hang up');
      },
      'it should be possible to hang up',
      {timeout: 15_000},
    );

  for (const [words, deny] of WITH_STORAGE) {
    it(`leaves no button that can be pressed, until one is there again, ${words}`, async () => {
      const stage = makeStage({deny});
      const {portal} = stage;
      const worker = await stage.worker();
      await stage.ring(worker);
      const widget = await stage.widget();
      await widget.shows('Answer', CONTROLS);
      await widget.press('Answer', CONTROLS);
      await canHangUp(widget);
      expect(await widget.text('call-summary')).to.not.include('as of');
      const before = Date.now();
      await portal.worker?.crash();
      await widget.shows('The page of the app that controls this call has gone.', CONTROLS);
      expect(await widget.do('pressable', BUTTONS)).to.deep.equal([]);
      await widget.shows(/\d\d:\d\d .*as of \d/, 'call-summary');
      const {commands, cardLostAt} = await snapshotOf(widget);
      expect(asObject(commands)?.['setMute']).to.deep.equal({
        status: 'unavailable',
        reason: 'unreachable',
      });
      expect(cardLostAt).to.be.within(before, Date.now());
      await portal.openWorker();
      await widget.shows(/^(?!.*has gone)/, CONTROLS);
      await canHangUp(widget);
    });
  }

  it('is no reason on a page that never had one', async () => {
    const stage = makeStage();
    stage.portal.startCall({phoneNumber: '+4930123456'});
    const widget = await stage.widget();
    await widget.joins();
    const {commands, cardLostAt} = await snapshotOf(widget);
    expect(asObject(commands)?.['setMute']).to.include({reason: 'wrong-placement'});
    expect(cardLostAt).to.equal(null);
  });
});

describe('a call in two tabs of the portal', function () {
  this.timeout(60_000);
  const makeStage = hubStages();

  for (const [words, deny] of WITH_STORAGE) {
    it(`is the same in both, ${words}`, async () => {
      const {portal, second, workers, widgets, callId} = await callInTwoTabs(makeStage({deny}));
      await widgets[0].press('Answer', CONTROLS);
      await shows(portal, {uiState: 'connected'});
      await shows(second, {uiState: 'connected'});
      await widgets[1].shows(/\bMute\b/, ...BUTTONS);
      await widgets[1].press('Mute', ...BUTTONS);
      await shows(portal, {muted: true});
      await shows(second, {muted: true});
      portal.click({name: 'hold', held: true});
      second.click({name: 'dial', digit: '5'});
      for (const page of [portal, second]) await shows(page, {held: true, muted: true});
      for (const page of [...workers, ...widgets]) {
        await until(page, 'show what all show', ({card}) => {
          const {muted, held, uiState} = asObject(card) ?? {};
          return muted === true && held === true && asObject(uiState)?.['value'] === 'connected';
        });
      }
      const timers = await Promise.all(widgets.map(timerOf));
      expect(timers[0]).to.include({status: 'running'});
      expect(timers[1]).to.deep.equal(timers[0]);
      // Each click once, and all in one frame: the one that leads.
      await waitUntil(() => heardBy(workers).length >= 4, 'the clicks should arrive');
      const names = heardBy(workers).map(({action, source}) => [action, source].join(' '));
      expect([...names].sort()).to.deep.equal([
        'answer controls',
        'dial card',
        'hold card',
        'mute controls',
      ]);
      expect(workers.filter((each) => actionsIn(each).length > 0)).to.have.length(1);
      expect(heardBy(workers).every((heard) => heard['callId'] === callId)).to.equal(true);
    });
  }

  it('has its state in the first picture of a tab that is opened in mid-call', async () => {
    const stage = makeStage();
    const worker = await stage.worker();
    await stage.ring(worker);
    await worker.run({name: 'setUiState', parameters: {uiState: 'connected'}});
    await worker.run({name: 'setMute', parameters: {muted: true}});
    const tab = await stage.widget(stage.portal, 'hub-unhurried.html');
    const first = asObject(await tab.do('firstPicture'));
    expect(asObject(first?.['card'])).to.include({status: 'open', muted: true});
    expect(asObject(first?.['card'])).to.have.nested.property('uiState.value', 'connected');
    expect(asObject(first?.['card'])).to.have.nested.property('timer.status', 'running');
    expect(first).to.have.nested.property('commands.setMute.status', 'available');
  });
});

describe('commands from a tab', function () {
  this.timeout(60_000);
  const makeStage = hubStages();
  const MUTE = {name: 'setMute', parameters: {muted: true}} as const;

  it('are possible while a worker is there', async () => {
    const stage = makeStage();
    const {portal} = stage;
    portal.startCall({phoneNumber: '+4930123456'});
    const widget = await stage.widget();
    const says = (status: string) =>
      until(widget, `find mute ${status}`, ({commands}) => {
        return asObject(asObject(commands)?.['setMute'])?.['status'] === status;
      });
    await says('unavailable');
    expect(await widget.do('outcome', MUTE)).to.include({status: 'failed', code: 'unreachable'});
    const worker = await portal.openWorker();
    await says('available');
    expect(await widget.do('outcome', MUTE)).to.include({status: 'done'});
    expect(cardIn(portal)).to.include({muted: true});
    await worker.crash();
    await says('unavailable');
  });

  it('end with the reason of the worker, or with “partly” when one of two refused', async () => {
    const {portal, second, widgets} = await callInTwoTabs(makeStage());
    const state = (uiState: string) => ({name: 'setUiState', parameters: {uiState}});
    const refused = await widgets[0].do('outcome', state('nonsense'));
    expect(refused).to.include({status: 'failed', code: 'invalid-ui-state'});
    second.faults.plan('CallCardSetUiState', {kind: 'drop'});
    const partly = await widgets[0].do('outcome', state('connected'));
    expect(partly).to.include({status: 'failed', code: 'partial-failure'});
    expect(cardIn(portal)).to.include({uiState: 'connected'});
    second.closeCard();
    expect(await widgets[0].do('outcome', MUTE)).to.include({status: 'done'});
  });
});

/** The same call in two tabs of the portal, each with its worker and its widget. */
async function callInTwoTabs(stage: HubStage) {
  const {portal} = stage;
  const worker = await stage.worker();
  const call = await stage.ring(worker);
  const second = await portal.openTab();
  const other = await stage.ready(second.worker);
  second.showCall(call);
  // The card that opens later comes to show what the first one shows.
  await shows(second, {uiState: 'incoming'});
  const widgets = [await stage.widget(), await stage.widget(second)] as const;
  for (const widget of widgets) await widget.shows('Answer', CONTROLS);
  return {portal, second, workers: [worker, other] as const, widgets, callId: call.callId};
}

function cardIn({card}: SimulatedPortal): object | undefined {
  return card?.card;
}

async function shows(portal: SimulatedPortal, wanted: Readonly<Record<string, unknown>>) {
  const isShown = (): boolean => {
    const card = Object.entries(cardIn(portal) ?? {});
    return Object.entries(wanted).every(([key, value]) =>
      card.some(([name, shown]) => name === key && shown === value),
    );
  };
  await waitUntil(isShown, undefined, {timeout: 15_000}).catch(() => {
    const [is, should] = [cardIn(portal), wanted].map((each) => JSON.stringify(each));
    throw new Error(`The card${portal.name} should show ${should}; it shows ${is}`);
  });
}

function heardBy(workers: readonly ProbedPage[]) {
  return workers.flatMap((worker) => actionsIn(worker));
}

async function timerOf(page: ProbedPage): Promise<unknown> {
  return asObject((await snapshotOf(page))['card'])?.['timer'];
}
