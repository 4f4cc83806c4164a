/** Live examples for the documentation's site: the gallery, in frames of its pages. */

/**
 * Of each element some states that say much, as the gallery calls them; the first is shown.
 * @type {Record<string, {height: number, states: readonly string[]}>}
 */
export const LIVE = {
  'call-summary': {
    height: 130,
    states: ['muted-and-held', 'tab', 'campaign', 'hidden-number', 'silent-portal'],
  },
  'crm-entity-panel': {
    height: 460,
    states: ['contact', 'deal', 'callers', 'not-linked', 'no-access', 'formatters'],
  },
  'call-state-controls': {
    height: 260,
    states: ['shortcuts', 'ui-incoming', 'transfer', 'dial-pad', 'refused', 'tab'],
  },
  'call-notes': {height: 260, states: ['results', 'empty', 'saved', 'offline', 'not-linked']},
};

/** @param {string} element */
export function liveExample(element) {
  const {height, states} = LIVE[element] ?? {height: 0, states: []};
  const links = states.map(
    (state) => `<a href="${addressOf(element, state)}" target="live-${element}">${state}</a>`,
  );
  return `<figure class="live">
    <iframe name="live-${element}" title="${element}, live" height="${height}"
      src="${addressOf(element, states[0] ?? '')}"></iframe>
    <figcaption>Live, with records of the simulator: ${links.join(' ')}</figcaption>
  </figure>`;
}

/**
 * @param {string} element
 * @param {string} state
 */
function addressOf(element, state) {
  return `gallery/index.html?element=${element}&amp;state=${state}`;
}
