/** Things said one after the other, with a dot between any two in one line. */
import {css, html, type TemplateResult} from 'lit';

/** What belongs into an element of the class `dotted`. */
export function dotted(things: readonly unknown[]): readonly TemplateResult[] {
  return things.map((thing) => html`<span>${thing}</span> `);
}

/**
 * Each has its dot before it, so that none ends a line. The dot of what begins a line lies outside of
 * what can be seen, so that none begins one either.
 */
export const dottedStyles = css`
  .dotted {
    --dot: 0.9em;
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: calc(-1 * var(--dot));
    clip-path: inset(-4px -4px -4px var(--dot));
  }
  .dotted:dir(rtl) {
    clip-path: inset(-4px var(--dot) -4px -4px);
  }
  .dotted > span {
    position: relative;
    padding-inline-start: var(--dot);
  }
  .dotted > span::before {
    position: absolute;
    inset-inline-start: 0;
    inline-size: var(--dot);
    text-align: center;
    content: '·';
    /* Is not read aloud, where a browser knows how to say so. */
    content: '·' / '';
  }
`;
