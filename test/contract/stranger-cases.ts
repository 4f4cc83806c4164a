/** Messages that are not the portal's, or not for this client: nothing changes by them. */
import {expect} from '@open-wc/testing';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import {APP_ORIGIN} from '../simulator/portal/remote-app.js';
import type {ContractCase, ContractGroup, Setting} from './cases.js';
import {openWorker, startCall} from './command-cases.js';
import {refusal, wireOf} from './command-facts.js';
import {errorIn, valueIn, watch, type ContractApp} from './contract-app.js';

const MUTE: CardCommand = {name: 'setMute', parameters: {muted: true}};
const HANG_UP = CARD_EVENTS.hangupButtonClick.wire;

/** What another client, an extension or a page may send from the portal's own window. */
const NOT_OURS: readonly unknown[] = [
  'no colon',
  '',
  ':',
  ':[]',
  'somebody-else:[]',
  'somebody-else:{not JSON',
  {method: 'getInitData'},
  ['a', 'b'],
  17,
  null,
];

/** Those of them that look like an answer to another client. */
const SEEN_AS_ANSWERS = 1;
const SEEN_AS_BROKEN_ANSWERS = 1;

const STRANGERS: ContractGroup = {
  title: 'strangers',
  open: openWorker,
  prepare: async (app, stage) => {
    await app.ready();
    await startCall(app, stage);
  },
  cases: (setting) => [
    ...NOT_OURS.map(isIgnored),
    ...forgeries(setting),
    countsOthers(setting),
    besideAnother(setting),
  ],
};

export const STRANGER_GROUPS = [STRANGERS];

function isIgnored(message: unknown): ContractCase {
  return {
    name: `${JSON.stringify(message)} from the portal is left alone`,
    run: async (app) => {
      const snapshot = await app.snapshot();
      app.frame.element?.contentWindow?.postMessage(message, APP_ORIGIN);
      await app.settle();
      expect(app.takeEvents()).to.deep.equal([]);
      expect(await app.snapshot()).to.deep.equal(snapshot);
      valueIn(await app.run(MUTE));
    },
  };
}

function countsOthers({adapter}: Setting): ContractCase {
  const count = adapter.seesStrangers ? SEEN_AS_ANSWERS + SEEN_AS_BROKEN_ANSWERS : 0;
  return {
    name: `counts ${count} of those as answers to another client`,
    run: async (app) => {
      const unknown = await app.counts('unknownCallbacks', async () => {
        for (const message of NOT_OURS) {
          app.frame.element?.contentWindow?.postMessage(message, APP_ORIGIN);
        }
        await app.settle();
      });
      expect(unknown).to.equal(count);
    },
  };
}

/** An answer with the right callback, from the wrong place. */
interface Forgery {
  readonly from: string;
  /** Whether the adapter can know that it is one. */
  readonly isKnown: boolean;
  readonly post: (app: ContractApp, text: string) => Promise<void>;
}

function forgeries({adapter}: Setting): readonly ContractCase[] {
  const kinds: readonly Forgery[] = [
    {
      from: 'another origin',
      isKnown: true,
      post: (app, text) => app.do('postToSelf', text),
    },
    {
      from: 'another window of the portal',
      isKnown: adapter.checksWindow,
      post: (app, text) => postFromAnotherWindow(app, text),
    },
  ];
  return kinds.flatMap((kind) => [forgesAnswer(kind), forgesEvent(kind), countsForgery(kind)]);

  function countsForgery({from, post}: Forgery): ContractCase {
    const count = adapter.seesStrangers ? 1 : 0;
    return {
      name: `a message from ${from} is counted ${count} times`,
      run: async (app) => {
        const foreign = await app.counts('foreignMessages', async () => {
          await post(app, 'anything:[]');
          await app.settle();
        });
        expect(foreign).to.equal(count);
      },
    };
  }
}

function forgesAnswer({from, isKnown, post}: Forgery): ContractCase {
  return {
    name: `a forged answer from ${from} ${isKnown ? 'is not taken' : 'can not be told'}`,
    run: async (app, {portal, dialect}) => {
      portal.faults.plan(wireOf(MUTE), {kind: 'drop'});
      const outcome = app.ask('run', MUTE);
      const watched = watch(outcome);
      const {callback} = await app.whenSent(wireOf(MUTE));
      await post(app, `${callback}:${refusal(dialect, 'Call card is undefined')}`);
      await app.settle();
      expect(watched.isOver).to.equal(!isKnown);
      if (isKnown) {
        app.say(callback, '[]');
        valueIn(await outcome);
      } else expect(errorIn(await outcome).code).to.equal('no-card');
    },
  };
}

function forgesEvent({from, isKnown, post}: Forgery): ContractCase {
  return {
    name: `a forged event from ${from} ${isKnown ? 'is not told' : 'can not be told'}`,
    run: async (app) => {
      const callback = app.frame.callbacksFor(HANG_UP).at(-1) ?? '';
      await post(app, `${callback}:`);
      await app.settle();
      expect(app.takeValues('hangupButtonClick')).to.have.length(isKnown ? 0 : 1);
    },
  };
}

/** Posts from a frame of the portal's origin, which is not the window that the app is in. */
async function postFromAnotherWindow({frame}: ContractApp, text: string): Promise<void> {
  const other = document.createElement('iframe');
  const loaded = new Promise((resolve) => other.addEventListener('load', resolve, {once: true}));
  other.srcdoc = `<script>
    window.addEventListener('message', ({data, ports}) => {
      parent.frames[data.to].postMessage(data.text, data.origin);
      ports[0].postMessage('posted');
    });
  </script>`;
  document.body.append(other);
  await loaded;
  const {port1, port2} = new MessageChannel();
  const posted = new Promise((resolve) => port1.addEventListener('message', resolve));
  port1.start();
  const to = frame.element?.name;
  other.contentWindow?.postMessage({to, text, origin: APP_ORIGIN}, '*', [port2]);
  await posted;
  port1.close();
  other.remove();
}

function besideAnother({adapter}: Setting): ContractCase {
  return {
    name: 'another client on the page has its own answers, and this one its own',
    run: async (app) => {
      const before = await app.diagnostics();
      await app.do('anotherClient');
      valueIn(await app.run(MUTE));
      const {lateAnswers, doubledEvents, unknownCallbacks} = await app.diagnostics();
      expect([lateAnswers, doubledEvents]).to.deep.equal([
        before.lateAnswers,
        before.doubledEvents,
      ]);
      const seen = unknownCallbacks - before.unknownCallbacks;
      if (adapter.seesStrangers) expect(seen).to.be.above(0);
      else expect(seen).to.equal(0);
    },
  };
}
