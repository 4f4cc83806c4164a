/** The styles of `<call-state-controls>`. */
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
  /* Each button keeps its place in every state (model/card/action-places.ts). */
  .operator {
    display: grid;
    grid-template-areas: 'begin other';
    grid-template-columns: repeat(2, minmax(min-content, 1fr));
  }
  .operator:has([data-place='next']) {
    grid-template-areas:
      'begin other'
      'end next';
  }
  .operator.kept {
    grid-template-areas:
      'begin other'
      'end end'
      'hold mute';
    grid-template-rows: repeat(3, minmax(var(--control), auto));
  }
  .operator.kept:has([data-place='next']) {
    grid-template-areas:
      'begin other'
      'end next'
      'hold mute';
  }
  [data-place='begin'] {
    grid-area: begin;
  }
  [data-place='other'] {
    grid-area: other;
  }
  [data-place='end'] {
    grid-area: end;
  }
  [data-place='next'] {
    grid-area: next;
  }
  [data-place='hold'] {
    grid-area: hold;
  }
  [data-place='mute'] {
    grid-area: mute;
  }
  .operator + [part] {
    margin-block-start: var(--gap);
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
  .field .note {
    font-size: var(--type-s);
  }
  .quality {
    color: var(--text-2);
  }
  label,
  .field .note {
    flex: 1 0 100%;
  }
  .field .note {
    order: 1;
  }
  input,
  select {
    flex: 1 1 8em;
    padding: 3px 10px;
    text-align: start;
    text-overflow: ellipsis;
  }
  button[aria-expanded='true'] {
    border-color: var(--link);
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
    gap: 6px;
  }
  .digits [role='row'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 72px));
    gap: 6px;
    justify-content: center;
  }
  .digits button {
    inline-size: 100%;
    color: var(--text);
    font-size: var(--type-l);
  }
  [role='listbox'] {
    flex: 1 0 100%;
    max-block-size: 13em;
    margin: 0;
    padding: 4px;
    overflow-y: auto;
    border: 1px solid var(--stroke);
    border-radius: var(--control-radius);
    list-style: none;
  }
  [role='listbox'][hidden] {
    display: none;
  }
  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    min-block-size: var(--control);
    padding: 3px 6px;
    border-radius: var(--control-radius);
    cursor: pointer;
  }
  [role='option']:hover {
    background: var(--hover);
  }
  [role='option'][aria-selected='true'] {
    background: var(--tint);
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .name {
    flex: 1 1 auto;
  }
  .about,
  .presence {
    color: var(--text-2);
    font-size: var(--type-s);
  }
  .presence::before {
    display: inline-block;
    box-sizing: border-box;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 4px;
    border: 2px solid var(--field-line);
    border-radius: 50%;
    content: '';
  }
  .presence.online::before {
    border-color: var(--success);
    background: var(--success);
  }
  .quality span {
    flex: 1 1 7em;
  }
  /* The stars keep their place while there is nothing to rate. */
  .quality[inert] {
    visibility: hidden;
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
  /* Long labels stay beside their icon; the key wraps. */
  @container (inline-size < 25.7em) {
    .operator > button {
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
    .operator,
    .operator:has([data-place='next']) {
      grid-template-areas: none;
      grid-template-columns: minmax(0, 1fr);
    }
    .operator:not(.kept) > button {
      grid-area: auto;
    }
    .operator.kept {
      grid-template-areas: 'begin' 'other' 'end' 'hold' 'mute';
      grid-template-rows: repeat(5, minmax(var(--control), auto));
    }
    .operator.kept:has([data-place='next']) {
      grid-template-areas: 'begin' 'other' 'end' 'next' 'hold' 'mute';
      grid-template-rows: repeat(6, minmax(var(--control), auto));
    }
  }
  @container (inline-size >= 40em) {
    .operator,
    .operator.kept {
      grid-template-areas: 'begin other end hold mute';
      grid-template-columns: repeat(5, minmax(min-content, 1fr));
      grid-template-rows: minmax(var(--control), auto);
    }
    .operator:has([data-place='next']),
    .operator.kept:has([data-place='next']) {
      grid-template-areas: 'begin other end next hold mute';
      grid-template-columns: repeat(6, minmax(min-content, 1fr));
      grid-template-rows: minmax(var(--control), auto);
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
