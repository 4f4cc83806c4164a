/** The view of the call card: renders snapshots and reports clicks. */
import type {OperatorAction} from '../../../model/card/operator-action.js';
import type {CardSnapshot} from './portal-call.js';
import {CardButtons, type PanelName} from './card-buttons.js';
import {elapsedOn} from './card-machine.js';
import {makePanel} from './card-panels.js';
import {CardPresses} from './card-presses.js';
import {adoptCardStyle} from './card-style.js';
import {CardTabs} from './card-tabs.js';
import type {PortalClock} from '../page/clock.js';
import {make, makeButton} from '../page/dom.js';
import {formatElapsed, lineText, numberText, titleText} from './card-texts.js';

export interface CardViewOptions {
  readonly document: Document;
  readonly clock: PortalClock;
  /** The titles of the apps in the card. */
  readonly tabs: readonly string[];
  readonly onAction: (action: OperatorAction) => void;
  readonly onTab: (index: number) => void;
}

export class CardView {
  readonly element: HTMLElement;
  readonly #options: CardViewOptions;
  readonly #buttons: CardButtons;
  readonly #presses: CardPresses;
  readonly #tabs: CardTabs;
  readonly #title: HTMLElement;
  readonly #number: HTMLElement;
  readonly #line: HTMLElement;
  readonly #status: HTMLElement;
  readonly #timer: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #top: HTMLElement;
  readonly #body: HTMLElement;
  #openPanel: PanelName | null = null;
  #snapshot: CardSnapshot | null = null;
  #cancelTick: (() => void) | null = null;

  constructor(options: CardViewOptions) {
    const {document} = options;
    this.#options = options;
    adoptCardStyle(document);
    this.#title = make(document, 'h2', {class: 'call-card-title'});
    this.#number = make(document, 'p', {class: 'call-card-number'});
    this.#line = make(document, 'p', {class: 'call-card-line'});
    this.#status = make(document, 'p', {class: 'call-card-status', attributes: {role: 'status'}});
    this.#timer = make(document, 'p', {class: 'call-card-timer', attributes: {role: 'timer'}});
    this.#panel = make(document, 'div', {class: 'call-card-panel-below'});
    this.#buttons = new CardButtons({
      document,
      onAction: options.onAction,
      onPanel: (panel) => {
        this.#togglePanel(panel);
      },
    });
    this.#tabs = new CardTabs({document, titles: options.tabs, onTab: options.onTab});
    this.#top = make(document, 'div', {class: 'call-card-top'});
    this.#body = this.#makeBody();
    this.element = make(document, 'section', {
      class: 'call-card',
      attributes: {'aria-label': 'Call card'},
      children: [this.#makeHeader(), this.#body],
    });
    this.#presses = new CardPresses(this.element);
  }

  /** The element that shows the app of a tab. */
  panel(index: number): HTMLElement | undefined {
    return this.#tabs.panel(index);
  }

  render(snapshot: CardSnapshot): void {
    const {call, card} = snapshot;
    const isOtherState = this.#snapshot?.card.uiState !== card.uiState;
    if (isOtherState || this.#snapshot?.call.callId !== call.callId) {
      this.#presses.beforeChange(call.callId);
    }
    if (isOtherState) this.#showPanel(null);
    this.#snapshot = snapshot;
    this.element.dataset['uiState'] = card.uiState;
    this.#title.textContent = titleText(snapshot);
    this.#number.textContent = numberText(call);
    this.#line.textContent = lineText(call);
    this.#status.textContent = card.statusText;
    this.#buttons.render(card, this.#openPanel);
    this.#top.hidden = !card.campaign;
    this.#renderTimer();
  }

  remove(): void {
    this.#cancelTick?.();
    this.#presses.dispose();
    this.element.remove();
  }

  #makeHeader(): HTMLElement {
    const {document, onAction} = this.#options;
    const fold = makeButton(
      document,
      'Fold',
      () => {
        // The body is hidden rather than removed, so that its frames are not reloaded.
        this.#body.hidden = !this.#body.hidden;
        fold.textContent = this.#body.hidden ? 'Unfold' : 'Fold';
        fold.setAttribute('aria-expanded', String(!this.#body.hidden));
      },
      {class: 'call-card-fold', attributes: {'aria-expanded': 'true'}},
    );
    const close = makeButton(
      document,
      '×',
      () => {
        onAction({name: 'close'});
      },
      {attributes: {'aria-label': 'Close the card'}},
    );
    this.#top.append(close);
    return make(document, 'header', {
      class: 'call-card-header',
      children: [this.#title, this.#timer, fold, this.#top],
    });
  }

  #makeBody(): HTMLElement {
    const {document} = this.#options;
    const side = make(document, 'div', {
      class: 'call-card-side',
      children: [
        this.#number,
        this.#line,
        this.#status,
        this.#buttons.element,
        this.#panel,
        this.#makeComment(),
      ],
    });
    return make(document, 'div', {
      class: 'call-card-body',
      children: [side, this.#tabs.element],
    });
  }

  #makeComment(): HTMLElement {
    const {document, onAction} = this.#options;
    const text = make(document, 'textarea', {
      attributes: {'aria-label': 'Comment', rows: '2', placeholder: 'Comment on the call'},
    });
    const save = make(document, 'button', {text: 'Save', attributes: {type: 'submit'}});
    const form = make(document, 'form', {class: 'call-card-comment', children: [text, save]});
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      onAction({name: 'comment', text: text.value});
    });
    return form;
  }

  #togglePanel(panel: PanelName): void {
    this.#showPanel(this.#openPanel === panel ? null : panel);
    if (this.#snapshot !== null) this.#buttons.render(this.#snapshot.card, this.#openPanel);
  }

  #showPanel(panel: PanelName | null): void {
    this.#openPanel = panel;
    const {document, onAction} = this.#options;
    const phoneNumber = (): string => this.#snapshot?.call.phoneNumber ?? '';
    this.#panel.replaceChildren(
      ...(panel === null ? [] : [makePanel(panel, document, onAction, phoneNumber)]),
    );
  }

  /** Shows the timer, and updates it every second while it runs. */
  #renderTimer(): void {
    this.#cancelTick?.();
    this.#cancelTick = null;
    if (this.#snapshot === null) return;
    const {clock} = this.#options;
    const {timer} = this.#snapshot.card;
    const elapsed = elapsedOn(timer, clock.now());
    this.#timer.hidden = elapsed === null;
    this.#timer.textContent = elapsed === null ? '' : formatElapsed(elapsed);
    if (timer.status !== 'running') return;
    const untilNextSecond = 1000 - ((elapsed ?? 0) % 1000);
    this.#cancelTick = clock.after(untilNextSecond, () => {
      this.#renderTimer();
    });
  }
}
