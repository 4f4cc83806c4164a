import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  ColleagueSearch,
  DEBOUNCE_MS,
} from '../../../src/components/call-state-controls/transfer/colleague-search.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {Colleague} from '../../../src/model/call/colleague.js';
import type {OperatorAction} from '../../../src/model/card/operator-action.js';
import type {RestAnswer} from '../../../src/model/portal/rest-answer.js';
import {ManualClock} from '../../../src/simulator/portal/page/clock.js';
import {Deferred} from '../../support/fake-portal.js';
import {waitUntil} from '../../support/wait-until.js';
import {
  button,
  cardIn,
  find,
  findA,
  group,
  refusal,
  showControls,
  wordsOf,
  type ControlsPage,
} from './controls-page.js';

interface TransferPage extends ControlsPage {
  readonly heard: OperatorAction[];
  readonly input: HTMLInputElement;
}

const PEOPLE = [
  {ID: '9', NAME: 'Leonie', LAST_NAME: 'Krüger', IS_ONLINE: 'N', UF_PHONE_INNER: '109'},
  {ID: '1', NAME: 'Leo', LAST_NAME: 'Vogel', IS_ONLINE: 'Y', WORK_POSITION: 'Sales'},
];

const answerOf = (result: unknown): Promise<RestAnswer> =>
  Promise.resolve({result, total: null, next: null});

async function open(): Promise<TransferPage> {
  const page = await showControls(await cardIn('connected'), 'operator');
  page.portal.restAnswer = () => answerOf(PEOPLE);
  const heard: OperatorAction[] = [];
  page.context.addEventListener('call-action', ({action}) => heard.push(action));
  button(group(page, 'Call'), 'Transfer').click();
  await page.element.updateComplete;
  return {...page, heard, input: findA(page, HTMLInputElement, '#target')};
}

