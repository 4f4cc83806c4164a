/** The styles of a panel without a record: message, list of callers, skeleton. */
import {css} from 'lit';

export const stateStyles = css`
  .state p:not(.note) {
    font-weight: 500;
  }
  .state {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .callers {
    display: grid;
    gap: 8px;
    inline-size: 100%;
  }
  .callers button {
    display: block;
    inline-size: 100%;
    padding: 8px 12px;
    border-color: var(--stroke);
    background: none;
    text-align: start;
  }
  .callers bdi {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .callers .note {
    font-size: var(--type-xs);
    font-weight: 400;
  }
  .workday {
    display: inline-block;
  }
  .workday::before {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    box-sizing: border-box;
    margin-inline-end: 4px;
    border: 2px solid var(--success);
    border-radius: 50%;
    content: '';
  }
  .workday.open::before {
    background: var(--success);
  }
  .workday.closed::before {
    border-color: var(--field-line);
  }
  .skeleton i {
    display: block;
    inline-size: 35%;
    block-size: 10px;
    margin-block: 4px;
    border-radius: 4px;
    /* From the text's colour, which is visible in every theme; that of lines is too faint. */
    background: color-mix(in srgb, var(--text-2) 28%, var(--surface));
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .kind {
    min-block-size: 0;
    block-size: 10px;
    margin-block: 6px;
  }
  .skeleton .title {
    inline-size: 70%;
    block-size: 14px;
  }
  .skeleton .contact {
    inline-size: 50%;
  }
  .skeleton .value {
    inline-size: 80%;
    block-size: 12px;
  }
  @keyframes breathe {
    to {
      opacity: 0.6;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
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
