/** The look of the summary. */
import {css} from 'lit';

export const summaryStyles = css`
  .card {
    display: grid;
    gap: 6px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
  }
  .number {
    margin: 0;
    margin-inline-end: auto;
    font-size: 18px;
    font-weight: 600;
  }
  button {
    min-block-size: 28px;
    padding: 2px 8px;
    font-size: 13px;
  }
  .chip {
    padding: 1px 8px;
    border-radius: 99px;
    background: var(--tint);
    color: var(--link);
    font-size: 13px;
    font-weight: 500;
  }
  .mark {
    background: var(--line);
    color: var(--text);
  }
  [role='timer'] {
    margin-inline-start: auto;
    font-size: 16px;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .route > * + *::before {
    content: '· ';
  }
`;