function type(page: TransferPage, typed: string): void {
  page.input.value = typed;
  page.input.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

function options(page: ControlsPage): HTMLElement[] {
  return [...page.element.renderRoot.querySelectorAll<HTMLElement>('[role="option"]')];
}

async function found(page: ControlsPage, many = 1): Promise<void> {
  await waitUntil(() => options(page).length >= many, 'colleagues should be found');
}

const note = (page: ControlsPage): string => wordsOf(find(page, '#target-note'));
const submit = (page: ControlsPage): void =>
  button(find(page, '#transfer'), 'Start transfer').click();

const to = (target: object): object => ({name: 'transfer', target, phoneNumber: '+4930123456'});

describe('the transfer in <call-state-controls>', () => {
  it('opens below the buttons, which stay where they are, and takes the focus', async () => {
    const page = await showControls(await cardIn('connected'), 'operator');
    const boxes = (): string =>
      [...page.element.renderRoot.querySelectorAll('.operator button')]
        .map((each) => JSON.stringify(each.getBoundingClientRect()))
        .join();
    const before = boxes();
    for (const [label, panel] of [
      ['Transfer', '#transfer'],
      ['Dial pad', '#dial-pad'],
    ] as const) {
      const toggle = button(group(page, 'Call'), label);
      toggle.click();
      await page.element.updateComplete;
      expect(boxes()).to.equal(before);
      expect(toggle.ariaExpanded).to.equal('true');
      const row = find(page, '.operator').getBoundingClientRect();
      expect(find(page, panel).getBoundingClientRect().top).to.be.at.least(row.bottom);
      await expect(page.element).to.be.accessible();
      if (label === 'Transfer') {
        expect(page.element.shadowRoot!.activeElement).to.equal(find(page, '#target'));
      }
    }
    expect(page.element.renderRoot.querySelector('#transfer'), 'one at a time').to.equal(null);
  });

  it('finds colleagues by name, with their presence, and transfers to the one who is chosen', async () => {
    const page = await open();
    await sendKeys({type: 'Leo'});
    await found(page, 2);
    expect(options(page).map((each) => wordsOf(each).replace(/\s+/g, ' '))).to.deep.equal([
      'Leo Vogel Sales online',
      'Leonie Krüger 109 offline',
    ]);
    expect(page.input.getAttribute('aria-expanded')).to.equal('true');
    await expect(page.element).to.be.accessible();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await page.element.updateComplete;
    expect(page.input.getAttribute('aria-activedescendant')).to.equal('target-1');
    expect(options(page).map(({ariaSelected}) => ariaSelected)).to.deep.equal(['false', 'true']);
    await sendKeys({press: 'Enter'});
    await page.element.updateComplete;
    expect(page.heard, 'choosing is not transferring').to.deep.equal([]);
    expect(page.input.value).to.equal('Leonie Krüger');
    expect(options(page)).to.have.length(0);
    await sendKeys({press: 'Enter'});
    expect(page.heard).to.deep.equal([to({kind: 'user', id: 9})]);
  });

  it('takes a click in the list, and forgets it when something else is typed', async () => {
    const page = await open();
    type(page, 'Leo');
    await found(page);
    options(page)[0]!.click();
    await page.element.updateComplete;
    expect(page.input.value).to.equal('Leo Vogel');
    type(page, 'Leo Vogelsang');
    submit(page);
    await page.element.updateComplete;
    expect(page.heard).to.deep.equal([]);
    expect(note(page)).to.equal('Choose a colleague from the list or type a phone number.');
  });

  it('closes its list with Escape, then itself', async () => {
    const page = await open();
    type(page, 'Leo');
    await found(page);
    await sendKeys({press: 'Escape'});
    await page.element.updateComplete;
    expect(options(page)).to.have.length(0);
    await sendKeys({press: 'Escape'});
    await page.element.updateComplete;
    expect(page.element.renderRoot.querySelector('#transfer') === null).to.equal(true);
    const toggle = button(group(page, 'Call'), 'Transfer');
    expect(page.element.shadowRoot!.activeElement).to.equal(toggle);
  });

  for (const number of ['+49301', '106', '*21']) {
    it(`takes the number ${number} without asking for a colleague`, async () => {
      const page = await open();
      await sendKeys({type: number});
      await sendKeys({press: 'Enter'});
      expect(page.heard).to.deep.equal([to({kind: 'phone', number})]);
      expect(page.portal.requests).to.deep.equal([]);
    });
  }

  for (const typed of ['abc', '', '  ', 'Anna 2']) {
    it(`transfers to nobody for "${typed}", and says what is wanted`, async () => {
      const page = await open();
      type(page, typed);
      submit(page);
      await page.element.updateComplete;
      expect(page.heard).to.deep.equal([]);
      expect(note(page)).to.equal('Choose a colleague from the list or type a phone number.');
      expect(page.input.ariaInvalid).to.equal('true');
      expect(page.element.shadowRoot!.activeElement).to.equal(page.input);
      await expect(page.element).to.be.accessible();
    });
  }

  it('offers the app’s queues', async () => {
    const page = await open();
    page.portal.restAnswer = () => Promise.reject(new CallCardError('missing-scope', ''));
    page.element.queues = [
      {id: 'sales', name: 'Sales'},
      {id: 'night', name: 'Night shift'},
    ];
    type(page, 'sal');
    await found(page);
    expect(options(page).map((each) => wordsOf(each).replace(/\s+/g, ' '))).to.deep.equal([
      'Sales Queue',
    ]);
    options(page)[0]!.click();
    submit(page);
    expect(page.heard).to.deep.equal([to({kind: 'queue', id: 'sales'})]);
  });

  it('says which scope is missing, asks no more, and still takes a number', async () => {
    const page = await open();
    page.portal.restAnswer = () => Promise.reject(new CallCardError('missing-scope', ''));
    type(page, 'Leo');
    await waitUntil(() => note(page).includes('user_brief'), 'it says so');
    await expect(page.element).to.be.accessible();
    type(page, 'Leon');
    type(page, '+4930');
    await page.element.updateComplete;
    expect(page.portal.requests).to.have.length(1);
    submit(page);
    expect(page.heard).to.deep.equal([to({kind: 'phone', number: '+4930'})]);
  });

  it('says what else went wrong, and that nobody was found', async () => {
    const page = await open();
    page.portal.restAnswer = () => Promise.reject(new CallCardError('offline', ''));
    type(page, 'Leo');
    await waitUntil(() => note(page) === 'Colleagues: There is no network.');
    page.portal.restAnswer = () => answerOf([]);
    type(page, 'Leon');
    await waitUntil(() => note(page).startsWith('No colleague was found.'));
  });

  it('shows a name as text, whatever is in it', async () => {
    const page = await open();
    const name = '<img src=x onerror=alert(1)>';
    page.portal.restAnswer = () => answerOf([{ID: 5, NAME: name, LAST_NAME: '<b>'}]);
    type(page, 'img');
    await found(page);
    expect(wordsOf(options(page)[0]!)).to.equal(`${name} <b>`);
    expect(find(page, '#targets').querySelector('img, b')).to.equal(null);
    options(page)[0]!.click();
    await page.element.updateComplete;
    expect(page.input.value).to.equal(`${name} <b>`);
  });

  it('keeps what was typed when it is refused, and is not asked for twice meanwhile', async () => {
    const page = await open();
    await sendKeys({type: '+49301'});
    await sendKeys({press: 'Enter'});
    await page.element.updateComplete;
    await sendKeys({press: 'Enter'});
    expect(page.heard).to.have.length(1);
    const again = await open();
    again.element.answerTime = 0;
    await sendKeys({type: '+49301'});
    await sendKeys({press: 'Enter'});
    expect(await refusal(group(again, 'Call'))).to.equal('Transfer: the app has not answered.');
    expect(again.input.value).to.equal('+49301');
  });
});

describe('the search of colleagues', () => {
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const anna: Colleague = {id: 1, name: 'Anna', position: null, extension: null, presence: null};

  interface Asked {
    readonly words: string;
    readonly signal: AbortSignal;
    readonly answer: Deferred<readonly Colleague[]>;
  }

  function searching(): {
    search: ColleagueSearch;
    clock: ManualClock;
    asked: Asked[];
    want: (words: string) => void;
  } {
    const clock = new ManualClock();
    const search = new ColleagueSearch(host, clock);
    const asked: Asked[] = [];
    const want = (words: string): void =>
      search.searchFor(words, (asking, {signal}) => {
        const answer = new Deferred<readonly Colleague[]>();
        asked.push({words: asking, signal, answer});
        return answer.promise;
      });
    return {search, clock, asked, want};
  }

  it('asks once typing rests', () => {
    const {search, clock, asked, want} = searching();
    for (const words of ['An', 'Ann', 'Anna']) {
      want(words);
      clock.advance(DEBOUNCE_MS - 1);
    }
    expect(asked).to.deep.equal([]);
    expect(search.state.status).to.equal('searching');
    clock.advance(1);
    expect(asked.map(({words}) => words)).to.deep.equal(['Anna']);
  });

  it('gives up what typing has overtaken: the latest words win, in whatever order answers come', async () => {
    const {search, clock, asked, want} = searching();
    want('An');
    clock.advance(DEBOUNCE_MS);
    want('Anna');
    expect(asked[0]?.signal.aborted).to.equal(true);
    clock.advance(DEBOUNCE_MS);
    asked[1]?.answer.resolve([anna]);
    await asked[1]?.answer.promise;
    asked[0]?.answer.resolve([]);
    await asked[0]?.answer.promise;
    await waitUntil(() => search.state.status === 'found', 'found', {interval: 1});
    expect(search.colleagues).to.deep.equal([anna]);
  });

  it('keeps the last answer in sight while the next is on its way', async () => {
    const {search, clock, asked, want} = searching();
    want('An');
    clock.advance(DEBOUNCE_MS);
    asked[0]?.answer.resolve([anna]);
    await waitUntil(() => search.state.status === 'found', 'found', {interval: 1});
    want('Ann');
    expect(search.state).to.deep.equal({status: 'searching', colleagues: [anna]});
    want('');
    expect(search.state).to.deep.equal({status: 'idle'});
  });

  it('ends with its element', () => {
    const {search, clock, asked, want} = searching();
    want('An');
    clock.advance(DEBOUNCE_MS);
    want('Ann');
    search.hostDisconnected();
    clock.advance(DEBOUNCE_MS);
    expect(asked).to.have.length(1);
    expect(asked[0]?.signal.aborted).to.equal(true);
  });
});
