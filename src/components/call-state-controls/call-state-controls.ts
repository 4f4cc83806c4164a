/** The element with which the operator and the integrator control the call card. */
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import {clientKey} from '../../model/call/call.js';
import type {OperatorAction, Stars} from '../../model/card/operator-action.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {reportNumber, reportWords} from '../shared/mistakes/report-mistake.js';
import {buttonStyles, fieldStyles, hostStyles} from '../shared/styles/styles.js';
import {controlsStyles} from './call-state-controls.styles.js';
import {cardControls, type ShownCardCommand} from './card-controls.js';
import {
  CONTROL_GROUPS,
  groupsIn,
  isCardMissing,
  isOutOfReach,
  type ControlGroup,
  type ControlRequest,
} from './control-groups.js';
import {ControlPresses} from './input/control-presses.js';
import {operatorControls, type OperatorPanel} from './operator-controls.js';
import {
  isAnswered,
  PendingCommands,
  requestAction,
  requestCommand,
  waitForAnswer,
  type Refusal,
} from './requests.js';
import {RovingFocus} from './input/roving-focus.js';
import {Shortcuts} from './input/shortcuts.js';
import {TransferField} from './transfer/transfer-field.js';
import type {TransferQueue} from './transfer/transfer-options.js';

const ANSWER_TIME_MS = 5000;

/**
 * The operator's buttons for the present state of the call card, and the card's own commands. It shows
 * only what can be done from its page. A click changes nothing by itself: the app gets it as
 * `call-action`, and the button shows the new state when the card has it. Each button keeps its place in
 * every state, and a press on a button that has only just come under the pointer is ignored.
 *
 * ```html
 * <call-card-context>
 *   <call-state-controls controls="operator"></call-state-controls>
 * </call-card-context>
 * ```
 *
 * @element call-state-controls
 * @fires call-action - Fired when the operator clicks a button. The context passes it to the app; on a
 *   page without a context it bubbles to the document.
 * @fires call-command - Fired before a command of the card is run. Bubbles, cancelable anywhere on the
 *   page.
 * @csspart group - The operator's buttons, and the card's commands.
 * @csspart button - Every button.
 * @csspart input - Every input and select.
 * @csspart transfer - The form for a transfer.
 * @csspart option - A colleague or a queue in its list.
 * @csspart dial-pad - The dial pad.
 * @csspart dialled - The digits that were dialled in this call.
 * @csspart quality - The stars for the quality of the line.
 * @csspart status - The line that says why something was refused.
 * @attr {'light' | 'dark' | 'auto'} [theme=light] - `auto` follows the system. Inherited from the
 *   context, unless it is set here.
 * @attr {boolean} compact - Smaller text, buttons and spacing.
 * @cssprop --call-card-background - The background.
 * @cssprop --call-card-color - The text.
 * @cssprop --call-card-secondary-color - Labels and hints.
 * @cssprop --call-card-border-color - Between the groups, and around quiet buttons.
 * @cssprop --call-card-field-border-color - Around inputs.
 * @cssprop --call-card-link-color - On tinted buttons, and behind pressed ones.
 * @cssprop --call-card-tint - Behind tinted buttons.
 * @cssprop --call-card-success-color - Behind the button that answers.
 * @cssprop --call-card-alert-color - Behind the button that hangs up.
 * @cssprop --call-card-alert-text-color - Error messages.
 * @cssprop --call-card-focus-color - The focus ring.
 * @cssprop --call-card-border-radius - The corners of the element.
 * @cssprop --call-card-control-radius - The corners of buttons and inputs.
 * @cssprop --call-card-font-family - The font.
 */
export class CallStateControlsElement extends LocalizedElement {
  static override styles = [hostStyles, buttonStyles, fieldStyles, controlsStyles];

  /** The groups to show: `operator`, `card`, or both with a space between. */
  @property() controls = 'operator card';

  /** How long the app may take to answer a click before the element says so, in milliseconds. */
  @property({attribute: 'answer-time', converter: (given) => Number(given) || ANSWER_TIME_MS})
  answerTime = ANSWER_TIME_MS;

