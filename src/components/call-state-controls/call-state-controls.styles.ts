/** The look of the controls. */
import {css} from 'lit';

export const controlsStyles = css`
  [part='group'] {
    outline: none;
  }
  [part='group'] > :not(:first-child, :empty) {
    margin-block-start: var(--gap);
  }
  [part='group'] + [part='group'] {
    margin-block-start: var(--inset);
    padding-block-start: var(--inset);
    border-block-start: 1px solid var(--line);
  }
  .row,
  .forms {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 112px), 1fr));
    gap: 8px;
  }
  .forms {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  .operator {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  /* The first one of an odd number has a line of its own: hanging up is found at once. */
  .operator > :first-child:nth-last-child(odd),
  .operator:has([open]) > details {
    grid-column: 1 / -1;
  }
  .field,
  .quality {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .quality {
    gap: 4px;
  }
  .quality,
  label,
  .field .note {
    color: var(--text-2);
    font-size: 13px;
  }
  label,
  .field .note {
    flex: 1 0 100%;
  }
  label {
    margin-block-end: -4px;
  }
  .field .note {
    order: 1;
  }
  input,
  select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--control);
    padding: 3px 10px;
    border: 1px solid var(--field-line);
    border-radius: var(--control-radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
    text-align: start;
  }
  ::placeholder {
    color: var(--text-2);
    opacity: 1;
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] summary {
    border-color: var(--link);
  }
  details > :not(summary) {
    margin-block-start: 8px;
  }
  kbd {
    padding-inline: 4px;
    border: 1px solid;
    border-radius: 3px;
    font: inherit;
    font-size: 11px;
    line-height: 1.3;
  }
  [part='dialled'] {
    display: block;
    min-block-size: 1.4em;
    font-size: 18px;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .digits {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 72px));
    gap: 6px;
    justify-content: center;
  }
  .digits button {
    color: var(--text);
    font-size: 16px;
  }
  .quality span {
    flex: 1 1 96px;
  }
  button.star {
    inline-size: 28px;
    min-block-size: 28px;
    padding: 0;
    border-color: transparent;
    background-color: transparent;
    color: var(--text-2);
  }
  button.full {
    color: var(--link);
  }
  .full .icon {
    fill: currentcolor;
  }
  /* Long words fit beside their icon; the key goes below them where it must. */
  @container (inline-size < 360px) {
    .operator > button,
    summary {
      flex-wrap: wrap;
      gap: 0 6px;
      padding-inline: 6px;
    }
    .operator > button[aria-busy] {
      padding-inline: 24px;
    }
    .quality span {
      flex-basis: 100%;
    }
  }
  @container (inline-size >= 560px) {
    .operator {
      grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
    }
    .operator > :first-child:nth-last-child(odd) {
      grid-column: auto;
    }
  }
  @container (inline-size >= 800px) {
    .operator,
    .quality {
      max-inline-size: 800px;
    }
    .quality span {
      flex: none;
      margin-inline-end: 8px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
