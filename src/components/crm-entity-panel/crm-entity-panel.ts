/** The element that shows the CRM record of a call. */
import {initialState, Task, TaskStatus} from '@lit/task';
import {LitElement, html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {CrmRecord} from '../../crm/record.js';
import {RecordErrorEvent} from '../../events/record-error-event.js';
import {RecordLoadEvent} from '../../events/record-load-event.js';
import {RecordOpenEvent} from '../../events/record-open-event.js';
import {text} from '../../i18n/text.js';
import {toCallCardError, type CallCardError} from '../../model/call-card-error.js';
import type {EntityRef} from '../../model/entity-ref.js';
import {ControllerConsumer} from '../shared/controller-consumer.js';
import {buttonStyles, hostStyles} from '../shared/styles.js';
import {panelStyles} from './panel-styles.js';
import {readAttributes, targetOf, type PanelTarget} from './panel-target.js';
import type {PanelView} from './panel-view.js';
import {recordTemplate} from './record-template.js';
import {
  badAttributesTemplate,
  failureTemplate,
  noPortalTemplate,
  notLinkedTemplate,
  skeletonTemplate,
} from './state-templates.js';

type PanelState =
  | Exclude<PanelTarget, {status: 'record'}>
  | {readonly status: 'loading'}
  | {readonly status: 'loaded'; readonly record: CrmRecord}
  | {readonly status: 'failed'; readonly ref: EntityRef; readonly error: CallCardError};

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
 * @fires record-load - the record of `entity` is on screen
 * @fires record-error - it could not be loaded, or the portal did not open it; with the `error`
 * @fires record-open - somebody wants to open a record or a user at `path`; bubbles, and may be
 *   prevented
 * @csspart header - the record's type, title, phones and e-mails
 * @csspart title
 * @csspart phone
 * @csspart email
 * @csspart stage - the chip with the stage
 * @csspart field - a label with its value
 * @csspart label
 * @csspart value
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

  readonly #consumer = new ControllerConsumer(this);
  readonly #task = new Task(this, {
    args: () => {
      const target = this.#target;
      const ref = target.status === 'record' ? target.ref : undefined;
      // Numbers, not the object: every snapshot has its own.
      return [this.#consumer.controller, ref?.typeId, ref?.id] as const;
    },
    task: ([controller, typeId, id], {signal}) => {
      if (controller === undefined || typeId === undefined || id === undefined) return initialState;
      // What was unfolded belonged to the last record.
      this.#expanded = new Set();
      this.#openFailed = false;
      const reload = this.#reload;
      this.#reload = false;
      return controller.crm.record({typeId, id}, {signal, reload});
    },
  });
  #expanded: ReadonlySet<string> = new Set();
  #openFailed = false;
  #reload = false;
  #announced: CrmRecord | CallCardError | undefined;
  #warned = '';

  /** The record on screen; none while another one is being loaded. */
  get record(): CrmRecord | null {
    const present = this.#state;
    return present.status === 'loaded' ? present.record : null;
  }

  /** Loads the record again, or tries again what failed. */
  reload(): void {
    const {controller, snapshot} = this.#consumer;
    if (snapshot.status === 'failed') {
      void controller?.start();
      return;
    }
    this.#reload = true;
    void this.#task.run();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('entityType') || changed.has('entityId')) this.#warnOfAttributes();
  }

  override updated(): void {
    this.#announce(this.#state);
  }

  override render(): TemplateResult {
    const present = this.#state;
    const busy = present.status === 'loading' || present.status === 'connecting';
    return html`<section class="card" aria-label=${text('panel.label')} aria-busy=${busy}>
      ${this.#content(present)}
    </section>`;
  }

  #content(present: PanelState): TemplateResult {
    const view = this.#view;
    switch (present.status) {
      case 'connecting':
      case 'loading':
        return skeletonTemplate();
      case 'no-portal':
        return noPortalTemplate(present.error, view);
      case 'not-linked':
        return notLinkedTemplate(present.number);
      case 'bad-attributes':
        return badAttributesTemplate();
      case 'failed':
        return failureTemplate(present.error, view);
      case 'loaded':
        return recordTemplate(present.record, view);
    }
  }

  get #target(): PanelTarget {
    return targetOf(this.#consumer.snapshot, this);
  }

  get #state(): PanelState {
    const target = this.#target;
    if (target.status !== 'record') return target;
    const {status, value, error} = this.#task;
    if (status === TaskStatus.ERROR) {
      return {status: 'failed', ref: target.ref, error: toCallCardError(error, 'crm.item.get')};
    }
    // While the next record is loading, the last one is not shown in its place.
    if (status !== TaskStatus.COMPLETE || value === undefined) return {status: 'loading'};
    return {status: 'loaded', record: value};
  }

  get #view(): PanelView {
    return {
      snapshot: this.#consumer.snapshot,
      expanded: this.#expanded,
      openFailed: this.#openFailed,
      toggle: this.#toggle,
      open: this.#open,
      retry: () => this.reload(),
    };
  }

  /** Tells once of each record and each failure, when it is on screen. */
  #announce(present: PanelState): void {
    if (present.status === 'loaded') {
      if (this.#announced === present.record) return;
      this.#announced = present.record;
      this.dispatchEvent(new RecordLoadEvent(present.record.ref));
    } else if (present.status === 'failed') {
      if (this.#announced === present.error) return;
      this.#announced = present.error;
      this.dispatchEvent(new RecordErrorEvent(present.ref, present.error));
    } else {
      this.#announced = undefined;
    }
  }

  readonly #toggle = (code: string): void => {
    const expanded = new Set(this.#expanded);
    if (!expanded.delete(code)) expanded.add(code);
    this.#expanded = expanded;
    this.requestUpdate();
  };

  readonly #open = (event: MouseEvent, path: string, entity: EntityRef | null): void => {
    const {controller} = this.#consumer;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere || this.#openFailed || controller === undefined) return;
    event.preventDefault();
    if (!this.dispatchEvent(new RecordOpenEvent(path, entity))) return;
    const shown = this.record;
    controller.openPath(path).catch((thrown: unknown) => {
      if (shown === null || this.record !== shown) return;
      this.#openFailed = true;
      this.requestUpdate();
      this.dispatchEvent(new RecordErrorEvent(shown.ref, toCallCardError(thrown, 'openPath')));
    });
  };

  #warnOfAttributes(): void {
    const {problems} = readAttributes(this);
    const [first] = problems;
    const message = `<crm-entity-panel> can't show entity-type="${this.entityType}" entity-id="${this.entityId}": ${first?.expected} was expected.`;
    if (first === undefined || message === this.#warned) return;
    this.#warned = message;
    console.warn(message);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-entity-panel': CrmEntityPanelElement;
  }
}
