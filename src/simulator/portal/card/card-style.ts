/** How the simulated card, its slider and its alert look: the portal's own tokens, light theme. */

const STYLE = `
.call-card {
  --card-text: var(--ui-color-base-1, #333);
  --card-muted: var(--ui-color-base-2, #525c69);
  --card-line: var(--ui-color-base-7, #edeef0);
  display: flex;
  flex-direction: column;
  box-sizing: border-box;
  block-size: 100%;
  color: var(--card-text);
  background: var(--ui-color-bg-content-primary, #fff);
  border-radius: 12px;
  box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
  font: 14px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  overflow: hidden;
}
.call-card:has(> .call-card-body[hidden]) { block-size: auto; }
.call-card [hidden] { display: none !important; }
.call-card p, .call-card h2 { margin: 0; }
.call-card-header {
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 10px 16px;
  border-block-end: 1px solid var(--card-line);
}
.call-card-title { flex: 1; font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
.call-card-timer { font-variant-numeric: tabular-nums; font-weight: 600; }
.call-card-body { display: flex; flex: 1; min-block-size: 0; }
.call-card-side {
  display: flex;
  flex-direction: column;
  gap: 8px;
  flex: 0 0 232px;
  padding: 16px;
  box-sizing: border-box;
  border-inline-end: 1px solid var(--card-line);
  background: var(--ui-color-bg-content-secondary, #fbfbfb);
  overflow: auto;
}
.call-card-number { font-size: 18px; font-weight: 600; }
.call-card-line, .call-card-status { color: var(--card-muted); }
.call-card-status { min-block-size: 1.4em; }
.call-card-buttons { display: grid; grid-template-areas: 'begin other'; grid-template-columns: 1fr 1fr; gap: 8px; }
.call-card-buttons:has([data-place='next']) { grid-template-areas: 'begin other' 'end next'; }
.call-card-buttons[data-kept] {
  grid-template-areas: 'begin other' 'end end' 'hold mute' 'quality quality';
  grid-template-rows: repeat(4, minmax(34px, auto));
}
.call-card-buttons[data-kept]:has([data-place='next']) {
  grid-template-areas: 'begin other' 'end next' 'hold mute' 'quality quality';
}
.call-card-buttons [data-place='begin'] { grid-area: begin; }
.call-card-buttons [data-place='other'] { grid-area: other; }
.call-card-buttons [data-place='end'] { grid-area: end; }
.call-card-buttons [data-place='next'] { grid-area: next; }
.call-card-buttons [data-place='hold'] { grid-area: hold; }
.call-card-buttons [data-place='mute'] { grid-area: mute; }
.call-card-buttons [data-place='quality'] { grid-area: quality; }
.call-card button, .portal-slider button, .portal-alert button, .portal-messenger button {
  min-block-size: 34px;
  padding: 4px 10px;
  border: 1px solid var(--ui-color-base-6, #dfe0e3);
  border-radius: 4px;
  background: #fff;
  color: var(--ui-color-base-1, #333);
  font: inherit;
  font-weight: 500;
  cursor: pointer;
}
.call-card button:hover { background: #f5f7f8; }
.call-card button:focus-visible, .call-card :is(input, select, textarea):focus-visible {
  outline: 2px solid var(--ui-color-accent-main-primary, #0075ff);
  outline-offset: 1px;
}
.call-card button[aria-pressed='true'], .call-card button[aria-expanded='true']:not(.call-card-fold) {
  background: #edf7ff;
  border-color: #0075ff;
  color: #0154c8;
}
.call-card .success { background: #1bce7b; border-color: #1bce7b; color: #1d2b24; }
.call-card .success:hover { background: #10b769; }
.call-card .alert { background: #c21b16; border-color: #c21b16; color: #fff; }
.call-card .alert:hover { background: #a51511; }
.call-card-dial-pad { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6px; }
.call-card-stars { display: grid; gap: 4px; }
.call-card-transfer, .call-card-comment { display: grid; gap: 6px; }
.call-card-comment { margin-block-start: auto; }
.call-card :is(input, select, textarea) {
  box-sizing: border-box;
  inline-size: 100%;
  padding: 6px 8px;
  border: 1px solid var(--ui-color-base-5, #c9ccd0);
  border-radius: 4px;
  font: inherit;
  resize: vertical;
}
.call-card-tabs { display: flex; flex-direction: column; flex: 1; min-inline-size: 0; }
.call-card-tab-list { display: flex; gap: 16px; padding: 0 16px; border-block-end: 1px solid var(--card-line); }
.call-card button[role='tab'] { border: 0; border-radius: 0; padding-inline: 0; color: var(--card-muted); background: none; }
.call-card button[role='tab'][aria-selected='true'] {
  color: #0154c8;
  box-shadow: inset 0 -2px #0075ff;
}
.call-card-panel { flex: 1; min-block-size: 0; }
.call-card-panel iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
.portal-slider {
  position: fixed;
  z-index: 5;
  inset-block: 0;
  inset-inline: auto 0;
  box-sizing: border-box;
  inline-size: 70vw;
  block-size: 100vh;
  max-block-size: 100vh;
  margin: 0;
  border: 0;
  box-shadow: 0 0 32px rgb(0 0 0 / 0.35);
  font: 14px/1.4 system-ui, sans-serif;
}
.portal-slider[open] { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; }
.portal-slider > p { margin: 0; }
.portal-slider-page { flex: 1; inline-size: 100%; }
.portal-slider-page:empty { display: none; }
.portal-page-frame { display: block; inline-size: 100%; block-size: 100%; border: 0; }
.portal-page-place { box-sizing: border-box; block-size: 100%; padding: 16px; }
.portal-alert {
  position: fixed;
  inset-block-start: 24px;
  inset-inline: 0;
  z-index: 10;
  inline-size: 360px;
  margin-inline: auto;
  padding: 16px;
  border-radius: 10px;
  background: #fff;
  box-shadow: 0 8px 32px rgb(0 0 0 / 0.3);
  font: 14px/1.4 system-ui, sans-serif;
}
.portal-messenger {
  position: fixed;
  inset-block-end: 24px;
  inset-inline-end: 24px;
  z-index: 10;
  display: flex;
  align-items: center;
  gap: 16px;
  padding: 12px 16px;
  border-radius: 10px;
  background: #fff;
  box-shadow: 0 8px 32px rgb(0 0 0 / 0.3);
  font: 14px/1.4 system-ui, sans-serif;
}
.portal-messenger > p { margin: 0; }
`;

const adopted = new WeakSet<Document>();

/** Adds the sheet to a document, once. */
export function adoptCardStyle(document: Document): void {
  const {defaultView} = document;
  if (adopted.has(document) || defaultView === null) return;
  adopted.add(document);
  const sheet = new defaultView.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
