/** The buttons of the card's present state. A button has the same place in every state. */
import {inPlaces, keepsPlaces, placeOf} from '../../../model/card/action-places.js';
import type {ActionName, OperatorAction} from '../../../model/card/operator-action.js';
import {offeredActions, type Card} from './card-machine.js';
import {make, makeButton} from '../page/dom.js';
import {toggleAction} from './operator-clicks.js';

/** Actions whose button opens a panel, because they need more than a click. */
export type PanelName = Extract<ActionName, 'transfer' | 'dial' | 'rate-quality'>;

type ButtonKind = 'plain' | 'switch' | 'panel';

interface ButtonEntry {
  readonly label: string;
  readonly kind: ButtonKind;
  /** The button's colour in the portal. */
  readonly tone?: 'success' | 'alert';
}

const BUTTONS = {
  answer: {label: 'Answer', kind: 'plain', tone: 'success'},
  skip: {label: 'Skip', kind: 'plain', tone: 'alert'},
  'make-call': {label: 'Call', kind: 'plain', tone: 'success'},
  'hang-up': {label: 'Hang up', kind: 'plain', tone: 'alert'},
  hold: {label: 'Hold', kind: 'switch'},
  mute: {label: 'Mute', kind: 'switch'},
  transfer: {label: 'Transfer', kind: 'panel'},
  'complete-transfer': {label: 'Transfer', kind: 'plain', tone: 'success'},
  'cancel-transfer': {label: 'Return to the call', kind: 'plain'},
  dial: {label: 'Dial pad', kind: 'panel'},
  'rate-quality': {label: 'Quality', kind: 'panel'},
  close: {label: 'Close', kind: 'plain'},
  'notify-admin': {label: 'Notify administrator', kind: 'plain'},
  next: {label: 'Next', kind: 'plain'},
  comment: {label: 'Comment', kind: 'plain'},
} satisfies Record<ActionName, ButtonEntry>;

export interface CardButtonsOptions {
  readonly document: Document;
  readonly onAction: (action: OperatorAction) => void;
  readonly onPanel: (panel: PanelName) => void;
}

export class CardButtons {
  readonly element: HTMLElement;
  readonly #options: CardButtonsOptions;
  #card: Card | null = null;
  #shown = '';
  readonly #buttons = new Map<ActionName, HTMLButtonElement>();

  constructor(options: CardButtonsOptions) {
    this.#options = options;
    this.element = make(options.document, 'div', {
      class: 'call-card-buttons',
      attributes: {role: 'group', 'aria-label': 'Call'},
    });
  }

  /** Shows the buttons of the card's state. Buttons that stay keep the focus. */
  render(card: Card, openPanel: PanelName | null): void {
    this.#card = card;
    const actions = inPlaces(offeredActions(card));
    this.element.toggleAttribute('data-kept', keepsPlaces(card.uiState));
    if (actions.join() !== this.#shown) this.#replace(actions);
    this.#press('hold', card.held);
    this.#press('mute', card.muted);
    for (const [action, button] of this.#buttons) {
      if (isPanel(action)) button.setAttribute('aria-expanded', String(action === openPanel));
    }
  }

  #replace(actions: readonly ActionName[]): void {
    this.#shown = actions.join();
    this.#buttons.clear();
    for (const action of actions) this.#buttons.set(action, this.#make(action));
    this.element.replaceChildren(...this.#buttons.values());
  }

  #make(action: ActionName): HTMLButtonElement {
    const entry: ButtonEntry = BUTTONS[action];
    const classes = ['call-card-button', entry.tone ?? 'neutral'].join(' ');
    return makeButton(
      this.#options.document,
      entry.label,
      () => {
        this.#click(action);
      },
      {class: classes, attributes: {'data-action': action, 'data-place': placeOf(action)}},
    );
  }

  #click(action: ActionName): void {
    if (isPanel(action)) this.#options.onPanel(action);
    else if (action === 'hold' || action === 'mute') {
      if (this.#card !== null) this.#options.onAction(toggleAction(this.#card, action));
    } else if (action !== 'comment') this.#options.onAction({name: action});
  }

  #press(action: ActionName, pressed: boolean): void {
    this.#buttons.get(action)?.setAttribute('aria-pressed', String(pressed));
  }
}

function isPanel(action: ActionName): action is PanelName {
  return BUTTONS[action].kind === 'panel';
}
