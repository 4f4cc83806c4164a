/** The operator's buttons in the present state of the card. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {isActionAllowed} from '../../controller/availability.js';
import type {OpenCard, Snapshot} from '../../controller/snapshot.js';
import {countedText, text} from '../../i18n/text.js';
import {
  DIAL_DIGITS,
  type ActionName,
  type OperatorAction,
  type Stars,
} from '../../model/operator-action.js';
import {actionsOn} from '../../model/card.js';
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
  starIcon,
  undo2Icon,
  xIcon,
} from '../shared/icons.js';
import {controlButton, type ControlButton} from './control-button.js';
import type {PendingRequests} from './control-requests.js';
import {SHORTCUTS} from './shortcuts.js';
import {transferTargetOf} from './transfer-target.js';

export interface OperatorControls {
  readonly snapshot: Snapshot;
  readonly card: OpenCard;
  readonly pending: PendingRequests;
  /** What the operator said about this call's quality; the card does not show it. */
  readonly rated: Stars | undefined;
  /** The digits of this call; the card does not show them either. */
  readonly dialled: string;
  /** Whether the buttons carry their keys. */
  readonly shortcuts: boolean;
  /** The id of the line that says why nothing can be pressed. */
  readonly blockedBy: string | undefined;
  readonly act: (action: OperatorAction) => void;
}

/** How each button looks in the card, and what is drawn on it. */
const FACES: Partial<Record<ActionName, Pick<ControlButton, 'look' | 'icon'>>> = {
  answer: {look: 'success', icon: phoneIcon},
  skip: {look: 'plain', icon: xIcon},
  'make-call': {look: 'success', icon: phoneIcon},
  'hang-up': {look: 'alert', icon: phoneOffIcon},
  hold: {icon: pauseIcon},
  mute: {icon: micOffIcon},
  'complete-transfer': {look: 'success', icon: checkIcon},
  'cancel-transfer': {icon: undo2Icon},
  close: {look: 'plain', icon: xIcon},
  'notify-admin': {icon: bellIcon},
  next: {icon: skipForwardIcon},
};

const STARS: readonly Stars[] = [1, 2, 3, 4, 5];

/** What is shown for an action, in the card's order; keyed, so that a button never becomes another. */
export function operatorControls(controls: OperatorControls): TemplateResult {
  const actions = actionsShown(controls);
  return html`<div class="row operator">
      ${repeat(
        actions,
        (name) => name,
        (name) => controlOf(name, controls),
      )}
    </div>
    ${actions.includes('rate-quality') ? qualityButtons(controls) : nothing}
    ${
      controls.card.uiState.certainty === 'unconfirmed'
        ? html`<p class="note">${text('unconfirmed')}</p>`
        : nothing
    }`;
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
      return transferForm(controls);
    case 'dial':
      return dialPad(controls);
    case 'rate-quality':
      // Below the others.
      return nothing;
    case 'comment':
      // Comments are written in the card, or in notes.
      return nothing;
    default:
      return actionButton(controls, {name});
  }
}

function actionButton(
  {pending, shortcuts, blockedBy, act}: OperatorControls,
  action: OperatorAction,
  pressed?: boolean,
): TemplateResult {
  const key = `action.${action.name}` as const;
  return controlButton({
    ...FACES[action.name],
    label: text(key),
    shortcut: shortcuts ? SHORTCUTS[action.name] : undefined,
    pressed,
    pending: pending.isPending(key),
    blockedBy,
    refusedIn: pending.refusal?.key === key ? 'operator-status' : undefined,
    press: () => act(action),
  });
}

function transferForm({snapshot, pending, blockedBy, act}: OperatorControls): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).querySelector('input');
    const target = transferTargetOf(input?.value ?? '');
    const number = snapshot.call?.number;
    const phoneNumber = number?.kind === 'number' ? number.value : '';
    if (target === undefined) input?.focus();
    else act({name: 'transfer', target, phoneNumber});
  };
  return html`<details part="transfer">
    <summary part="button">${phoneForwardedIcon} ${text('action.transfer')}</summary>
    <form class="field" @submit=${submit}>
      <label for="target">${text('transfer.target')}</label>
      <input id="target" part="input" required dir="ltr" inputmode="tel" autocomplete="off" />
      ${controlButton({
        label: text('action.transfer'),
        pending: pending.isPending('action.transfer'),
        blockedBy,
        refusedIn: pending.refusal?.key === 'action.transfer' ? 'operator-status' : undefined,
      })}
    </form>
  </details>`;
}

function dialPad({dialled, blockedBy, act}: OperatorControls): TemplateResult {
  const type = ({key}: KeyboardEvent): void => {
    const digit = DIAL_DIGITS.find((each) => each === key);
    if (digit !== undefined) act({name: 'dial', digit});
  };
  return html`<details part="dial-pad" @keydown=${type}>
    <summary part="button">${gripIcon} ${text('action.dial')}</summary>
    <output part="dialled" dir="ltr" aria-live="off">${dialled}</output>
    <div class="digits" dir="ltr">
      ${DIAL_DIGITS.map((digit) =>
        controlButton({
          label: digit,
          look: 'plain',
          blockedBy,
          press: () => act({name: 'dial', digit}),
        }),
      )}
    </div>
  </details>`;
}

function qualityButtons({rated, blockedBy, act}: OperatorControls): TemplateResult {
  return html`<div class="quality" part="quality" role="group" aria-labelledby="quality">
    <span id="quality">${text('action.rate-quality')}</span>
    ${STARS.map((stars) =>
      controlButton({
        label: '',
        icon: starIcon,
        name: countedText('quality.stars', stars),
        look: stars <= (rated ?? 0) ? 'star full' : 'star',
        pressed: rated === stars,
        blockedBy,
        press: () => act({name: 'rate-quality', stars}),
      }),
    )}
  </div>`;
}
