/** The styles of a history: a list like the portal's timeline, from 280 px on. */
import {css} from 'lit';

export const historyStyles = css`
  ul,
  p,
  h2,
  h3 {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  header {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--icon-control);
  }
  h2 {
    font-size: var(--type-l);
    font-weight: 600;
    line-height: 1.35;
  }
  button.refresh {
    /* The icon ends where the text does. */
    margin-inline-end: calc(8px - var(--icon-control) / 2);
  }
  button.icon > .icon {
    stroke-width: 1.5;
  }
  [aria-busy='true'] .refresh svg {
    animation: turn 0.8s linear infinite;
  }
  a {
    color: var(--link);
    text-decoration-color: color-mix(in srgb, currentcolor 30%, transparent);
    text-underline-offset: 2px;
  }
  a:hover {
    text-decoration-color: currentcolor;
  }
  .calls,
  .stale,
  [part='notice'] {
    margin-block-start: 4px;
    font-size: var(--type-xs);
  }
  h3 {
    margin-block: var(--gap) 4px;
    padding-block-start: var(--gap);
    border-block-start: 1px solid var(--line);
    color: var(--text-2);
    font-size: var(--type-xs);
    font-weight: 600;
  }
  ul {
    display: grid;
    gap: var(--gap);
  }
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
  }
  .entry > .icon {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 0.3em;
    color: var(--text-2);
    stroke-width: 1.5;
  }
  .bad > .icon {
    color: var(--alert-text);
  }
  /* In line with the texts of activities, which have an icon before them. */
  .item {
    padding-inline-start: 24px;
  }
  .all {
    margin-inline-start: 24px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
  }
  /* Links in a list are large enough targets (WCAG 2.5.8). */
  [part~='subject'] {
    line-height: 1.72;
  }
  .details {
    font-size: var(--type-xs);
  }
  .error {
    font-weight: 600;
  }
  .chip {
    padding-inline: 8px;
    border-radius: 99rem;
    background: var(--line);
    color: var(--text);
    font-size: var(--type-xs);
    line-height: 1.67;
  }
  .lines {
    margin-block-start: 2px;
    /* Chromium knows only this name. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-line;
  }
  .cut {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  button.more {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-size: var(--type-xs);
    font-weight: 400;
  }
  .all {
    margin-block-start: 4px;
  }
  .stale button {
    display: inline;
  }
  summary {
    display: list-item;
    min-block-size: 24px;
    padding: 2px 0;
    background: none;
    color: var(--text);
    font-size: var(--type-xs);
    text-align: start;
  }
  button[part='more'] {
    inline-size: 100%;
    margin-block-start: var(--gap);
  }
  .state {
    display: grid;
    gap: 12px;
    justify-items: start;
    margin-block-start: 4px;
  }
  .state p:not(.note) {
    font-weight: 500;
  }
  .skeleton div {
    margin-block-end: var(--gap);
  }
  .skeleton i {
    display: block;
    inline-size: 55%;
    block-size: 12px;
    margin-block: 6px;
    border-radius: 4px;
    /* From the text's colour, which is visible in every theme; that of lines is too faint. */
    background: color-mix(in srgb, var(--text-2) 28%, var(--surface));
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .heading {
    inline-size: 25%;
    block-size: 10px;
    margin-block: calc(var(--gap) + 8px) var(--gap);
  }
  .skeleton .details {
    inline-size: 80%;
    block-size: 10px;
  }
  @keyframes breathe {
    to {
      opacity: 0.6;
    }
  }
  ::slotted([slot='empty']),
  ::slotted([slot='footer']) {
    margin-block-start: 12px;
  }
  ::slotted([slot='header']) {
    margin-block-end: 12px;
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i,
    [aria-busy='true'] .refresh svg {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .skeleton i {
      background: GrayText;
      forced-color-adjust: none;
    }
  }
`;