  /**
   * Lets keys press the operator's buttons, wherever the focus is on the page: F2 answers or calls, F4
   * holds, F8 mutes, F9 hangs up or skips. Each key is shown on its button.
   */
  @property({type: Boolean}) shortcuts = false;

  /**
   * The queues of your exchange to which a call can be transferred, each with `id` and `name`. The portal
   * does not know them.
   */
  @property({attribute: false}) queues: readonly TransferQueue[] = [];

  readonly #consumer = new ControllerConsumer(this, (snapshot) => this.#onSnapshot(snapshot));
  readonly #pending = new PendingCommands<ControlRequest>(this);
  readonly #presses = new ControlPresses(this);
  readonly #transferField = new TransferField(this);
  #rated: Stars | undefined;
  #dialled = '';
  #openPanel: OperatorPanel | undefined;
  #client = '';
  #state = '';
  #focusedGroup: HTMLElement | null = null;

  constructor() {
    super();
    new CallAnnouncer(this, this.#consumer);
    new RovingFocus(this);
    new Shortcuts(this, (key, control, at) => this.#presses.admitKey(key, control, at));
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('controls')) reportWords(this, 'controls', this.controls, CONTROL_GROUPS);
    if (changed.has('answerTime')) reportNumber(this, 'answer-time', 'milliseconds');
    this.#transferField.queues = this.queues;
    const {activeElement = null} = this.shadowRoot ?? {};
    this.#focusedGroup = activeElement?.closest<HTMLElement>('[role="group"][tabindex]') ?? null;
  }

  override updated(): void {
    // If the focused button is gone with the state, its group gets the focus.
    if (this.shadowRoot?.activeElement === null) this.#focusedGroup?.focus();
  }

  override render(): TemplateResult {
    const {snapshot} = this.#consumer;
    const groups = groupsIn(snapshot, this.controls);
    if (groups.length === 0) {
      return html`<div class="card">
        ${CallAnnouncer.region}
        <p class="note ${snapshot.status === 'failed' ? 'error' : ''}">${emptyReason(snapshot)}</p>
      </div>`;
    }
    // Keyed, so that the card's inputs keep their text when the operator's group comes or goes.
    return html`<div class="card">
      ${CallAnnouncer.region}
      ${repeat(
        groups,
        (group) => group,
        (group) => this.#group(group, snapshot),
      )}
    </div>`;
  }

  #group(group: ControlGroup, snapshot: Snapshot): TemplateResult {
    const refusal = refusalIn(group, this.#pending.refusal);
    const isLost = group === 'operator' && isOutOfReach(snapshot);
    const status = isLost ? text('reason.unreachable') : refusal;
    return html`<div
      part="group"
      role="group"
      tabindex="-1"
      aria-label=${text(`controls.${group}`)}
      aria-disabled=${isLost || nothing}
    >
      ${group === 'operator' ? this.#operatorControls(snapshot) : this.#cardControls(snapshot)}
      <p id="${group}-status" part="status" class="note error" role="status">${status}</p>
    </div>`;
  }

  #operatorControls(snapshot: Snapshot): unknown {
    const {card} = snapshot;
    if (card.status !== 'open') return nothing;
    const {crm} = this.#consumer.controller ?? {};
    return operatorControls({
      snapshot,
      card,
      pending: this.#pending,
      rated: this.#rated,
      dialled: this.#dialled,
      shortcuts: this.shortcuts,
      blockedBy: isOutOfReach(snapshot) ? 'operator-status' : undefined,
      openPanel: this.#openPanel,
      togglePanel: this.#togglePanel,
      transferField: this.#transferField,
      findColleagues: crm && ((words, options) => crm.findColleagues(words, options)),
      requestAction: this.#requestAction,
    });
  }

