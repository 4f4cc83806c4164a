/**
 * Colours, type and spacing: the portal's own, taken from its design tokens where the page has them
 * (reference: Bitrix24 facts, section 7). Where the portal's value would be too faint to read, a darker
 * or lighter one of its palette stands in.
 */
import {css} from 'lit';

/**
 * The public property comes first, then the value of the dark theme where that is on, then the
 * portal's property, then the light value.
 */
export const tokens = css`
  :host {
    --dark-text: var(--call-card-dark) #f8f8f8;
    --dark-text-2: var(--call-card-dark) #cacbcc;
    --dark-surface: var(--call-card-dark) #262626;
    --dark-line: var(--call-card-dark) #373838;
    --dark-stroke: var(--call-card-dark) #555657;
    --dark-field-line: var(--call-card-dark) #a7a9ab;
    --dark-link: var(--call-card-dark) #2a94ff;
    --dark-focus: var(--call-card-dark) #1587fa;
    --dark-tint: var(--call-card-dark) #062040;
    --dark-success: var(--call-card-dark) #1cae6a;
    --dark-alert: var(--call-card-dark) #d9362d;
    --dark-alert-text: var(--call-card-dark) #fea8a6;
    --dark-hover: var(--call-card-dark) #ffffff12;
    --dark-press: var(--call-card-dark) #ffffff24;
    --dark-scheme: var(--call-card-dark) dark;
    --compact-inset: var(--call-card-compact) 10px;
    --compact-gap: var(--call-card-compact) 8px;
    --compact-control: var(--call-card-compact) 28px;
    --compact-icon-control: var(--call-card-compact) 24px;
    --compact-type: var(--call-card-compact) var(--type-s);

    --text: var(--call-card-color, var(--dark-text, var(--ui-color-base-1, #333)));
    --text-2: var(--call-card-secondary-color, var(--dark-text-2, var(--ui-color-base-2, #525c69)));
    --surface: var(
      --call-card-background,
      var(--dark-surface, var(--ui-color-bg-content-primary, #fff))
    );
    --line: var(--call-card-border-color, var(--dark-line, var(--ui-color-base-7, #edeef0)));
    --stroke: var(--call-card-border-color, var(--dark-stroke, var(--ui-color-base-6, #dfe0e3)));
    --field-line: var(
      --call-card-field-border-color,
      var(--dark-field-line, var(--ui-color-base-3, #828b95))
    );
    --link: var(
      --call-card-link-color,
      var(--dark-link, var(--ui-color-accent-main-link, #0154c8))
    );
    --focus: var(
      --call-card-focus-color,
      var(--dark-focus, var(--ui-color-accent-main-primary, #0075ff))
    );
    --tint: var(--call-card-tint, var(--dark-tint, var(--ui-color-design-tinted-bg, #e6f4ff)));
    --success: var(
      --call-card-success-color,
      var(--dark-success, var(--ui-color-accent-main-success, #1bce7b))
    );
    --alert: var(
      --call-card-alert-color,
      var(--dark-alert, var(--ui-color-accent-soft-element-red, #c21b16))
    );
    --alert-text: var(
      --call-card-alert-text-color,
      var(--dark-alert-text, var(--ui-color-accent-soft-element-red, #c21b16))
    );
    --hover: var(--dark-hover, #00000008);
    --press: var(--dark-press, #0000000f);
    --radius: var(--call-card-border-radius, var(--ui-border-radius-md, 10px));
    --control-radius: var(--call-card-control-radius, var(--ui-border-radius-2xs, 4px));
    --inset: var(--compact-inset, 16px);
    --gap: var(--compact-gap, 12px);
    --control: var(--compact-control, 34px);
    --icon-control: var(--compact-icon-control, 28px);
    /* Grows with the font size of the browser's settings; the page's own root can't shrink it. */
    --type-xs: max(12px, 0.75rem);
    --type-s: max(13px, 0.8125rem);
    --type-m: max(14px, 0.875rem);
    --type-l: max(16px, 1rem);
    --type-xl: max(18px, 1.125rem);
  }
`;
