/** The template of the card's own commands, for integrators and apps without a telephony engine. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {OpenCard, Snapshot, UnavailableReason} from '../../controller/snapshot.js';
import {text, timeOfDay} from '../../i18n/text.js';
import type {CardCommand} from '../../model/card/card-command.js';
import {isUiState, UI_STATES} from '../../model/card/ui-state.js';
import {controlButton, type ControlButton} from './control-button.js';
import {commandsOffered, type PendingControls, type ShownCommand} from './control-groups.js';
import {doubtNote} from './operator-controls.js';

export type ShownCardCommand = Extract<CardCommand, {name: ShownCommand}>;

export interface CardControls {
  readonly snapshot: Snapshot;
  readonly pending: PendingControls;
  readonly runCommand: (command: ShownCardCommand) => void;
  /** Whether the operator's group is shown, which has the notes about the whole card. */
  readonly hasOperator: boolean;
}

/** The template of each command. */
const CONTROLS = {
  setUiState: stateForm,
  setTitle: (controls) =>
    textForm(controls, 'setTitle', openCard(controls)?.title, (title) => ({
      name: 'setTitle',
      parameters: {title},
    })),
  setStatusText: (controls) =>
    textForm(controls, 'setStatusText', openCard(controls)?.statusText, (statusText) => ({
      name: 'setStatusText',
      parameters: {statusText},
    })),
  setMute: (controls) => {
    const muted = openCard(controls)?.muted ?? false;
    return commandButton(controls, {name: 'setMute', parameters: {muted: !muted}}, muted);
  },
  setHold: (controls) => {
    const held = openCard(controls)?.held ?? false;
    return commandButton(controls, {name: 'setHold', parameters: {held: !held}}, held);
  },
  startTimer: (controls) => commandButton(controls, {name: 'startTimer', parameters: {}}),
  stopTimer: (controls) => commandButton(controls, {name: 'stopTimer', parameters: {}}),
  close: (controls) => commandButton(controls, {name: 'close', parameters: {}}),
  disableAutoClose: (controls) =>
    commandButton(controls, {name: 'disableAutoClose', parameters: {}}),
  enableAutoClose: (controls) => commandButton(controls, {name: 'enableAutoClose', parameters: {}}),
  getStatus: (controls) => commandButton(controls, {name: 'getStatus', parameters: {}}),
} satisfies Record<ShownCommand, (controls: CardControls) => TemplateResult>;

/** The commands with an input. */
const FORMS: ReadonlySet<ShownCommand> = new Set(['setUiState', 'setTitle', 'setStatusText']);

export function cardControls(controls: CardControls): TemplateResult {
  const offered = commandsOffered(controls.snapshot);
  const forms = offered.filter((name) => FORMS.has(name)).map((name) => CONTROLS[name](controls));
  const buttons = offered.filter((name) => !FORMS.has(name));
  // Keyed, so that a button never becomes that of another command.
  return html`${forms.length === 0 ? nothing : html`<div class="forms">${forms}</div>`}
    <div class="row" role="toolbar" aria-label=${text('controls.buttons')} data-roving>
      ${repeat(
        buttons,
        (name) => name,
        (name) => CONTROLS[name](controls),
      )}
    </div>
    ${autoCloseNote(controls.snapshot)}
    ${reasonsIn(controls.snapshot, offered).map(
      (reason) => html`<p class="note" id=${reasonId(reason)}>${text(`reason.${reason}`)}</p>`,
    )}`;
}

function commandButton(
  controls: CardControls,
  command: ShownCardCommand,
  pressed?: boolean,
): TemplateResult {
  return controlButton({
    ...conditionOf(controls, command.name),
    label: text(`command.${command.name}`),
    look: 'plain',
    pressed,
    press: () => controls.runCommand(command),
  });
}

function stateForm(controls: CardControls): TemplateResult {
  const uiState = openCard(controls)?.uiState;
  const shown = uiState?.certainty === 'assumed' ? undefined : uiState?.value;
  return commandForm(
    controls,
    'setUiState',
    html`<select id="setUiState" part="input">
        <option value="" hidden .selected=${!isUiState(shown)}>
          ${shown === undefined ? nothing : text(`ui-state.${shown}`)}
        </option>
        ${UI_STATES.map(
          (value) =>
            html`<option value=${value} .selected=${shown === value}>
              ${text(`ui-state.${value}`)}
            </option>`,
        )}
      </select>
      ${uiState === undefined || controls.hasOperator ? nothing : doubtNote(uiState)}`,
    (value) => (isUiState(value) ? {name: 'setUiState', parameters: {uiState: value}} : undefined),
  );
}

function textForm(
  controls: CardControls,
  name: 'setTitle' | 'setStatusText',
  present: string | null | undefined,
  commandOf: (value: string) => ShownCardCommand,
): TemplateResult {
  const input = html`<input
    id=${name}
    part="input"
    placeholder=${present ?? nothing}
    autocomplete="off"
  />`;
  return commandForm(controls, name, input, commandOf);
}

function commandForm(
  controls: CardControls,
  name: ShownCommand,
  input: TemplateResult,
  commandOf: (value: string) => ShownCardCommand | undefined,
): TemplateResult {
  const condition = conditionOf(controls, name);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector<
      HTMLInputElement | HTMLSelectElement
    >('input, select');
    const command = commandOf(field?.value ?? '');
    if (command !== undefined && condition.blockedBy === undefined) controls.runCommand(command);
  };
  return html`<form class="field" @submit=${submit}>
    <label for=${name}>${text(`command.${name}`)}</label>
    ${input} ${controlButton({...condition, label: text('set'), look: 'plain'})}
  </form>`;
}

function conditionOf(
  {snapshot, pending}: CardControls,
  name: ShownCommand,
): Pick<ControlButton, 'pending' | 'blockedBy' | 'refusedIn'> {
  const availability = snapshot.commands[name];
  return {
    pending: pending.isPending(`command.${name}`),
    blockedBy: availability.status === 'available' ? undefined : reasonId(availability.reason),
    refusedIn: pending.refusal?.key === `command.${name}` ? 'card-status' : undefined,
  };
}

function autoCloseNote(snapshot: Snapshot): TemplateResult | typeof nothing {
  const {autoClose} = snapshot;
  if (autoClose.status === 'normal') return nothing;
  if (autoClose.status === 'closing') return note(text('auto-close.closing'));
  return note(text('auto-close.held', {time: timeOfDay(autoClose.until, 'medium')}));
}

function note(content: string): TemplateResult {
  return html`<p class="note">${content}</p>`;
}

/** The reasons why commands are unavailable, each once. */
function reasonsIn(
  {commands}: Snapshot,
  offered: readonly ShownCommand[],
): readonly UnavailableReason[] {
  const reasons = offered.flatMap((name) => {
    const availability = commands[name];
    return availability.status === 'available' ? [] : [availability.reason];
  });
  return [...new Set(reasons)];
}

function reasonId(reason: UnavailableReason): string {
  return `reason-${reason}`;
}

function openCard({snapshot: {card}}: CardControls): OpenCard | undefined {
  return card.status === 'open' ? card : undefined;
}
