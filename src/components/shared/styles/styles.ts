/** The styles that all elements share. */
import {css} from 'lit';
import {themeStyles} from './theme.js';
import {tokens} from './tokens.js';

const base = css`
  :host {
    display: block;
    color: var(--text);
    color-scheme: var(--dark-scheme, light);
    font: var(--compact-type, var(--type-m)) / 1.4
      var(--call-card-font-family, var(--ui-font-family-system, system-ui, sans-serif));
    overflow-wrap: anywhere;
    container-type: inline-size;
    /* So that the element has a width in a flex row, too. */
    contain-intrinsic-inline-size: 320px;
  }
  :host([hidden]) {
    display: none;
  }
  /* Without ::before, which a browser would match against every element. */
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .card {
    padding: var(--inset);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .note {
    margin: 0;
    color: var(--text-2);
  }
  .error {
    color: var(--alert-text);
  }
  svg.icon {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :dir(rtl) > .directed {
    scale: -1 1;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Container widths are in em: large letters need the narrow layout earlier. */
  @container (inline-size < 21.4em) {
    .card {
      padding: min(var(--inset), 12px);
    }
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid;
    }
  }
  @media print {
    .card {
      padding: 0;
      break-inside: avoid;
    }
    button {
      display: none !important;
    }
  }
`;

/** Colours, type and spacing. */
export const hostStyles = [themeStyles, tokens, base];

/**
 * Buttons: tinted, unless they have the class `success`, `alert` or `plain`. All texts have AA
 * contrast. A button that the page puts into a slot looks the same, unless the page styles it.
 */
export const buttonStyles = css`
  button,
  summary,
  ::slotted(button:not([hidden])) {
    display: flex;
    position: relative;
    gap: 6px;
    align-items: center;
    justify-content: center;
    min-block-size: var(--control);
    padding: 3px 12px;
    border: 1px solid transparent;
    border-radius: var(--control-radius);
    background: var(--tint);
    color: var(--link);
    font: inherit;
    font-weight: 500;
    overflow-wrap: break-word;
    text-align: center;
    cursor: pointer;
  }
  button:hover,
  summary:hover,
  ::slotted(button:hover) {
    background-image: linear-gradient(var(--hover), var(--hover));
  }
  button:active,
  summary:active,
  ::slotted(button:active) {
    background-image: linear-gradient(var(--press), var(--press));
  }
  button.success {
    background-color: var(--success);
    color: #1f2a24;
  }
  button.alert {
    background-color: var(--alert);
    color: #fff;
  }
  button.plain {
    border-color: var(--stroke);
    background-color: transparent;
    color: var(--text-2);
  }
  button[aria-pressed='true'] {
    border-color: var(--link);
    background-color: var(--link);
    color: var(--surface);
  }
  button[aria-disabled] {
    background-image: none;
    opacity: 0.5;
    cursor: default;
  }
  button[aria-busy] {
    opacity: 1;
  }
  /* The spinner replaces the icon, so that nothing moves. */
  button[aria-busy] > .icon {
    display: none;
  }
  button[aria-busy]::before {
    flex: none;
    box-sizing: border-box;
    inline-size: 14px;
    block-size: 14px;
    margin: 2px;
    border: 2px solid;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
    content: '';
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    button[aria-busy]::before {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      background-color: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    button[aria-disabled] {
      color: GrayText;
      opacity: 1;
    }
  }
`;

/** Labels, inputs, lists of options and text areas. */
export const fieldStyles = css`
  input,
  select,
  textarea {
    min-inline-size: 0;
    min-block-size: var(--control);
    border: 1px solid var(--field-line);
    border-radius: var(--control-radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  label {
    margin-block-end: -4px;
    color: var(--text-2);
    font-size: var(--type-s);
  }
  ::placeholder {
    color: var(--text-2);
    opacity: 1;
  }
`;
