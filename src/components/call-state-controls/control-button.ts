/** The template of a button: ready, pending or blocked. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ActionPlace} from '../../model/card/action-places.js';

export interface ControlButton {
  readonly label: string;
  readonly icon?: TemplateResult | undefined;
  /** The grid area, for buttons that keep their place. */
  readonly place?: ActionPlace;
  /** For a button that opens a panel: the panel's id, and whether it is open. */
  readonly opens?: {readonly id: string; readonly isOpen: boolean};
  readonly look?: 'success' | 'alert' | 'plain' | undefined;
  /** For toggles: the state that the card shows. */
  readonly pressed?: boolean | undefined;
  readonly pending?: boolean;
  /** The id of the line that says why it is blocked. */
  readonly blockedBy?: string | undefined;
  /** The id of the line that says why it was refused. */
  readonly refusedIn?: string | undefined;
  /** The key that presses the button, shown beside the label. */
  readonly shortcut?: string | undefined;
  /** Absent for a submit button. */
  readonly press?: () => void;
}

/** A blocked button stays focusable and is described by the reason. */
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
