/**
 * The look that all elements share: the portal's own, taken from its design tokens where the page
 * has them (reference: Bitrix24 facts, section 7). Where the portal's value would be too faint to
 * read, a darker or lighter one of its palette stands in.
 */
import {css} from 'lit';
import {themeStyles} from './theme.js';

/**
 * What the elements are drawn with. The public property comes first, then the dark theme where it
 * was asked for, then the portal's property, then its light value.
 */
const tokens = css`
  :host {
    --dark-text: var(--call-card-dark) #f8f8f8;
    --dark-text-2: var(--call-card-dark) #cacbcc;
    --dark-surface: var(--call-card-dark) #262626;
    --dark-line: var(--call-card-dark) #373838;
    --dark-stroke: var(--call-card-dark) #555657;
    --dark-field-line: var(--call-card-dark) #a7a9ab;
    --dark-link: var(--call-card-dark) #2a94ff;
    --dark-focus: var(--call-card-dark) #1587fa;
    --dark-tint: var(--call-card-dark) #062040;
    --dark-success: var(--call-card-dark) #1cae6a;
    --dark-alert: var(--call-card-dark) #d9362d;
    --dark-alert-text: var(--call-card-dark) #fea8a6;
    --dark-hover: var(--call-card-dark) #ffffff12;
    --dark-press: var(--call-card-dark) #ffffff24;
    --dark-scheme: var(--call-card-dark) dark;
    --compact-inset: var(--call-card-compact) 10px;
    --compact-gap: var(--call-card-compact) 8px;
    --compact-control: var(--call-card-compact) 28px;
    --compact-type: var(--call-card-compact) var(--type-s);

    --text: var(--call-card-color, var(--dark-text, var(--ui-color-base-1, #333)));
    --text-2: var(--call-card-secondary-color, var(--dark-text-2, var(--ui-color-base-2, #525c69)));
    --surface: var(
      --call-card-background,
      var(--dark-surface, var(--ui-color-bg-content-primary, #fff))
    );
    --line: var(--call-card-border-color, var(--dark-line, var(--ui-color-base-7, #edeef0)));
    --stroke: var(--call-card-border-color, var(--dark-stroke, var(--ui-color-base-6, #dfe0e3)));
    --field-line: var(
      --call-card-field-border-color,
      var(--dark-field-line, var(--ui-color-base-3, #828b95))
    );
    --link: var(
      --call-card-link-color,
      var(--dark-link, var(--ui-color-accent-main-link, #0154c8))
    );
    --focus: var(
      --call-card-focus-color,
      var(--dark-focus, var(--ui-color-accent-main-primary, #0075ff))
    );
    --tint: var(--call-card-tint, var(--dark-tint, var(--ui-color-design-tinted-bg, #e6f4ff)));
    --success: var(
      --call-card-success-color,
      var(--dark-success, var(--ui-color-accent-main-success, #1bce7b))
    );
    --alert: var(
      --call-card-alert-color,
      var(--dark-alert, var(--ui-color-accent-soft-element-red, #c21b16))
    );
    --alert-text: var(
      --call-card-alert-text-color,
      var(--dark-alert-text, var(--ui-color-accent-soft-element-red, #c21b16))
    );
    --hover: var(--dark-hover, #00000008);
    --press: var(--dark-press, #0000000f);
    --radius: var(--call-card-border-radius, var(--ui-border-radius-md, 10px));
    --control-radius: var(--call-card-control-radius, var(--ui-border-radius-2xs, 4px));
    --inset: var(--compact-inset, 16px);
    --gap: var(--compact-gap, 12px);
    --control: var(--compact-control, 34px);
    /* Grows with the letters that a person has asked the browser for; a page's own root can't shrink it. */
    --type-xs: max(12px, 0.75rem);
    --type-s: max(13px, 0.8125rem);
    --type-m: max(14px, 0.875rem);
    --type-l: max(16px, 1rem);
    --type-xl: max(18px, 1.125rem);
  }
`;

const base = css`
  :host {
    display: block;
    color: var(--text);
    color-scheme: var(--dark-scheme, light);
    font: var(--compact-type, var(--type-m)) / 1.4
      var(--call-card-font-family, var(--ui-font-family-system, system-ui, sans-serif));
    overflow-wrap: anywhere;
    container-type: inline-size;
    /* So that the element has a width in a row of others, too. */
    contain-intrinsic-inline-size: 320px;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before {
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
  /* All such widths are in the element's own letters: large ones need the narrow layout earlier. */
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

/** Buttons: tinted unless a class says `success`, `alert` or `plain`. All texts have AA contrast. */
export const buttonStyles = css`
  button,
  summary {
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
  summary:hover {
    background-image: linear-gradient(var(--hover), var(--hover));
  }
  button:active,
  summary:active {
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
  /* In the place of the icon, so that nothing moves. */
  button[aria-busy] > .icon {
    display: none;
  }
  button[aria-busy]::before {
    flex: none;
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
