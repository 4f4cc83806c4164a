/** Pages of the portal in a slider, and the size of the frame. */
import {expect} from '@open-wc/testing';
import type {SimulatedPortal} from '../../src/simulator/index.js';
import type {ContractCase, ContractGroup} from './cases.js';
import {openWorker} from './command-cases.js';
import {errorIn, valueIn, watch} from './contract-app.js';

const DEAL_PATH = '/crm/deal/details/25/';
const AN_HOUR_MS = 3_600_000;

const SLIDER: ContractGroup = {
  title: 'sliders and sizes',
  open: openWorker,
  cases: () => [...SLIDERS, ...SIZES],
};

export const SLIDER_GROUPS = [SLIDER];

const SLIDERS: readonly ContractCase[] = [
  {
    name: 'openPath is over when the slider is closed, however long that takes',
    run: async (app) => {
      const outcome = app.ask('openPath', DEAL_PATH);
      const watched = watch(outcome);
      await app.whenSent('openPath');
      await app.settle();
      await app.pass(AN_HOUR_MS);
      expect(watched.isOver).to.equal(false);
      expect(openSlider()?.textContent).to.contain(DEAL_PATH);
      closeSlider();
      valueIn(await outcome);
    },
  },
  {
    name: 'openPath is over at once when the slider is closed at once',
    run: async (app) => {
      const outcome = app.ask('openPath', DEAL_PATH);
      const {parameters} = await app.whenSent('openPath');
      expect(parameters).to.deep.equal({path: DEAL_PATH});
      closeSlider();
      valueIn(await outcome);
    },
  },
  {
    name: 'two sliders are over one after the other',
    run: async (app) => {
      const first = app.ask('openPath', DEAL_PATH);
      const watched = watch(first);
      await app.whenSent('openPath');
      const second = app.ask('openPath', '/crm/contact/details/17/');
      await app.settle();
      closeSlider();
      valueIn(await second);
      expect(watched.isOver).to.equal(false);
      closeSlider();
      valueIn(await first);
    },
  },
  {
    name: 'a path that the portal does not open: not-allowed',
    run: async (app) => {
      expect(errorIn(await app.ask('openPath', '/settings/'))).to.deep.include({
        code: 'not-allowed',
        request: 'openPath',
        parameters: {path: '/settings/'},
        portal: {code: 'PATH_NOT_AVAILABLE', description: ''},
        retryable: false,
      });
    },
  },
  {
    name: 'a device without sliders: not-allowed',
    run: (app, {portal}) =>
      withoutSliders(portal, async () => {
        const error = errorIn(await app.ask('openPath', DEAL_PATH));
        const code = 'METHOD_NOT_SUPPORTED_ON_DEVICE';
        expect([error.code, error.portal?.code]).to.deep.equal(['not-allowed', code]);
      }),
  },
];

const SIZES: readonly ContractCase[] = [
  {
    name: 'resize gives the frame another size',
    run: async (app) => {
      valueIn(await app.ask('resize', {width: 321, height: 123}));
      const {width, height} = app.frame.element?.style ?? {};
      expect([width, height]).to.deep.equal(['321px', '123px']);
    },
  },
  {
    name: 'resize without an answer: a timeout',
    run: async (app, {portal}) => {
      portal.faults.plan('resizeWindow', {kind: 'drop'});
      const outcome = app.ask('resize', {width: 5, height: 6});
      await app.settle();
      await app.pass(2000);
      expect(errorIn(await outcome)).to.deep.include({
        code: 'timeout',
        request: 'resizeWindow',
        parameters: {width: 5, height: 6},
      });
    },
  },
];

function openSlider(): HTMLDialogElement | undefined {
  return [...document.querySelectorAll('dialog')].at(-1);
}

/** As the operator does. */
function closeSlider(): void {
  openSlider()?.querySelector('button')?.click();
}

async function withoutSliders({slider}: SimulatedPortal, work: () => Promise<void>): Promise<void> {
  slider.supported = false;
  try {
    await work();
  } finally {
    slider.supported = true;
  }
}
