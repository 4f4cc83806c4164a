/** The styles of a button that has only an icon; its `title` is its name and its tooltip. */
import {css} from 'lit';

/** The target is larger than the icon, and visible while the button is hovered or focused. */
export const iconButtonStyles = css`
  button.icon {
    flex: none;
    inline-size: var(--icon-control);
    min-block-size: var(--icon-control);
    padding: 0;
    background-color: transparent;
    color: var(--text-2);
  }
  button.icon > .icon {
    inline-size: 16px;
    block-size: 16px;
  }
  button.icon:not([aria-disabled]):is(:hover, :focus-visible) {
    background-color: var(--tint);
    color: var(--link);
  }
`;
