/**
 * The look that all elements share: the portal's own, taken from its design tokens where the page
 * has them (reference: Bitrix24 facts, section 7).
 */
import {css} from 'lit';

/** Colours, type and spacing. The public properties come first, then the portal's, then a value. */
export const hostStyles = css`
  :host {
    --text: var(--call-card-color, var(--ui-color-base-1, #333));
    --text-2: var(--call-card-secondary-color, var(--ui-color-base-2, #525c69));
    --surface: var(--call-card-background, var(--ui-color-bg-content-primary, #fff));
    --line: var(--call-card-border-color, var(--ui-color-base-6, #dfe0e3));
    --field-line: var(--call-card-field-border-color, var(--ui-color-base-3, #828b95));
    --link: var(--call-card-link-color, var(--ui-color-accent-main-link, #0154c8));
    --focus: var(--call-card-focus-color, var(--ui-color-accent-main-primary, #0075ff));
    --tint: var(--call-card-tint, var(--ui-color-design-tinted-bg, #e6f4ff));
    --success: var(--call-card-success-color, var(--ui-color-accent-main-success, #1bce7b));
    --alert: var(--call-card-alert-color, var(--ui-color-accent-soft-element-red, #c21b16));
    --radius: var(--call-card-border-radius, var(--ui-border-radius-md, 10px));
    --control-radius: var(--call-card-control-radius, var(--ui-border-radius-2xs, 4px));
    display: block;
    color: var(--text);
    font: 14px / 1.4
      var(--call-card-font-family, var(--ui-font-family-system, system-ui, sans-serif));
    overflow-wrap: anywhere;
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
    padding: 16px;
    border-radius: var(--radius);
    background: var(--surface);
  }
  .note {
    margin: 0;
    color: var(--text-2);
  }
  .error {
    color: var(--alert);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons: tinted unless a class says `success`, `alert` or `plain`. All texts have AA contrast. */
export const buttonStyles = css`
  button,
  summary {
    display: flex;
    position: relative;
    align-items: center;
    justify-content: center;
    min-block-size: 34px;
    padding: 4px 12px;
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
    filter: brightness(0.95);
  }
  button.success {
    background: var(--success);
    color: #1f2a24;
  }
  button.alert {
    background: var(--alert);
    color: #fff;
  }
  button.plain {
    border-color: var(--line);
    background: transparent;
    color: var(--text-2);
  }
  button[aria-pressed='true'] {
    border-color: var(--link);
    background: var(--link);
    color: var(--surface);
  }
  button[aria-disabled] {
    opacity: 0.5;
    cursor: default;
    filter: none;
  }
  button[aria-busy] {
    padding-inline: 24px;
    opacity: 1;
  }
  button[aria-busy]::before {
    position: absolute;
    inset-inline-start: 6px;
    inline-size: 12px;
    block-size: 12px;
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
`;
