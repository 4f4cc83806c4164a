/** The look of the controls. */
import {css} from 'lit';

export const controlsStyles = css`
  [part='group'] {
    outline: none;
  }
  [part='group'] > :not(:first-child, :empty) {
    margin-block-start: 12px;
  }
  .card > * + * {
    margin-block-start: 16px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  .row,
  .field,
  .quality {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 8px;
  }
  .row > button,
  details {
    flex: 1 1 112px;
  }
  .quality,
  label,
  .field .note {
    color: var(--text-2);
    font-size: 13px;
  }
  label,
  .field .note,
  details[open] {
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
    min-block-size: 34px;
    padding: 4px 10px;
    border: 1px solid var(--field-line);
    border-radius: var(--control-radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  ::placeholder {
    color: var(--text-2);
    opacity: 1;
  }
  details[open] summary {
    border-color: var(--link);
  }
  details > :not(summary) {
    margin-block-start: 8px;
  }
  .digits {
    display: grid;
    grid-template-columns: repeat(3, 72px);
    gap: 6px;
    justify-content: center;
  }
  .quality span {
    flex: 1 1 64px;
    align-self: center;
  }
  .quality button {
    inline-size: 30px;
    padding: 0;
  }
`;
