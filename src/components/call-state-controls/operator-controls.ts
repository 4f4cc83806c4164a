/** The template of the operator's buttons in the present state of the card. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {isActionAllowed} from '../../controller/availability.js';
import type {KnownUiState, OpenCard, Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import {inPlaces, keepsPlaces, placeOf} from '../../model/card/action-places.js';
import {actionsOn} from '../../model/card/card.js';
import type {
  ActionName,
  DialDigit,
  OperatorAction,
  Stars,
} from '../../model/card/operator-action.js';
import {
  bellIcon,
  checkIcon,
  gripIcon,
  micOffIcon,
  pauseIcon,
  phoneForwardedIcon,
  phoneIcon,
  phoneOffIcon,
  skipForwardIcon,
  undo2Icon,
  xIcon,
} from '../shared/styles/icons.js';
import {controlButton, type ControlButton} from './control-button.js';
import type {FindColleagues} from './transfer/colleague-search.js';
import type {PendingControls} from './control-groups.js';
import {dialPad, typedDigit} from './dial-pad.js';
import {qualityStars} from './quality-stars.js';
import {SHORTCUTS} from './input/shortcuts.js';
import type {TransferField} from './transfer/transfer-field.js';
import {transferForm} from './transfer/transfer-form.js';

/** The panels that open below the buttons, one at a time. */
export type OperatorPanel = 'transfer' | 'dial';

export interface OperatorControls {
  readonly snapshot: Snapshot;
  readonly card: OpenCard;
  readonly pending: PendingControls;
  /** The rating of this call's quality; the card does not show it. */
  readonly rated: Stars | undefined;
  /** The dialled digits of this call; the card does not show them. */
  readonly dialled: string;
  /** Whether keys press the buttons. */
  readonly shortcuts: boolean;
  /** The id of the line that says why all buttons are blocked. */
  readonly blockedBy: string | undefined;
  readonly openPanel: OperatorPanel | undefined;
  readonly togglePanel: (panel: OperatorPanel) => void;
  readonly transferField: TransferField;
  readonly findColleagues: FindColleagues | undefined;
  readonly requestAction: (action: OperatorAction) => void;
}

/** The look and the icon of each button. */
const FACES: Partial<Record<ActionName, Pick<ControlButton, 'look' | 'icon'>>> = {
  answer: {look: 'success', icon: phoneIcon},
  skip: {look: 'plain', icon: xIcon},
  'make-call': {look: 'success', icon: phoneIcon},
  'hang-up': {look: 'alert', icon: phoneOffIcon},
  transfer: {icon: phoneForwardedIcon},
  dial: {icon: gripIcon},
  hold: {icon: pauseIcon},
  mute: {icon: micOffIcon},
  'complete-transfer': {look: 'success', icon: checkIcon},
  'cancel-transfer': {icon: undo2Icon},
  close: {look: 'plain', icon: xIcon},
  'notify-admin': {icon: bellIcon},
  next: {icon: skipForwardIcon},
};

/** The ids of the panels. */
const PANEL_IDS = {transfer: 'transfer', dial: 'dial-pad'} satisfies Record<OperatorPanel, string>;

/**
 * The buttons of all actions in the present state, each at its place. They are keyed by action and call:
 * a button never becomes that of another action or of the next call.
 */
export function operatorControls(controls: OperatorControls): TemplateResult {
  const {snapshot, card, openPanel} = controls;
  const actions = actionsShown(controls);
  const isKept = keepsPlaces(card.uiState.value);
  const canRate = actions.includes('rate-quality');
  return html`<div @keydown=${(event: KeyboardEvent) => onKey(event, controls)}>
      <div
        class="row operator ${isKept ? 'kept' : ''}"
        role="toolbar"
        aria-label=${text('controls.buttons')}
        data-roving
      >
        ${repeat(
          inPlaces(actions),
          (name) => `${name} ${snapshot.call?.id ?? ''}`,
          (name) => controlOf(name, controls),
        )}
      </div>
      ${openPanel !== undefined && actions.includes(openPanel) ? panelOf(openPanel, controls) : nothing}
    </div>
    ${isKept || canRate ? stars(controls, canRate) : nothing} ${doubtNote(card.uiState)}`;
}

