/** What a history shows of its entries. */
import {expect} from '@open-wc/testing';
import type {HistoryOpenEvent} from '../../../src/events/history-open-event.js';
import type {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {HOSTILE_TEXTS} from '../../../src/simulator/rest/seed/hostile/hostile-texts.js';
import {failure} from '../../crm/fake-crm.js';
import {waitUntil} from '../../support/wait-until.js';
import {
  activity,
  entriesOf,
  history,
  openItem,
  part,
  settled,
  shown,
  wordsOf,
  type Shown,
} from './history.js';
import type {CrmHistory} from '../../../src/crm/history.js';

const CALL = activity({
  id: 3,
  durationSeconds: 192,
  responsible: {id: 6, name: 'Jonas Becker'},
  description: 'Wants an offer',
});

function showing(
  more: Partial<CrmHistory>,
  attributes: Record<string, string> = {},
): Promise<Shown> {
  return shown({attributes, answer: ({ref}) => Promise.resolve(history({ref, ...more}))});
}

describe('<crm-history>', () => {
  it('shows what it was, when, how long and with whom', async () => {
    const year = new Date().getFullYear();
    const {root, element} = await showing({past: [{...CALL, start: Date.UTC(2019, 2, 1, 9, 30)}]});
    expect(year > 2019).to.equal(true);
    expect(entriesOf(root, 'past')).to.deep.equal([
      'About the filters Incoming call Mar 1, 2019 Duration 03:12 Jonas Becker Wants an offer',
    ]);
    const time = root.querySelector('time');
    expect(time?.dateTime).to.equal('2019-03-01T09:30:00.000Z');
    expect(time?.title).to.contain('Friday');
    await expect(element).to.be.accessible();
  });

  it('has the lists in their order, and none that is empty', async () => {
    const {root} = await showing({
      planned: [activity({id: 1, kind: 'task', subject: 'Call back', isCompleted: false})],
      openItems: [openItem()],
      past: [CALL],
      currentActivity: activity({id: 9, subject: 'This call'}),
    });
    const titles = [...root.querySelectorAll('h3')].map(wordsOf);
    expect(titles).to.deep.equal(['Current call', 'Planned', 'In progress', 'Last activities']);
    expect(
      [...root.querySelectorAll('ul')].map((list) => list.getAttribute('aria-labelledby')),
    ).to.deep.equal(['current', 'planned', 'open', 'past']);
    const few = await showing({past: [CALL]});
    expect([...few.root.querySelectorAll('h3')].map(wordsOf)).to.deep.equal(['Last activities']);
  });

  it('marks what is overdue, with the time when it was due', async () => {
    const task = activity({
      kind: 'task',
      subject: 'Send the offer',
      isCompleted: false,
      isOverdue: true,
      start: Date.UTC(2018, 0, 1),
      deadline: Date.UTC(2019, 2, 1, 9, 30),
    });
    const {root, element} = await showing({planned: [task]});
    expect(entriesOf(root, 'planned')).to.deep.equal(['Send the offer overdue Task Mar 1, 2019']);
    expect(root.querySelectorAll('.bad')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('tells no time of a task without a deadline, and the beginning of a planned meeting', async () => {
    const year = Date.UTC(2019, 2, 1);
    const planned = [
      activity({id: 1, kind: 'task', subject: 'Call back', isCompleted: false, start: year}),
      activity({id: 2, kind: 'meeting', subject: 'Visit', isCompleted: false, start: year}),
    ];
    const {root} = await showing({planned});
    expect(entriesOf(root, 'planned')).to.deep.equal([
      'Call back Task',
      'Visit Meeting Mar 1, 2019',
    ]);
  });

  it('says of a call that it was missed, or that nobody was reached', async () => {
    const {root} = await showing({
      past: [
        activity({id: 1, outcome: 'missed', subject: ''}),
        activity({id: 2, direction: 'outgoing', outcome: 'failed', subject: 'Offer'}),
      ],
    });
    const [missed, failed] = entriesOf(root, 'past');
    expect(missed).to.match(/^Missed call/);
    expect(failed).to.contain('Offer Outgoing call Not reached');
    expect(root.querySelectorAll('.bad')).to.have.length(2);
  });

  it('shows what is in progress with its stage, amount and responsible person', async () => {
    const {root} = await showing({
      openItems: [
        openItem(),
        openItem({
          ref: {typeId: 177, id: 3},
          title: 'Delivery #3',
          typeName: 'Delivery',
          stage: null,
          amountText: '',
          responsible: {id: 8, name: null},
        }),
      ],
    });
    expect(entriesOf(root, 'open')).to.deep.equal([
      'Office chairs Offer sent Deal €1,500 Jonas Becker',
      'Delivery #3 Delivery #8',
    ]);
    expect(part(root, 'stage')?.style.color).to.equal('rgb(51, 51, 51)');
  });

  it('shows the current call once, with its transcript', async () => {
    const current = {...CALL, transcript: 'Hello.\nGoodbye.'};
    const {root} = await showing({currentActivity: current, past: [CALL]});
    expect(part(root, 'past') === null).to.equal(true);
    expect(wordsOf(part(root, 'transcript'))).to.equal('Transcript Hello. Goodbye.');
    expect((part(root, 'transcript') as HTMLDetailsElement).open).to.equal(false);
  });

  it('counts the calls from the number', async () => {
    const recentCalls = {since: 0, count: 9, missedCount: 1, fromNumberCount: 3, isAtLeast: false};
    const {root} = await showing({recentCalls, past: [CALL]});
    expect(wordsOf(part(root, 'calls'))).to.equal('3 calls from this number in 30 days');
  });

  it('shows the kinds of the attribute only', async () => {
    const past = [CALL, activity({id: 4, kind: 'email', subject: 'Offer'})];
    const {root} = await showing({past, openItems: [openItem()]}, {kinds: 'email'});
    expect(entriesOf(root, 'past').join()).to.match(/^Offer/);
    expect(part(root, 'open') === null).to.equal(true);
  });

  it('shows the whole of a long description, and cuts it again', async () => {
    const {root, element} = await showing({past: [{...CALL, description: 'Chairs. '.repeat(40)}]});
    const whole = (): HTMLElement | null => part(root, 'whole');
    expect(part(root, 'description')?.classList.contains('cut')).to.equal(true);
    whole()?.click();
    await element.updateComplete;
    expect(part(root, 'description')?.classList.contains('cut')).to.equal(false);
    expect(whole()?.getAttribute('aria-expanded')).to.equal('true');
    whole()?.click();
    await element.updateComplete;
    expect(whole()?.getAttribute('aria-expanded')).to.equal('false');
  });

  it('says that something is missing, and offers to try again if that may help', async () => {
    const problem = {part: 'openItems', code: 'missing-scope', message: '', ref: null} as const;
    const {root} = await showing({past: [CALL], problems: [{...problem, isRetryable: false}]});
    expect(wordsOf(part(root, 'notice'))).to.equal('Some details could not be loaded.');
    const other = await showing({problems: [{...problem, isRetryable: true}]});
    expect(part(other.root, 'retry') !== null).to.equal(true);
    expect(part(other.root, 'state') === null, 'not empty').to.equal(true);
  });

  it('keeps an old history on screen when it can’t be loaded again, and says so', async () => {
    const answers = [Promise.resolve(history({past: [CALL]})), Promise.reject(failure('offline'))];
    for (const answer of answers) answer.catch(() => undefined);
    const errors: CallCardError[] = [];
    const made = await shown({answer: () => answers.shift() ?? Promise.resolve(history())});
    made.element.addEventListener('history-error', ({error}) => errors.push(error));
    part(made.root, 'refresh')?.click();
    await made.element.updateComplete;
    expect(made.root.querySelector('.card')?.getAttribute('aria-busy')).to.equal('true');
    await settled(made);
    expect(wordsOf(part(made.root, 'notice'))).to.contain('could not be refreshed');
    expect(entriesOf(made.root, 'past')).to.have.length(1);
    expect(errors.map(({code}) => code)).to.deep.equal(['offline']);
    part(made.root, 'retry')?.click();
    await waitUntil(() => part(made.root, 'state') !== null);
  });

  it('loads behind the scenes what another frame has loaded a while ago', async () => {
    const answers = [history({past: [CALL], isOld: true}), history({past: [CALL, activity()]})];
    const made = await shown({answer: () => Promise.resolve(answers.shift() ?? history())});
    await waitUntil(() => entriesOf(made.root, 'past').length === 2);
    const [first, second] = made.asked.map(({options}) => options);
    expect([first?.acceptOld, second?.acceptOld, second?.reload]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('tells once that a history is on screen, and that it is not', async () => {
    const events: string[] = [];
    const answers = [
      Promise.resolve(history({past: [CALL]})),
      Promise.reject(failure('not-allowed')),
    ];
    for (const answer of answers) answer.catch(() => undefined);
    const made = await shown({answer: () => answers.shift() ?? Promise.resolve(history())});
    made.element.addEventListener('history-load', ({entity}) => events.push(`load ${entity.id}`));
    made.element.addEventListener('history-error', ({error}) => events.push(error.code));
    made.element.requestUpdate();
    await made.element.updateComplete;
    made.element.reload();
    await settled(made);
    made.element.reload();
    await settled(made);
    expect(events).to.deep.equal(['not-allowed', 'load 17']);
    expect(made.element.history !== null).to.equal(true);
  });

  describe('when an entry is pressed', () => {
    it('opens its page in the portal, after an event of the entry', async () => {
      const made = await showing({past: [CALL], openItems: [openItem()]});
      const events: HistoryOpenEvent[] = [];
      const hear = (event: HistoryOpenEvent): void => void events.push(event);
      made.element.parentElement?.addEventListener('history-open', hear, {once: true});
      part(made.root, 'past')?.querySelector('a')?.click();
      expect(made.crm.portal.opened).to.deep.equal(['/crm/contact/details/17/']);
      expect(events[0]?.entry).to.equal(CALL);
      part(made.root, 'open')?.querySelector('a')?.click();
      expect(made.crm.portal.opened[1]).to.equal('/crm/deal/details/25/');
    });

    it('opens nothing when the page prevents it, or the click is for the browser', async () => {
      const made = await showing({past: [CALL]});
      const link = part(made.root, 'link');
      made.element.addEventListener('history-open', (event) => event.preventDefault(), {
        once: true,
      });
      link?.click();
      // Without a page behind it, so that the test does not open one.
      link?.removeAttribute('href');
      link?.dispatchEvent(new MouseEvent('click', {ctrlKey: true, cancelable: true}));
      expect(made.crm.portal.opened).to.deep.equal([]);
    });

    it('says what the portal has refused', async () => {
      const made = await showing({past: [CALL]});
      const errors: CallCardError[] = [];
      made.element.addEventListener('history-error', ({error}) => errors.push(error));
      made.controller.openPath = () => Promise.reject(failure('unsupported'));
      part(made.root, 'link')?.click();
      await waitUntil(() => part(made.root, 'notice') !== null);
      expect(errors.map(({code}) => code)).to.deep.equal(['unsupported']);
      expect(part(made.root, 'notice')?.getAttribute('role')).to.equal('status');
    });

    it('has no link where the portal has no page', async () => {
      const made = await showing({past: [{...CALL, path: null}]});
      expect(part(made.root, 'link') === null).to.equal(true);
      expect(wordsOf(part(made.root, 'subject'))).to.equal('About the filters');
    });
  });

  for (const hostile of HOSTILE_TEXTS) {
    it(`shows as text: ${hostile.slice(0, 60)}`, async () => {
      const entry = activity({
        subject: hostile,
        description: hostile,
        responsible: {id: 6, name: hostile},
        transcript: hostile,
      });
      const item = openItem({
        title: hostile,
        typeName: hostile,
        amountText: hostile,
        stage: {id: 'X', name: hostile, color: '#ffa900', outcome: 'process'},
      });
      const {root} = await showing({past: [entry], openItems: [item], planned: [entry]});
      expect(part(root, 'subject')?.textContent).to.equal(hostile);
      expect(part(root, 'past')?.querySelector('[part=description]')?.textContent.trim()).to.equal(
        hostile.trim(),
      );
      expect(root.querySelector('script, img, iframe, [onerror], [canary]') === null).to.equal(
        true,
      );
    });
  }
});
