/** The styles of `<call-notes>`. */
import {css} from 'lit';

export const notesStyles = css`
  :host {
    --compact-lines: var(--call-card-compact) 2;
  }
  .editor,
  .earlier {
    display: grid;
    gap: 8px;
  }
  .small {
    color: var(--text-2);
    font-size: var(--type-s);
  }
  textarea,
  select {
    inline-size: 100%;
    padding: 6px 10px;
  }
  textarea {
    display: block;
    min-block-size: calc(1.4em * var(--compact-lines, 4) + 14px);
    max-block-size: 60vh;
    field-sizing: content;
    resize: vertical;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: end;
  }
  /* A short status stands beside the button, a long one on a line of its own. */
  [part='status'] {
    flex: 1 1 auto;
    font-size: var(--type-s);
  }
  .done {
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .done .icon {
    color: var(--success);
  }
  .earlier {
    margin-block-start: var(--gap, 12px);
    padding-block-start: var(--gap, 12px);
    border-block-start: 1px solid var(--line);
  }
  .earlier blockquote {
    max-block-size: 8.4em;
    margin: 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--field-line);
    overflow: auto;
    white-space: pre-wrap;
  }
  @media print {
    textarea {
      border: 0;
      resize: none;
    }
  }
`;
