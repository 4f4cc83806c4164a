/** The tab in the call card: the kit's tags as JSX, with a property and two events. */
import type {ActionName, FieldFormatters} from 'call-card-kit';
import type {} from 'call-card-kit/react';
import {useState, type ReactNode} from 'react';

/** Outside of the component: a new object for each render would be a new property each time. */
const formatters: FieldFormatters = {
  UF_CRM_CUSTOMER_NUMBER: (value) => ({kind: 'chip', text: `№ ${value}`, color: '#9ad6ff'}),
};

export function ClientTab(): ReactNode {
  const [recordId, setRecordId] = useState<number>();
  const [request, setRequest] = useState<ActionName>();
  return (
    <>
      <call-card-context theme="auto">
        <call-summary />
        <crm-entity-panel
          formatters={formatters}
          onrecord-load={({entity}) => setRecordId(entity.id)}
        />
        <call-state-controls
          controls="operator"
          shortcuts
          oncall-action={({action}) => setRequest(action.name)}
        />
        <call-notes placeholder="What was agreed?">
          <option value="sold">Sold</option>
          <option value="call-back">Call back</option>
        </call-notes>
      </call-card-context>
      <p>
        Record: <output id="record">{recordId ?? 'none yet'}</output>
      </p>
      <p>
        Asked for: <output id="request">{request ?? 'nothing yet'}</output>
      </p>
    </>
  );
}
