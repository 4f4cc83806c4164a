/** The styles of a panel with a record: a section of the portal's record card, from 280 px on. */
import {css} from 'lit';

export const panelStyles = css`
  ul,
  dl,
  dd,
  p,
  h2 {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--link);
    text-decoration-color: color-mix(in srgb, currentcolor 30%, transparent);
    text-underline-offset: 2px;
  }
  /* Links in a list are large enough targets (WCAG 2.5.8). */
  li > :is(a, .pending) {
    line-height: 1.72;
  }
  .pending {
    display: block;
  }
  .pending::before {
    display: inline-block;
    inline-size: min(9em, 80%);
    block-size: 0.7em;
    border-radius: 4px;
    background: color-mix(in srgb, var(--text-2) 28%, var(--surface));
    content: '';
  }
  a:hover {
    text-decoration-color: currentcolor;
  }
  [role='tablist'] {
    display: flex;
    gap: 16px;
    margin-block: -4px 12px;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
    scrollbar-width: thin;
  }
  [role='tab'] {
    display: block;
    flex: none;
    max-inline-size: 11em;
    padding: 4px 0 6px;
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--text);
    text-align: start;
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab'] > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role='tab'] .note {
    font-size: var(--type-xs);
    font-weight: 400;
  }
  [role='tab'][aria-selected='true'] {
    border-color: var(--link);
    color: var(--link);
  }
  button.refresh {
    /* The icon ends where the text does. */
    margin-inline: auto calc(8px - var(--icon-control) / 2);
  }
  button.icon > .icon {
    stroke-width: 1.5;
  }
  [aria-busy='true'] .refresh svg {
    animation: turn 0.8s linear infinite;
  }
  header {
    display: grid;
    gap: 4px;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    min-block-size: var(--icon-control);
    font-size: var(--type-xs);
  }
  h2 {
    font-size: var(--type-l);
    font-weight: 600;
    line-height: 1.35;
  }
  .chip {
    padding-inline: 8px;
    border-radius: 99rem;
    background: var(--line);
    color: var(--text);
    font-size: var(--type-xs);
    line-height: 1.67;
  }
  .contacts {
    display: grid;
    gap: 2px;
  }
  /* A line with a copy button is as high as one without. */
  .contacts li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    min-block-size: var(--icon-control);
  }
  button.copy {
    margin-inline: -4px;
  }
  .contacts [role='status']:empty {
    display: none;
  }
  .contacts .note {
    font-size: var(--type-xs);
  }
  .chip.line {
    background: var(--success);
    color: #1f2a24;
  }
  [aria-current] {
    font-weight: 600;
  }
  dl,
  .rows {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.3em), 1fr));
    gap: 12px 16px;
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--line);
  }
  details {
    margin-block-start: 12px;
    padding-block-start: 4px;
    border-block-start: 1px solid var(--line);
  }
  summary {
    display: list-item;
    padding: 4px 0;
    background: none;
    color: var(--text);
    font-weight: 600;
    text-align: start;
  }
  summary bdi {
    padding-inline-start: 4px;
  }
  details dl {
    margin-block-start: 4px;
    padding-block-start: 0;
    border: 0;
  }
  .lines {
    grid-column: 1 / -1;
  }
  /* Below the edge of the card: some portals have hundreds of fields. */
  dl > :nth-child(n + 40) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 40px;
  }
  dt {
    color: var(--text-2);
    font-size: var(--type-xs);
  }
  .lines-text {
    display: block;
    /* Chromium knows only this name. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-line;
  }
  .cut {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  button.more {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-size: var(--type-xs);
    font-weight: 400;
  }
  :is(dl, details) + .note {
    margin-block-start: 12px;
    font-size: var(--type-xs);
  }
  ::slotted([slot='empty']),
  ::slotted([slot='footer']) {
    margin-block-start: 12px;
  }
  ::slotted([slot='header']) {
    margin-block-end: 12px;
  }
  .found,
  .stale {
    margin-block-end: 8px;
    font-size: var(--type-xs);
  }
  .found button,
  .stale button {
    display: inline;
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true'] .refresh svg {
      animation: none;
    }
  }
`;
