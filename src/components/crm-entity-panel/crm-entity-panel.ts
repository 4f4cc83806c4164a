/** The element that shows the CRM record of a call. */
import {LitElement, html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {CrmRecord} from '../../crm/record.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordLoadEvent} from '../../events/record-load-event.js';
import {RecordMissingEvent} from '../../events/record-missing-event.js';
import {RecordOpenEvent} from '../../events/record-open-event.js';
import {text} from '../../i18n/text.js';
import {toCallCardError, type CallCardError} from '../../model/call-card-error.js';
import {entityKey, sameEntity, type EntityRef} from '../../model/entity-ref.js';
import {ControllerConsumer} from '../shared/controller-consumer.js';
import {buttonStyles, hostStyles} from '../shared/styles.js';
import {callersTemplate, foundTemplate} from './callers-template.js';
import {PanelContent, type PanelState} from './panel-content.js';
import {panelStyles} from './panel-styles.js';
import {tabAfterKey} from './panel-tabs.js';
import {readAttributes} from './panel-target.js';
import type {PanelView} from './panel-view.js';
import {recordTemplate} from './record-template.js';
import {
  badAttributesTemplate,
  failureTemplate,
  noPortalTemplate,
  notLinkedTemplate,
  skeletonTemplate,
} from './state-templates.js';
import {tabId, tabsTemplate} from './tabs-template.js';

/**
 * Shows the CRM record that the call is linked to, or the one in whose tab the page is.
 *
 * ```html
 * <crm-entity-panel></crm-entity-panel>
 * <crm-entity-panel entity-type="DEAL" entity-id="25"></crm-entity-panel>
 * ```
 *
 * @element crm-entity-panel
 * @attr entity-type - a CRM type: `CONTACT`, `DYNAMIC_177`, `3`
 * @attr entity-id - the record's number; with it the panel shows this record whatever the call is
 * @attr fields - the codes of the fields to show instead of the operator's own layout:
 *   `POST,UF_CRM_SIZE`
 * @fires record-load - the record of `entity` is on screen
 * @fires record-error - it could not be loaded, or the portal did not open it; with the `error`
 * @fires record-missing - the call has no record, and none was found by its `number`
 * @fires record-open - somebody wants to open a record or a user at `path`; bubbles, and may be
 *   prevented
 * @slot empty - what to do when nobody is known: a button that creates a lead
 * @csspart tabs - the row of tabs, where the call is bound to several records
 * @csspart tab
 * @csspart header - the record's type, title, phones and e-mails
 * @csspart title
 * @csspart refresh - the button that loads the record again
 * @csspart phone
 * @csspart email
 * @csspart stage - the chip with the stage
 * @csspart section - a section of the operator's own layout
 * @csspart section-title - the button that folds it
 * @csspart field - a label with its value
 * @csspart label
 * @csspart value
 * @csspart caller - a record in the list of those who have the number
 * @csspart back - the button that goes back to this list
 * @csspart state - what stands there when no record can be shown
 * @csspart retry - the button that tries again
 * @cssprop --call-card-color
 * @cssprop --call-card-secondary-color - labels and hints
 * @cssprop --call-card-background
 * @cssprop --call-card-border-color
 * @cssprop --call-card-border-radius
 * @cssprop --call-card-link-color
 * @cssprop --call-card-focus-color
 * @cssprop --call-card-tint - the button's background
 * @cssprop --call-card-success-color - the mark of the phone on the line
 * @cssprop --call-card-font-family
 */
export class CrmEntityPanelElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, panelStyles];

  @property({attribute: 'entity-type'}) entityType: string | number | null = null;
  @property({attribute: 'entity-id'}) entityId: string | number | null = null;

  @property() fields: string | null = null;

  readonly #consumer = new ControllerConsumer(this);
  readonly #content = new PanelContent(this);
  #expanded: ReadonlySet<string> = new Set();
  #openFailed = false;
  /** The record on screen, by its key. */
  #shown = '';
  #announced: CrmRecord | CallCardError | string | undefined;
  #warned = '';

  /** The record on screen; none while another one is being loaded. */
  get record(): CrmRecord | null {
    const present = this.#content.state;
    return present.status === 'record' && present.loading.status === 'loaded'
      ? present.loading.value
      : null;
  }

  /** Loads what is on screen again, keeping it meanwhile, or tries again what failed. */
  reload(): void {
    const {controller, snapshot} = this.#consumer;
    if (snapshot.status === 'failed') void controller?.start();
    else this.#content.reload();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('entityType') || changed.has('entityId')) this.#warnOfAttributes();
    this.#content.update(this.#consumer.controller, this.#consumer.snapshot, this);
    const present = this.#content.state;
    const shown = present.status === 'record' ? entityKey(present.ref) : '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    // What was unfolded belonged to the last record.
    this.#expanded = new Set();
    this.#openFailed = false;
  }

  override updated(): void {
    this.#announce(this.#content.state);
  }

  override render(): TemplateResult {
    const present = this.#content.state;
    return html`<section
      class="card"
      aria-label=${text('panel.label')}
      aria-busy=${isBusy(present)}
    >
      ${this.#picture(present)}
    </section>`;
  }

  #picture(present: PanelState): TemplateResult {
    const view = this.#view;
    switch (present.status) {
      case 'connecting':
        return skeletonTemplate();
      case 'no-portal':
        return noPortalTemplate(present.error, view);
      case 'not-linked':
        return notLinkedTemplate(present.number, present.error, view);
      case 'searching':
        return skeletonTemplate(text('panel.searching'));
      case 'callers':
        return callersTemplate(present.number, present.callers, view);
      case 'bad-attributes':
        return badAttributesTemplate();
      case 'record':
        return tabsTemplate(present.tabs, present.ref, recordPicture(present, view), view);
    }
  }

  get #view(): PanelView {
    return {
      snapshot: this.#consumer.snapshot,
      fields: this.fields?.split(/[\s,]+/).filter(Boolean) ?? [],
      expanded: this.#expanded,
      openFailed: this.#openFailed,
      toggle: this.#toggle,
      open: this.#open,
      reload: () => this.reload(),
      choose: this.#choose,
      chooseAnother: () => this.#choose(null),
      keyOnTab: this.#keyOnTab,
    };
  }

  /** Tells once of each record and each failure, when it is on screen. */
  #announce(present: PanelState): void {
    const news = newsOf(present);
    if (news === this.#announced) return;
    this.#announced = news;
    if (typeof news === 'string') this.dispatchEvent(new RecordMissingEvent(news || null));
    const loading = present.status === 'record' ? present.loading : undefined;
    if (loading?.status === 'loaded') this.dispatchEvent(new RecordLoadEvent(loading.value.ref));
    if (loading?.status === 'failed' && present.status === 'record') {
      this.dispatchEvent(new RecordErrorEvent(present.ref, loading.error));
    }
  }

  readonly #toggle = (code: string): void => {
    const expanded = new Set(this.#expanded);
    if (!expanded.delete(code)) expanded.add(code);
    this.#expanded = expanded;
    this.requestUpdate();
  };

  readonly #choose = (ref: EntityRef | null): void => {
    this.#content.choose(ref);
    // The button that was pressed may be gone: what takes its place gets the focus.
    void this.updateComplete.then(() => {
      if (this.shadowRoot?.activeElement) return;
      this.renderRoot.querySelector<HTMLElement>('[part=back], [part=caller]')?.focus();
    });
  };

  readonly #keyOnTab = (event: KeyboardEvent): void => {
    const present = this.#content.state;
    if (present.status !== 'record' || event.ctrlKey || event.altKey || event.metaKey) return;
    const {tabs, ref} = present;
    const next = tabAfterKey(event.key, {
      index: tabs.findIndex((tab) => sameEntity(tab.ref, ref)),
      count: tabs.length,
      rightToLeft: getComputedStyle(this).direction === 'rtl',
    });
    const tab = next === undefined ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    this.#content.choose(tab.ref);
    void this.updateComplete.then(() => this.#focusTab(tab.ref));
  };

  readonly #open = (event: MouseEvent, path: string, entity: EntityRef | null): void => {
    const {controller} = this.#consumer;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere || this.#openFailed || controller === undefined) return;
    event.preventDefault();
    if (!this.dispatchEvent(new RecordOpenEvent(path, entity))) return;
    const {record: shown} = this;
    controller.openPath(path).catch((thrown: unknown) => {
      if (shown === null || this.record !== shown) return;
      this.#openFailed = true;
      this.requestUpdate();
      this.dispatchEvent(new RecordErrorEvent(shown.ref, toCallCardError(thrown, 'openPath')));
    });
  };

  #focusTab(ref: EntityRef): void {
    const tab = this.renderRoot.querySelector<HTMLElement>(`[id='${tabId(ref)}']`);
    tab?.focus();
    // Focus is content with a tab of which a part can be seen.
    tab?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  #warnOfAttributes(): void {
    const {problems} = readAttributes(this);
    const [first] = problems;
    const message = `<crm-entity-panel> can't show entity-type="${this.entityType}" entity-id="${this.entityId}": ${first?.expected} was expected.`;
    if (first === undefined || message === this.#warned) return;
    this.#warned = message;
    console.warn(message);
  }
}

