/** What the app adds to the kit in its tab: a lead for a caller whom nobody in the CRM has. */
import type {CallCardContextElement, CrmEntityPanelElement} from '../../src/index.js';

const context = find<CallCardContextElement>('call-card-context');
const panel = find<CrmEntityPanelElement>('crm-entity-panel');
const button = find<HTMLButtonElement>('#create');

panel.addEventListener('record-missing', ({number}) => {
  button.hidden = number === null;
  button.textContent = 'Create a lead';
  button.onclick = () => void createLead(number ?? '');
});

/** Shows the new lead; what the portal says against it stands on the button, which can be pressed again. */
async function createLead(number: string): Promise<void> {
  if (context.controller === undefined) return;
  button.disabled = true;
  const fields = {title: `Call from ${number}`, fm: {n0: {typeId: 'PHONE', value: number}}};
  try {
    const {result} = await context.controller.crm.rest('crm.item.add', {entityTypeId: 1, fields});
    const {item} = result as {readonly item: {readonly id: number}};
    Object.assign(panel, {entityType: 'LEAD', entityId: item.id});
  } catch (error) {
    button.textContent = `Create a lead (${error instanceof Error ? error.message : 'not done'})`;
  } finally {
    button.disabled = false;
  }
}

function find<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (element === null) throw new Error(`the tab has no ${selector}`);
  return element;
}
