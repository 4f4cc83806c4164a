/** The element that shows the CRM record of a call. */
import type {PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {namesWithoutField} from '../../crm/record/field-sections.js';
import type {FieldFormatters} from '../../crm/format/field-formatters.js';
import type {CrmRecord} from '../../crm/record.js';
import {entityKey, sameEntity, type EntityRef} from '../../model/entity/entity-ref.js';
import {entityTypeOf} from '../../model/entity/entity-type.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {dottedStyles} from '../shared/styles/dotted-line.js';
import {iconButtonStyles} from '../shared/styles/icon-button.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {reportRecordAttributes} from '../shared/mistakes/record-attributes.js';
import {reportMistake} from '../shared/mistakes/report-mistake.js';
import {buttonStyles, hostStyles} from '../shared/styles/styles.js';
import {KeptFocus} from './state/kept-focus.js';
import {PanelAnnouncer} from './panel-announcer.js';
import {PanelStateStore} from './state/panel-state.js';
import {PanelLinks} from './panel-actions.js';
import {panelTemplate} from './templates/panel-template.js';
import {panelStyles} from './crm-entity-panel.styles.js';
import {tabAfterKey} from './state/panel-tabs.js';
import {readAttributes} from './state/panel-target.js';
import type {PanelView} from './panel-view.js';
import {stateStyles} from './templates/state-styles.js';
import {tabId} from './templates/tabs-template.js';

/**
 * Shows the CRM record that the call is linked to, or the one in whose tab the page is.
 *
 * ```html
 * <crm-entity-panel></crm-entity-panel>
 * <crm-entity-panel entity-type="DEAL" entity-id="25"></crm-entity-panel>
 * ```
 *
 * A page may show fields in its own way: by slots, or by formatters for the fields or types that it
 * knows better. A formatter describes, the panel makes the nodes; what a record says is never HTML.
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
 * @attr entity-type - a CRM type: `CONTACT`, `DYNAMIC_177`, `3`
 * @attr entity-id - the record's number; with it the panel shows this record whatever the call is
 * @attr fields - the codes of the fields to show instead of the operator's own layout:
 *   `POST,UF_CRM_SIZE`
 * @attr {'light' | 'dark' | 'auto'} theme - `auto` follows the system; light when nothing is said,
 *   here or on the context around
 * @attr {boolean} compact - smaller type, buttons and distances
 * @fires record-load - the record of `entity` is on screen
 * @fires record-error - it could not be loaded, or the portal did not open it; with the `error`
 * @fires record-missing - the call has no record, and none was found by its `number`
 * @fires record-open - somebody wants to open a record or a user at `path`; bubbles, and may be
 *   prevented
 * @slot header - above the record, or above what stands in its place
 * @slot footer - below it
 * @slot field-NAME - replaces the value of one field that is shown. NAME is the field's code
 *   (`field-UF_CRM_1720019876534`, `field-SOURCE_ID`) or its name in `crm.item.get`
 *   (`field-sourceId`)
 * @slot empty - what to do when nobody is known: a button that creates a lead
 * @csspart tabs - the row of tabs, where the call is bound to several records
 * @csspart tab - one of them
 * @csspart header - the record's type, title, phones and e-mails
 * @csspart title - what the record is called
 * @csspart refresh - the button that loads the record again
 * @csspart type - what kind of record it is
 * @csspart phone - a phone number
 * @csspart phone-remark - the words beside the numbers of a field
 * @csspart called - says behind a phone that the portal was asked to call it
 * @csspart copy - the button that copies a phone
 * @csspart on-the-line - the mark of the phone that the call is from, or to
 * @csspart owner - whose phone or e-mail it is, where it is not the record's own
 * @csspart email - an e-mail address
 * @csspart notice - that something is stale, incomplete, only found, or was refused
 * @csspart stage - the chip with the stage
 * @csspart section - a section of the operator's own layout
 * @csspart section-title - the button that folds it
 * @csspart field - a label with its value
 * @csspart label - what a field is called
 * @csspart value - what a field says
 * @csspart chip - a value that one of the page's formatters shows as a chip
 * @csspart link - a link to a record, a user, a file or a page
 * @csspart more - the button that shows the whole of a long text
 * @csspart panel - what belongs to the chosen tab
 * @csspart callers - the list of those who have the number
 * @csspart workday - whether the responsible person is at work
 * @csspart caller - a record in the list of those who have the number
 * @csspart back - the button that goes back to this list
 * @csspart skeleton - what stands there while it is loaded
 * @csspart state - what stands there when no record can be shown
 * @csspart retry - the button that tries again
 * @cssprop --call-card-color - the text
 * @cssprop --call-card-secondary-color - labels and hints
 * @cssprop --call-card-background - behind everything
 * @cssprop --call-card-border-color - between sections, and around quiet buttons
 * @cssprop --call-card-field-border-color - the mark of somebody who is not at work
 * @cssprop --call-card-border-radius - the corners of the whole
 * @cssprop --call-card-link-color - links, and the text of buttons
 * @cssprop --call-card-focus-color - around what has the focus
 * @cssprop --call-card-tint - behind buttons
 * @cssprop --call-card-success-color - the mark of the phone on the line
 * @cssprop --call-card-font-family - the typeface
 */
export class CrmEntityPanelElement extends LocalizedElement {
  static override words = ['panel', 'record'] as const;
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

  /** The page's own formatters, by the name or the type of a field; they go before the kit's. */
  @property({attribute: false}) formatters: FieldFormatters = {};

  readonly #consumer = new ControllerConsumer(this);
  readonly #content = new PanelStateStore(this);
  readonly #announcer = new PanelAnnouncer(this);
  readonly #links = new PanelLinks(this, () => this.#consumer.controller);
  #expanded: ReadonlySet<string> = new Set();
  /** The record on screen, by its key. */
  #shown = '';

  constructor() {
    super();
    new CallAnnouncer(this, this.#consumer, 'connection');
    new KeptFocus(this, '[part=retry]', '[part=refresh], [part=retry]');
  }

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
    if (changed.has('entityType') || changed.has('entityId')) {
      reportRecordAttributes(this, this, readAttributes(this).problems);
    }
    this.#content.update(this.#consumer.controller, this.#consumer.snapshot, this);
    const present = this.#content.state;
    const shown = present.status === 'record' ? entityKey(present.ref) : '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    // What was unfolded belonged to the last record.
    this.#expanded = new Set();
    this.#links.forget();
  }

  override updated(): void {
    this.#announcer.announce(this.#content.state);
    this.#reportFields();
  }

  override render(): TemplateResult {
    return panelTemplate(this.#content.state, this.#view);
  }

  get #view(): PanelView {
    return {
      snapshot: this.#consumer.snapshot,
      fields: this.#names,
      expanded: this.#expanded,
      formatters: this.formatters,
      links: this.#links,
      toggle: this.#toggle,
      reload: () => this.reload(),
      choose: this.#choose,
      chooseAnother: () => this.#choose(null),
      keyOnTab: this.#keyOnTab,
    };
  }

  get #names(): readonly string[] {
    return this.fields?.split(/[\s,]+/).filter(Boolean) ?? [];
  }

  /** Names of fields that the record on screen does not have. */
  #reportFields(): void {
    const {record} = this;
    if (record === null || this.fields === null) return;
    const written = `<${this.localName} fields="${this.fields}">`;
    for (const given of namesWithoutField(record, this.#names)) {
      const type = entityTypeOf(record.ref.typeId)?.code ?? record.ref.typeId;
      const problem = `a record of the type ${type} has no field “${given}”`;
      reportMistake({written, given, problem, allowed: record.fieldNames});
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
      // What is inside has the direction of its language, whatever the page's is.
      rightToLeft: getComputedStyle(this.renderRoot.children[0] ?? this).direction === 'rtl',
    });
    const tab = next === undefined ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    this.#content.choose(tab.ref);
    void this.updateComplete.then(() => this.#focusTab(tab.ref));
  };

  #focusTab(ref: EntityRef): void {
    const tab = this.renderRoot.querySelector<HTMLElement>(`[id='${tabId(ref)}']`);
    tab?.focus();
    // Focus is content with a tab of which a part can be seen.
    tab?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-entity-panel': CrmEntityPanelElement;
  }
}
