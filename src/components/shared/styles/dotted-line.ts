/** A line of several things with a dot between them. */
import {css, html, type TemplateResult} from 'lit';

/** The content of an element of the class `dotted`. */
export function dotted(things: readonly unknown[]): readonly TemplateResult[] {
  return things.map((thing) => html`<span>${thing}</span> `);
}

/**
 * Each thing has a dot before it, so that no dot ends a line. The dot of the first thing in a line is
 * clipped, so that none begins a line either.
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
    /* Not read aloud by browsers that know the alternative text. */
    content: '·' / '';
  }
`;
