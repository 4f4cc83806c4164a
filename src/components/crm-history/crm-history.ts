/** The element that shows what happened with the client before. */
import type {PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {CrmHistory} from '../../crm/history.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {namedEntity, reportEntityAttributes} from '../shared/entity-attributes.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {reportMistake, reportNumber} from '../shared/mistakes/report-mistake.js';
import {FocusRestorer} from '../shared/record/focus-restorer.js';
import {dottedStyles} from '../shared/styles/dotted-line.js';
import {iconButtonStyles} from '../shared/styles/icon-button.js';
import {buttonStyles, hostStyles} from '../shared/styles/styles.js';
import {text} from '../../i18n/text.js';
import type {ActivityFormatters} from './activity-formatters.js';
import {historyStyles} from './crm-history.styles.js';
import {HistoryActions} from './history-actions.js';
import {HistoryEvents} from './history-events.js';
import {HISTORY_KINDS, readKinds, unknownKinds} from './history-labels.js';
import type {CutList, HistoryView} from './history-view.js';
import {HistoryStateStore, type HistoryQuestion} from './state/history-state.js';
import {historySubject} from './state/history-subject.js';
import {PanelFollower} from './state/panel-follower.js';
import {historyTemplate} from './templates/history-template.js';

/** How many past activities come at once. */
const LIMIT = 10;

/**
 * Shows what happened before with the client of the call: what is planned or overdue, the deals, quotes,
 * invoices and smart processes in progress, the last calls, e-mails, meetings, tasks and messages, and how
 * often the number has called in the last thirty days.
 *
 * ```html
 * <crm-history></crm-history>
 * <crm-history limit="5" kinds="call,email,open"></crm-history>
 * ```
 *
 * It follows the first `<crm-entity-panel>` on the page: to another tab, to the caller that the operator
 * chooses, to the next call. The history is loaded when the panel's record is on screen. Without a panel
 * it is that of the call's record, or of the record in whose tab the page is.
 *
 * A page can describe the activities of its own provider. A formatter returns texts, and the history creates
 * the nodes. Text from the portal is never parsed as HTML.
 *
 * ```html
 * <crm-history></crm-history>
 * <script type="module">
 *   document.querySelector('crm-history').formatters = {
 *     'MY_APP:VISIT': ({subject}) => ({label: 'Visit', subject: `${subject}, on site`, icon: 'meeting'}),
 *   };
 * </script>
 * ```
 *
 * @element crm-history
 * @attr entity-type - The record's CRM type: `CONTACT`, `DYNAMIC_177`, `3`.
 * @attr entity-id - The record's number. With it, the history is that of this record, whatever the panel
 *   shows.
 * @attr limit - How many past activities come at once, 1 to 50.
 * @attr kinds - The kinds of entries to show, of `call`, `email`, `meeting`, `task`, `message`, `other`
 *   and `open`, which is for the records in progress: `call,email`. Default: all.
 * @attr {'light' | 'dark' | 'auto'} [theme=light] - `auto` follows the system. Inherited from the
 *   context, unless it is set here.
 * @attr {boolean} compact - Smaller text, buttons and spacing.
 * @fires history-load - Fired when the history of `entity` is on screen.
 * @fires history-error - Fired when the history could not be loaded, or the portal did not open an entry.
 *   Has the `error`.
 * @fires history-open - Fired before the page of an `entry` is opened at `path`. Bubbles, cancelable.
 * @slot header - Above the history.
 * @slot footer - Below the history.
 * @slot empty - Shown when nothing has happened yet.
 * @csspart header - The heading and the button beside it.
 * @csspart title - The heading.
 * @csspart refresh - The button that loads the history again.
 * @csspart calls - How often the number has called.
 * @csspart notice - The message that the history is stale or incomplete, or that an entry was not opened.
 * @csspart current - The activity of the call itself.
 * @csspart planned - What is planned and overdue.
 * @csspart open - The records in progress.
 * @csspart past - The last activities.
 * @csspart section-title - The heading of these.
 * @csspart entry - An activity.
 * @csspart item - A record in progress.
 * @csspart subject - What an entry is about.
 * @csspart link - The subject of an entry that the portal has a page for.
 * @csspart details - The line below it.
 * @csspart kind - What an activity is.
 * @csspart overdue - The mark of what should have been done.
 * @csspart time - When it was, or when it is to be done.
 * @csspart duration - How long it took.
 * @csspart description - The description of an activity.
 * @csspart whole - The button that shows the whole of a long description.
 * @csspart transcript - The transcript of a call.
 * @csspart type - The type of a record in progress.
 * @csspart stage - The chip with its stage.
 * @csspart amount - Its amount.
 * @csspart all - The button that shows the whole of a list.
 * @csspart more - The button that shows more past activities.
 * @csspart skeleton - The outline while the history is loaded.
 * @csspart state - The message when there is no history.
 * @csspart retry - The button that tries again.
 * @cssprop --call-card-color - The text.
 * @cssprop --call-card-secondary-color - Headings of lists, details and hints.
 * @cssprop --call-card-background - The background.
 * @cssprop --call-card-border-color - Between lists.
 * @cssprop --call-card-border-radius - The corners of the element.
 * @cssprop --call-card-link-color - Links, and the text of buttons.
 * @cssprop --call-card-focus-color - The focus ring.
 * @cssprop --call-card-tint - The background of buttons.
 * @cssprop --call-card-alert-text-color - What is overdue, and missed calls.
 * @cssprop --call-card-font-family - The font.
 */
export class CrmHistoryElement extends LocalizedElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    iconButtonStyles,
    dottedStyles,
    historyStyles,
  ];

  @property({attribute: 'entity-type'}) entityType: string | number | null = null;
  @property({attribute: 'entity-id'}) entityId: string | number | null = null;

  @property({type: Number}) limit: number = LIMIT;

  @property() kinds: string | null = null;

  /** The page's own formatters, by the provider of an activity. They override the kit's. */
  @property({attribute: false}) formatters: ActivityFormatters = {};

  readonly #consumer = new ControllerConsumer(this);
  readonly #follower = new PanelFollower(this);
  readonly #store = new HistoryStateStore(this);
  readonly #events = new HistoryEvents(this);
  readonly #actions = new HistoryActions(this, () => this.#consumer.controller);
  #expanded: ReadonlySet<number> = new Set();
  #expandedLists: ReadonlySet<CutList> = new Set();
  /** The history of which more is being loaded. */
  #growing: CrmHistory | null = null;

  constructor() {
    super();
    new CallAnnouncer(this, this.#consumer, 'connection');
    new FocusRestorer(this, '[part=retry], [part=refresh]', '[part=refresh], [part=retry]');
  }

  /** The history on screen; `null` while another one is loaded. */
  get history(): CrmHistory | null {
    const {state} = this.#store;
    return state.status === 'record' && state.loading.status === 'loaded'
      ? state.loading.value
      : null;
  }

  /** Loads the history on screen again, which stays visible meanwhile, or repeats what failed. */
  reload(): void {
    const {controller, snapshot} = this.#consumer;
    if (snapshot.status === 'failed') void controller?.start();
    else this.#store.reload();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('entityType') || changed.has('entityId')) reportEntityAttributes(this);
    if (changed.has('kinds')) this.#reportKinds();
    if (changed.has('limit')) reportNumber(this, 'limit', 'activities');
    const {controller, snapshot} = this.#consumer;
    this.#follower.setController(controller);
    const subject = historySubject(snapshot, namedEntity(this), this.#follower.shown);
    this.#store.update(controller, snapshot, subject, this.#question);
    this.#actions.setRecord(subject.status === 'record' ? subject.ref : null);
  }

  override updated(): void {
    this.#events.dispatchFor(this.#store.state);
  }

  override render(): TemplateResult {
    return historyTemplate(this.#store.state, this.#view);
  }

  get #view(): HistoryView {
    const {history} = this;
    return {
      snapshot: this.#consumer.snapshot,
      kinds: readKinds(this.kinds),
      now: Date.now(),
      formatters: this.formatters,
      actions: this.#actions,
      expanded: this.#expanded,
      expandedLists: this.#expandedLists,
      isLoadingMore: history !== null && history === this.#growing,
      toggleText: (id) => this.#toggleText(id),
      toggleList: (list) => this.#toggleList(list),
      showMore: () => void this.#showMore(),
      reload: () => this.reload(),
    };
  }

  /** A record that the page names has nothing to do with the call. */
  get #question(): HistoryQuestion {
    const limit = Math.min(Math.max(Math.floor(this.limit) || LIMIT, 1), 50);
    const {call} = this.#consumer.snapshot;
    if (call === null || namedEntity(this) !== undefined) {
      return {limit, phoneNumber: null, activityId: null};
    }
    const {number, activityId} = call;
    return {limit, phoneNumber: number.kind === 'number' ? number.value : null, activityId};
  }

  #toggleText(id: number): void {
    this.#expanded = toggled(this.#expanded, id);
    this.requestUpdate();
  }

  #toggleList(list: CutList): void {
    this.#expandedLists = toggled(this.#expandedLists, list);
    this.requestUpdate();
  }

  async #showMore(): Promise<void> {
    const before = this.history;
    if (before === null || this.#growing !== null) return;
    this.#growing = before;
    this.requestUpdate();
    const after = await before.loadMore();
    this.#growing = null;
    const hasFocus = this.shadowRoot?.activeElement?.matches('[part=more]') === true;
    this.#events.replaceHistory(before, after);
    this.#store.replaceHistory(before, after);
    this.requestUpdate();
    await this.updateComplete;
    // The operator may have moved on to another record meanwhile.
    if (this.history === after && after !== before) this.#announceMore(before, after, hasFocus);
  }

  /**
   * Says how many are shown. A focused button goes with the last ones: the focus moves on to the first of
   * them.
   */
  #announceMore(before: CrmHistory, after: CrmHistory, hasFocus: boolean): void {
    const root = this.renderRoot;
    const entries = root.querySelectorAll<HTMLElement>('[part=past] [part=entry]');
    // A new text node, so that the same words are read again.
    root.querySelector('#shown')?.replaceChildren(text('history.shown', {count: entries.length}));
    if (after.hasMore || !hasFocus) return;
    const known = new Set(before.past.map(({id}) => String(id)));
    const first = [...entries].find(({dataset}) => !known.has(dataset['id'] ?? ''));
    const target = first?.querySelector<HTMLElement>('a') ?? first;
    if (target === first) first?.setAttribute('tabindex', '-1');
    target?.focus();
  }

  #reportKinds(): void {
    for (const given of unknownKinds(this.kinds)) {
      const written = `<${this.localName} kinds="${this.kinds}">`;
      reportMistake({written, given, allowed: HISTORY_KINDS});
    }
  }
}

function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const changed = new Set(set);
  if (!changed.delete(member)) changed.add(member);
  return changed;
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-history': CrmHistoryElement;
  }
}