type RecordState = Extract<PanelState, {status: 'record'}>;

function isBusy(present: PanelState): boolean {
  if (present.status === 'connecting' || present.status === 'searching') return true;
  if (present.status !== 'record') return false;
  const {loading} = present;
  return (
    loading.status === 'loading' || (loading.status === 'loaded' && loading.refresh === 'running')
  );
}

/** What is worth telling of, once: a record, a failure, or the number of whom nobody knows. */
function newsOf(present: PanelState): CrmRecord | CallCardError | string | undefined {
  if (present.status === 'not-linked' && present.number !== null && present.error === null) {
    return present.number.kind === 'number' ? present.number.value : '';
  }
  if (present.status !== 'record') return undefined;
  const {loading} = present;
  if (loading.status === 'loaded') return loading.value;
  return loading.status === 'failed' ? loading.error : undefined;
}

function recordPicture({loading, found}: RecordState, view: PanelView): TemplateResult {
  const content = loadingPicture(loading, view);
  return found === 0 ? content : foundTemplate(content, found > 1, view);
}

function loadingPicture(loading: RecordState['loading'], view: PanelView): TemplateResult {
  switch (loading.status) {
    case 'loading':
      return skeletonTemplate();
    case 'loaded':
      return recordTemplate(loading, view);
    case 'failed':
      return failureTemplate(loading.error, view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-entity-panel': CrmEntityPanelElement;
  }
}
