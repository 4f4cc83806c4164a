/** One button of the controls: at rest, pending or not possible now. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ActionPlace} from '../../model/card/action-places.js';

export interface ControlButton {
  readonly label: string;
  readonly icon?: TemplateResult | undefined;
  /** Where it stands, for those that keep their place. */
  readonly place?: ActionPlace;
  /** For one that opens something: the id of that, and whether it is open. */
  readonly opens?: {readonly id: string; readonly isOpen: boolean};
  readonly look?: 'success' | 'alert' | 'plain' | undefined;
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
  const {pending = false, blockedBy, press, shortcut, opens} = button;
  const isBlocked = pending || blockedBy !== undefined;
  return html`<button
    type=${press === undefined ? 'submit' : 'button'}
    part="button"
    class=${button.look ?? nothing}
    data-place=${button.place ?? nothing}
    aria-expanded=${opens === undefined ? nothing : String(opens.isOpen)}
    aria-controls=${opens?.isOpen === true ? opens.id : nothing}
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