  #cardControls(snapshot: Snapshot): TemplateResult {
    const hasOperator = groupsIn(snapshot, this.controls).includes('operator');
    return cardControls({
      snapshot,
      pending: this.#pending,
      runCommand: this.#runCommand,
      hasOperator,
    });
  }

  /** Opens or closes a panel. The transfer's input gets the focus; when a panel closes, its button. */
  readonly #togglePanel = (panel: OperatorPanel): void => {
    const isOpening = this.#openPanel !== panel;
    const opened = this.renderRoot.querySelector('#transfer, #dial-pad');
    const isInside = opened?.contains(this.shadowRoot?.activeElement ?? null) === true;
    this.#openPanel = isOpening ? panel : undefined;
    this.#transferField.clear();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const {renderRoot} = this;
      if (isOpening && panel === 'transfer') renderRoot.querySelector('input')?.focus();
      else if (isInside) renderRoot.querySelector<HTMLElement>(BUTTONS[panel])?.focus();
    });
  };

  readonly #requestAction = (action: OperatorAction): void => {
    const {controller, snapshot} = this.#consumer;
    if (controller === undefined || isOutOfReach(snapshot)) return;
    if (action.name === 'rate-quality') this.#rated = action.stars;
    if (action.name === 'dial') this.#dialled += action.digit;
    this.requestUpdate();
    const key = `action.${action.name}` as const;
    if (isAnswered(action, snapshot, snapshot)) {
      // The card does not show it: it is not pending, and may be requested again at once, as digits are.
      requestAction(this, this.#consumer, action)?.catch((thrown: unknown) => {
        if (this.isConnected) this.#pending.setRefusal(key, thrown);
      });
      return;
    }
    void this.#pending.sendRequest(key, async (signal) => {
      const ended = requestAction(this, this.#consumer, action);
      const limits = {timeLimit: this.answerTime, signal};
      if (ended) await waitForAnswer(controller, action, snapshot, {...limits, ended});
    });
  };

  readonly #runCommand = (command: ShownCardCommand): void => {
    void this.#pending.sendRequest(`command.${command.name}`, () =>
      requestCommand(this, this.#consumer, command),
    );
  };

  /** Resets what belonged to the last state (refusal, open panel) or client (rating, digits). */
  #onSnapshot({call, card}: Snapshot): void {
    const state = card.status === 'open' ? card.uiState.value : card.status;
    const client = call === null ? '' : clientKey(call);
    const [isOtherClient, isOtherState] = [client !== this.#client, state !== this.#state];
    if (isOtherClient || isOtherState) this.#presses.recordLayout();
    if (isOtherClient) [this.#rated, this.#dialled] = [undefined, ''];
    if (isOtherState) this.#resetState();
    this.#client = client;
    this.#state = state;
  }

  #resetState(): void {
    this.#pending.clearRefusal();
    this.#openPanel = undefined;
    this.#transferField.clear();
  }
}

/** The selectors of the buttons that open a panel. */
const BUTTONS = {
  transfer: '[data-place="other"]',
  dial: '[data-place="begin"]',
} satisfies Record<OperatorPanel, string>;

function refusalIn(group: ControlGroup, refusal: Refusal<ControlRequest> | undefined): unknown {
  const kind = group === 'operator' ? 'action.' : 'command.';
  if (refusal?.key.startsWith(kind) !== true) return nothing;
  const {key, error} = refusal;
  const isUnanswered = group === 'operator' && error.code === 'timeout';
  const message = text('refusal', {
    what: text(key),
    why: text(isUnanswered ? 'unanswered' : `error.${error.code}`),
  });
  // The message of the app's error has a language and direction of its own.
  return error.code === 'app-failed' ? html`${message} <bdi>${error.message}</bdi>` : message;
}

function emptyReason(snapshot: Snapshot): string {
  if (snapshot.status === 'connecting') return text('connecting');
  if (snapshot.status === 'failed') return text(`error.${snapshot.error.code}`);
  return text(isCardMissing(snapshot) ? 'reason.no-card' : 'controls.nothing');
}

declare global {
  interface HTMLElementTagNameMap {
    'call-state-controls': CallStateControlsElement;
  }
}
