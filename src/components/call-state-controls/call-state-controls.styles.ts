/** The look of the controls. */
import {css} from 'lit';

export const controlsStyles = css`
  .card,
  [role='group'] {
    display: grid;
    gap: 12px;
  }
  .card > * + * {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  [role='group']:focus {
    outline: none;
  }
  .row,
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .row > button {
    flex: 1 1 104px;
  }
  .field {
    flex: 1 1 100%;
  }
  .field label {
    flex: 1 0 100%;
    margin-block-end: -4px;
    color: var(--text-2);
    font-size: 13px;
  }
  .field .note {
    flex: 1 0 100%;
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
  details {
    flex: 1 1 104px;
  }
  details[open] {
    flex-basis: 100%;
  }
  details > :not(summary) {
    margin-block-start: 8px;
  }
  .digits {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 6px;
    max-inline-size: 240px;
    margin-inline: auto;
  }
  .quality {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    color: var(--text-2);
    font-size: 13px;
  }
  .quality span {
    flex: 1 0 auto;
  }
  .quality button {
    min-inline-size: 34px;
    padding-inline: 0;
  }
  /* Not hidden, or its first words would not be announced: it only takes its gap back. */
  [role='status']:empty {
    margin-block-start: -12px;
  }
`;
