/** The app's addition to the kit's tab: a button that makes a lead for a caller who is not in the CRM. */
import type {} from '../../src/entries/index.js';

const context = find('call-card-context');
const panel = find('crm-entity-panel');
const notes = find('call-notes');
const button = find('button');

panel.addEventListener('record-missing', ({number}) => {
  button.hidden = number === null;
  button.textContent = 'Create a lead';
  button.onclick = () => void createLead(number ?? '');
});
// A record to which the call is bound later takes precedence over the lead.
context.addEventListener('call-change', ({snapshot}) => {
  const {call} = snapshot;
  if (call !== null && call.entity !== null) showLead(null);
});

/** Makes a lead and shows it. The button shows the portal's refusal, and can be pressed again. */
async function createLead(number: string): Promise<void> {
  if (context.controller === undefined) return;
  button.disabled = true;
  const fields = {title: `Call from ${number}`, fm: {n0: {typeId: 'PHONE', value: number}}};
  try {
    const {result} = await context.controller.crm.rest('crm.item.add', {entityTypeId: 1, fields});
    const {item} = result as {readonly item: {readonly id: number}};
    showLead(item.id);
  } catch (error) {
    button.textContent = `Create a lead (${error instanceof Error ? error.message : 'not done'})`;
  } finally {
    button.disabled = false;
  }
}

/** Shows a lead in the panel and saves notes in its timeline; with `null`, the call's own record again. */
function showLead(leadId: number | null): void {
  for (const element of [panel, notes]) {
    element.entityType = leadId === null ? null : 'LEAD';
    element.entityId = leadId;
  }
}

function find<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  const element = document.querySelector(tag);
  if (element === null) throw new Error(`the tab has no <${tag}>`);
  return element;
}
