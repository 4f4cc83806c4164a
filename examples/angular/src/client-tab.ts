/** The tab in the call card: the kit's tags in a template, with a property and two events. */
import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import type {
  ActionName,
  CallActionEvent,
  CrmEntityPanelElement,
  RecordLoadEvent,
} from 'call-card-kit';

@Component({
  selector: '#app',
  // The kit's tags are elements of the page. Their events are typed by their names; of properties
  // Angular checks nothing, so that what is bound to one is declared with the element's own type.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <call-card-context theme="auto">
      <call-summary />
      <crm-entity-panel [formatters]="formatters" (record-load)="showRecord($event)" />
      <call-state-controls controls="operator" shortcuts (call-action)="showRequest($event)" />
      <call-notes placeholder="What was agreed?">
        <option value="sold">Sold</option>
        <option value="call-back">Call back</option>
      </call-notes>
    </call-card-context>
    <p>
      Record: <output id="record">{{ recordId() ?? 'none yet' }}</output>
    </p>
    <p>
      Asked for: <output id="request">{{ request() ?? 'nothing yet' }}</output>
    </p>
  `,
})
export class ClientTab {
  readonly formatters: CrmEntityPanelElement['formatters'] = {
    UF_CRM_CUSTOMER_NUMBER: (value) => ({kind: 'chip', text: `№ ${value}`, color: '#9ad6ff'}),
  };
  readonly recordId = signal<number | undefined>(undefined);
  readonly request = signal<ActionName | undefined>(undefined);

  showRecord({entity}: RecordLoadEvent): void {
    this.recordId.set(entity.id);
  }

  showRequest({action}: CallActionEvent): void {
    this.request.set(action.name);
  }
}
