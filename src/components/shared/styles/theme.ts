/**
 * The attributes `theme` and `compact`, on one element or on the context around several.
 * Each sets an inherited custom property that is empty when it is on and undefined otherwise, so
 * that `var(--call-card-dark) #262626` is a value in the dark theme and nothing in the light one.
 * That works in every browser that has custom properties, through shadow roots, and needs no script.
 */
import {css} from 'lit';

export const themeStyles = css`
  :host([theme]) {
    --call-card-dark: initial;
  }
  /* Print always uses the light theme. */
  @media screen {
    :host([theme='dark']) {
      --call-card-dark: ;
    }
  }
  @media screen and (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      --call-card-dark: ;
    }
  }
  :host([compact]) {
    --call-card-compact: ;
  }
`;
