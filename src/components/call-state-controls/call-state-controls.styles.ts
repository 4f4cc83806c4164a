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
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .row > * {
    flex: 1 1 8em;
  }
  .forms {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.7em), 1fr));
  }
  .operator {
    display: grid;
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
    font-size: var(--type-s);
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
    flex: 1 1 8em;
    min-inline-size: 0;
    min-block-size: var(--control);
    padding: 3px 10px;
    border: 1px solid var(--field-line);
    border-radius: var(--control-radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
    text-align: start;
    text-overflow: ellipsis;
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
    font-size: var(--type-xs);
    line-height: 1.3;
  }
  [part='dialled'] {
    display: block;
    min-block-size: 1.4em;
    font-size: var(--type-xl);
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
    font-size: var(--type-l);
  }
  .quality span {
    flex: 1 1 7em;
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
  @container (inline-size < 25.7em) {
    .operator > button,
    summary {
      flex-wrap: wrap;
      gap: 0 6px;
      padding-inline: 6px;
    }
    .quality span {
      flex-basis: 100%;
    }
  }
  /* A card of ordinary width at 200 % zoom. */
  @container (inline-size < 16em) {
    .operator {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (inline-size >= 40em) {
    .operator {
      grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
    }
    .operator > :first-child:nth-last-child(odd) {
      grid-column: auto;
    }
  }
  @container (inline-size >= 57em) {
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