/** The note that the state is assumed or not confirmed. */
export function doubtNote({certainty}: KnownUiState): TemplateResult | typeof nothing {
  return certainty === 'confirmed' ? nothing : html`<p class="note">${text(certainty)}</p>`;
}

function actionsShown({snapshot, card}: OperatorControls): readonly ActionName[] {
  const actions = actionsOn(card);
  return isActionAllowed(snapshot, 'next').status === 'allowed' ? [...actions, 'next'] : actions;
}

function controlOf(name: ActionName, controls: OperatorControls): unknown {
  const {card} = controls;
  switch (name) {
    case 'hold':
      return actionButton(controls, {name, held: !card.held}, card.held);
    case 'mute':
      return actionButton(controls, {name, muted: !card.muted}, card.muted);
    case 'transfer':
    case 'dial':
      return panelButton(controls, name);
    case 'rate-quality':
      // The stars are below the buttons.
      return nothing;
    case 'comment':
      // Comments are written in the card or in `<call-notes>`.
      return nothing;
    default:
      return actionButton(controls, {name});
  }
}

function actionButton(
  {pending, shortcuts, blockedBy, requestAction}: OperatorControls,
  action: OperatorAction,
  pressed?: boolean,
): TemplateResult {
  const key = `action.${action.name}` as const;
  return controlButton({
    ...FACES[action.name],
    place: placeOf(action.name),
    label: text(key),
    shortcut: shortcuts ? SHORTCUTS[action.name] : undefined,
    pressed,
    pending: pending.isPending(key),
    blockedBy,
    refusedIn: pending.refusal?.key === key ? 'operator-status' : undefined,
    press: () => requestAction(action),
  });
}

function panelButton(
  {openPanel, togglePanel, blockedBy}: OperatorControls,
  name: OperatorPanel,
): TemplateResult {
  return controlButton({
    ...FACES[name],
    place: placeOf(name),
    label: text(`action.${name}`),
    opens: {id: PANEL_IDS[name], isOpen: openPanel === name},
    blockedBy,
    press: () => togglePanel(name),
  });
}

function panelOf(name: OperatorPanel, controls: OperatorControls): TemplateResult {
  const {snapshot, pending, blockedBy, requestAction} = controls;
  if (name === 'dial') {
    const dial = (digit: DialDigit): void => requestAction({name: 'dial', digit});
    return dialPad({dialled: controls.dialled, blockedBy, dial});
  }
  const number = snapshot.call?.number;
  const phoneNumber = number?.kind === 'number' ? number.value : '';
  return transferForm({
    field: controls.transferField,
    find: controls.findColleagues,
    condition: {
      pending: pending.isPending('action.transfer'),
      blockedBy,
      refusedIn: pending.refusal?.key === 'action.transfer' ? 'operator-status' : undefined,
    },
    transfer: (target) => requestAction({name: 'transfer', target, phoneNumber}),
  });
}

/** Types digits while the dial pad is open, at any of the buttons. Escape closes the open panel. */
function onKey(event: KeyboardEvent, controls: OperatorControls): void {
  const {openPanel, togglePanel, requestAction} = controls;
  if (openPanel === undefined) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    togglePanel(openPanel);
  }
  const digit = openPanel === 'dial' ? typedDigit(event) : undefined;
  if (digit !== undefined) requestAction({name: 'dial', digit});
}

function stars(
  {rated, blockedBy, requestAction}: OperatorControls,
  canRate: boolean,
): TemplateResult {
  const rate = (stars: Stars): void => requestAction({name: 'rate-quality', stars});
  return qualityStars({rated, rate: canRate && blockedBy === undefined ? rate : undefined});
}
