/** One button of the controls: at rest, pending or not possible now. */
import {html, nothing, type TemplateResult} from 'lit';

export interface ControlButton {
  readonly label: string;
  readonly icon?: TemplateResult | undefined;
  /** What it is for screen readers, where the label alone does not say it. */
  readonly name?: string;
  readonly look?: 'success' | 'alert' | 'plain' | 'star' | 'star full' | undefined;
  /** For toggles: what the card shows now. */
  readonly pressed?: boolean | undefined;
  readonly pending?: boolean;
  /** The id of the line that says why it can't be pressed now. */
  readonly blockedBy?: string | undefined;
  /** The id of the line that says why it was refused. */
  readonly refusedIn?: string | undefined;
  /** The key that presses it, shown beside the label. */
  readonly shortcut?: string | undefined;
  /** Absent for the button that submits its form. */
  readonly press?: () => void;
}

/** A button that can't be pressed keeps the focus, and says why it can't. */
export function controlButton(button: ControlButton): TemplateResult {
  const {pending = false, blockedBy, press, shortcut} = button;
  const isBlocked = pending || blockedBy !== undefined;
  return html`<button
    type=${press === undefined ? 'submit' : 'button'}
    part="button"
    class=${button.look ?? nothing}
    aria-label=${button.name ?? nothing}
    aria-pressed=${button.pressed ?? nothing}
    aria-busy=${pending || nothing}
    aria-disabled=${isBlocked || nothing}
    aria-describedby=${blockedBy ?? button.refusedIn ?? nothing}
    aria-keyshortcuts=${shortcut ?? nothing}
    @click=${isBlocked ? nothing : press}
  >
    ${button.icon ?? nothing} ${button.label}
    ${shortcut === undefined ? nothing : html`<kbd aria-hidden="true">${shortcut}</kbd>`}
  </button>`;
}
