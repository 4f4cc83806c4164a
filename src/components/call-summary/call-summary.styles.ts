/** The styles of `<call-summary>`. */
import {css} from 'lit';

export const summaryStyles = css`
  .card {
    display: grid;
    gap: 8px;
  }
  .call {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 10px;
    align-items: start;
  }
  .direction {
    display: grid;
    grid-row: 1 / 3;
    place-content: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--link);
  }
  .line,
  .number {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin: 0;
  }
  /* A line with a button is as high as one without. */
  .number {
    gap: 2px 4px;
    min-block-size: var(--icon-control);
    font-size: var(--type-xl);
    font-weight: 600;
    line-height: 1.3;
  }
  h2 {
    margin: 0;
    font: inherit;
  }
  .number .note {
    font-size: var(--type-s);
    font-weight: 400;
  }
  .chip {
    display: flex;
    gap: 4px;
    align-items: center;
    padding: 1px 8px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--tint);
    color: var(--link);
    font-size: var(--type-s);
    font-weight: 500;
  }
  .chip .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .failed {
    background: color-mix(in srgb, var(--alert-text) 12%, var(--surface));
    color: var(--alert-text);
  }
  .mark {
    background: var(--stroke);
    color: var(--text);
  }
  /* On the wrapper: the figures inside have their own direction. */
  .time {
    margin-inline-start: auto;
    font-size: var(--type-l);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .route {
    grid-column: 2;
    font-size: var(--type-s);
  }
  @container (inline-size < 21.4em) {
    .number {
      font-size: var(--type-l);
    }
  }
  @container (inline-size >= 40em) {
    .card:has(.call) {
      grid-template-columns: 1fr auto;
      align-items: center;
    }
  }
`;
