/** The element that shows the CRM record of a call. */
import type {PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {layOutFields, namesWithoutField} from '../../crm/record/field-sections.js';
import type {FieldFormatters} from '../../crm/format/field-formatters.js';
import type {CrmRecord} from '../../crm/record.js';
import {entityKey, sameEntity, type EntityRef} from '../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../model/entity/entity-type.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {CopyController} from '../shared/copy-controller.js';
import {reportEntityAttributes} from '../shared/entity-attributes.js';
import {dottedStyles} from '../shared/styles/dotted-line.js';
import {FocusRestorer} from '../shared/record/focus-restorer.js';
import {iconButtonStyles} from '../shared/styles/icon-button.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {reportMistake} from '../shared/mistakes/report-mistake.js';
import {buttonStyles, hostStyles} from '../shared/styles/styles.js';
import {PanelEvents} from './panel-events.js';
import {NameLoader} from './state/name-loader.js';
import {PanelStateStore} from './state/panel-state.js';
import {ShownPublisher} from './state/shown-publisher.js';
import {PanelActions} from './panel-actions.js';
import {panelTemplate} from './templates/panel-template.js';
import {panelStyles} from './crm-entity-panel.styles.js';
import type {PanelView} from './panel-view.js';
import {stateStyles} from './templates/state-styles.js';
import {tabAfterKey, tabId} from './templates/tabs-template.js';

/**
 * Shows the CRM record that the call is linked to, or the record in whose tab the page is.
 *
 * ```html
 * <crm-entity-panel></crm-entity-panel>
 * <crm-entity-panel entity-type="DEAL" entity-id="25"></crm-entity-panel>
 * ```
 *
 * A page can show fields with its own format, by slots or by formatters for certain fields or types. A
 * formatter returns a description, and the panel creates the nodes. Text from a record is never parsed as
 * HTML.
 *
 * ```html
 * <crm-entity-panel>
 *   <a slot="field-UF_CRM_CONTRACT" href="…">Contract 7</a>
 *   <button slot="empty">Create a lead</button>
 * </crm-entity-panel>
 * <script type="module">
 *   document.querySelector('crm-entity-panel').formatters = {
 *     UF_CRM_SIZE: (value) => ({kind: 'chip', text: `Size ${value}`, color: '#9ad6ff'}),
 *     rest_5_rating: (value) => ({kind: 'text', text: '★'.repeat(value)}),
 *   };
 * </script>
 * ```
 *
 * @element crm-entity-panel
 * @attr entity-type - The record's CRM type: `CONTACT`, `DYNAMIC_177`, `3`.
 * @attr entity-id - The record's number. With it, the panel shows this record whatever the call is.
 * @attr fields - The codes of the fields to show, in place of the operator's own layout:
 *   `POST,UF_CRM_SIZE`.
 * @attr {'light' | 'dark' | 'auto'} [theme=light] - `auto` follows the system. Inherited from the
 *   context, unless it is set here.
 * @attr {boolean} compact - Smaller text, buttons and spacing.
 * @fires record-load - Fired when the record of `entity` is on screen. Names of other records and users
 *   may still be missing.
 * @fires record-complete - Fired when the fields on screen have all their names: with `record-load`, or
 *   after it.
 * @fires record-error - Fired when the record could not be loaded, or the portal did not open it. Has the
 *   `error`.
 * @fires record-missing - Fired when the call has no record, and none was found by its `number`.
 * @fires record-open - Fired before a record or a user is opened at `path`. Bubbles, cancelable.
 * @slot header - Above the record, or above the message in its place.
 * @slot footer - Below the record.
 * @slot field-NAME - Replaces the value of one field that is shown. NAME is the field's code
 *   (`field-UF_CRM_1720019876534`, `field-SOURCE_ID`) or its name in `crm.item.get`
 *   (`field-sourceId`).
 * @slot empty - Shown when no record is found, for example a button that creates a lead.
 * @csspart tabs - The row of tabs, where the call is bound to several records.
 * @csspart tab - One tab.
 * @csspart header - The record's type, title, phones and e-mails.
 * @csspart title - The record's title.
 * @csspart refresh - The button that loads the record again.
 * @csspart type - The record's type.
 * @csspart phone - A phone number.
 * @csspart phone-remark - The words beside the numbers of a field.
 * @csspart called - The message behind a phone number that the portal was asked to call it.
 * @csspart copy - The button that copies a phone.
 * @csspart on-the-line - The mark of the number that is on the line.
 * @csspart owner - Whose phone or e-mail it is, if it is not the record's own.
 * @csspart email - An e-mail address.
 * @csspart notice - The message that the record is stale, incomplete or only found by its number, or that something was refused.
 * @csspart stage - The chip with the stage.
 * @csspart section - A section of the operator's own layout.
 * @csspart section-title - The button that folds it.
 * @csspart field - A label with its value.
 * @csspart label - A field's label.
 * @csspart value - A field's value.
 * @csspart pending - The placeholder of a name that is being loaded.
 * @csspart chip - A value that one of the page's formatters shows as a chip.
 * @csspart link - A link to a record, a user, a file or a page.
 * @csspart more - The button that shows the whole of a long text.
 * @csspart panel - The content of the chosen tab.
 * @csspart callers - The list of records that have the number.
 * @csspart workday - Whether the responsible person is at work.
 * @csspart caller - A record in that list.
 * @csspart back - The button that goes back to the list.
 * @csspart skeleton - The outline while the record is loaded.
 * @csspart state - The message when no record can be shown.
 * @csspart retry - The button that tries again.
 * @cssprop --call-card-color - The text.
 * @cssprop --call-card-secondary-color - Labels and hints.
 * @cssprop --call-card-background - The background.
 * @cssprop --call-card-border-color - Between sections, and around quiet buttons.
 * @cssprop --call-card-field-border-color - The mark of somebody who is not at work.
 * @cssprop --call-card-border-radius - The corners of the element.
 * @cssprop --call-card-link-color - Links, and the text of buttons.
 * @cssprop --call-card-focus-color - The focus ring.
 * @cssprop --call-card-tint - The background of buttons.
 * @cssprop --call-card-success-color - The mark of the phone on the line.
 * @cssprop --call-card-font-family - The font.
 */
export class CrmEntityPanelElement extends LocalizedElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    iconButtonStyles,
    dottedStyles,
    panelStyles,
    stateStyles,
  ];

  @property({attribute: 'entity-type'}) entityType: string | number | null = null;
  @property({attribute: 'entity-id'}) entityId: string | number | null = null;

  @property() fields: string | null = null;

  /** The page's own formatters, by the name or the type of a field. They override the kit's. */
  @property({attribute: false}) formatters: FieldFormatters = {};

  readonly #consumer = new ControllerConsumer(this);
  readonly #store = new PanelStateStore(this);
  readonly #events = new PanelEvents(this);
  readonly #publisher = new ShownPublisher();
  readonly #names = new NameLoader((before, after) => {
    this.#events.replaceRecord(before, after);
    this.#store.replaceRecord(before, after);
  });
  readonly #actions = new PanelActions(this, () => this.#consumer.controller);
  readonly #copier = new CopyController(this);
  #expanded: ReadonlySet<string> = new Set();
  /** The record on screen, by its key. */
  #shown = '';

  constructor() {
    super();
    new CallAnnouncer(this, this.#consumer, 'connection');
    new FocusRestorer(this, '[part=retry]', '[part=refresh], [part=retry]');
  }

  /** The record on screen; `null` while another one is loaded. */
  get record(): CrmRecord | null {
    const {state} = this.#store;
    return state.status === 'record' && state.loading.status === 'loaded'
      ? state.loading.value
      : null;
  }

  /** @internal Resolves after the update that shows the first record, or why there is none. */
  get firstRender(): Promise<void> {
    return this.#events.first;
  }

  /** Loads the record on screen again, which stays visible meanwhile, or repeats what failed. */
  reload(): void {
    const {controller, snapshot} = this.#consumer;
    if (snapshot.status === 'failed') void controller?.start();
    else this.#store.reload();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('entityType') || changed.has('entityId')) {
      reportEntityAttributes(this);
    }
    this.#store.update(this.#consumer.controller, this.#consumer.snapshot, this);
    const {state} = this.#store;
    const shown = state.status === 'record' ? entityKey(state.ref) : '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    // The expanded texts were those of the last record.
    this.#expanded = new Set();
    this.#actions.clear();
    this.#copier.clear();
  }

  override updated(): void {
    this.#events.dispatchFor(this.#store.state);
    this.#publisher.publish(this.#consumer.controller, this.#store.state);
    this.#loadNames();
    this.#reportFields();
  }

  override render(): TemplateResult {
    return panelTemplate(this.#store.state, this.#view);
  }

  get #view(): PanelView {
    return {
      snapshot: this.#consumer.snapshot,
      fields: this.#fieldNames,
      expanded: this.#expanded,
      formatters: this.formatters,
      actions: this.#actions,
      copier: this.#copier,
      toggleText: this.#toggleText,
      onSectionToggle: () => this.requestUpdate(),
      reload: () => this.reload(),
      chooseRecord: this.#chooseRecord,
      backToCallers: () => this.#chooseRecord(null),
      onTabKey: this.#onTabKey,
    };
  }

  #loadNames(): void {
    const {record} = this;
    if (record === null) return;
    const sections = layOutFields(record, this.#fieldNames, this.formatters);
    if (this.#names.loadNames(record, sections)) this.#events.dispatchComplete(record);
  }

  get #fieldNames(): readonly string[] {
    return this.fields?.split(/[\s,]+/).filter(Boolean) ?? [];
  }

  /** Reports the names in `fields` that the record on screen does not have. */
  #reportFields(): void {
    const {record} = this;
    if (record === null || this.fields === null) return;
    const written = `<${this.localName} fields="${this.fields}">`;
    for (const given of namesWithoutField(record, this.#fieldNames)) {
      const type = entityTypeOf(record.ref.typeId)?.code ?? record.ref.typeId;
      const problem = `a record of the type ${type} has no field “${given}”`;
      reportMistake({written, given, problem, allowed: record.fieldNames});
    }
  }

  readonly #toggleText = (code: string): void => {
    const expanded = new Set(this.#expanded);
    if (!expanded.delete(code)) expanded.add(code);
    this.#expanded = expanded;
    this.requestUpdate();
  };

  readonly #chooseRecord = (ref: EntityRef | null): void => {
    this.#store.chooseRecord(ref);
    // The pressed button may be gone: its replacement gets the focus.
    void this.updateComplete.then(() => {
      if (this.shadowRoot?.activeElement) return;
      this.renderRoot.querySelector<HTMLElement>('[part=back], [part=caller]')?.focus();
    });
  };

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const {state} = this.#store;
    if (state.status !== 'record' || event.ctrlKey || event.altKey || event.metaKey) return;
    const {tabs, ref} = state;
    const next = tabAfterKey(event.key, {
      index: tabs.findIndex((tab) => sameEntity(tab.ref, ref)),
      count: tabs.length,
      // The content has the direction of its language, which may not be the page's.
      rightToLeft: getComputedStyle(this.renderRoot.children[0] ?? this).direction === 'rtl',
    });
    const tab = next === undefined ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    this.#store.chooseRecord(tab.ref);
    void this.updateComplete.then(() => this.#focusTab(tab.ref));
  };

  #focusTab(ref: EntityRef): void {
    const tab = this.renderRoot.querySelector<HTMLElement>(`[id='${tabId(ref)}']`);
    tab?.focus();
    // Focusing a tab that is partly visible does not scroll to it.
    tab?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-entity-panel': CrmEntityPanelElement;
  }
}
