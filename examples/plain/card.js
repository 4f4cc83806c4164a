/** The tab in the call card: a property and two events of the tags in card.html. */

/** @type {import('call-card-kit').FieldFormatters} */
const formatters = {
  UF_CRM_CUSTOMER_NUMBER: (value) => ({kind: 'chip', text: `№ ${value}`, color: '#9ad6ff'}),
};

// What is set before a tag's own script has come is there when it comes.
const panel = find('crm-entity-panel');
panel.formatters = formatters;
panel.addEventListener('record-load', ({entity}) => show('record', `${entity.id}`));
find('call-state-controls').addEventListener('call-action', ({action}) => {
  show('request', action.name);
});

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 */
function find(tag) {
  const element = document.querySelector(tag);
  if (element === null) throw new Error(`The page has no <${tag}>.`);
  return element;
}

/**
 * @param {string} id
 * @param {string} text
 */
function show(id, text) {
  const output = document.getElementById(id);
  if (output !== null) output.textContent = text;
}
