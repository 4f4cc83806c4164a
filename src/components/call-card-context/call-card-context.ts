/** The element that connects its page to the portal and provides the controller to all elements inside. */
import {ContextProvider} from '@lit/context';
import {LitElement, css, html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {pageController} from '../../controller/connect.js';
import {isReported} from '../../controller/actions/app-faults.js';
import type {CallCardController} from '../../controller/call-card-controller.js';
import type {Snapshot} from '../../controller/snapshot.js';
import {CallActionEvent} from '../../events/call-action-event.js';
import {isActionRequest, serveAction} from '../../events/call-action-request-event.js';
import {CallCommandEvent, serveCommand} from '../../events/call-command-event.js';
import {CallErrorEvent} from '../../events/call-error-event.js';
import {toCallCardError} from '../../model/errors/call-card-error.js';
import {ANNOUNCED_ACTIONS} from '../../model/card/operator-action.js';
import {controllerContext} from '../shared/controller/controller-context.js';
import {KIT_TAGS, unknownTagsIn} from '../shared/mistakes/unknown-tags.js';
import {reportMistake, reportTheme} from '../shared/mistakes/report-mistake.js';
import {themeStyles} from '../shared/styles/theme.js';
import {CallChangeEvent} from '../../events/call-change-event.js';
import {CallReadyEvent} from '../../events/call-ready-event.js';

/**
 * Connects to the portal and gives one controller to the elements inside. It has no box of its own. If the app's
 * server has written a context script into the page, the elements show the call in it until the portal answers.
 *
 * ```html
 * <call-card-context>
 *   <call-summary></call-summary>
 *   <call-state-controls></call-state-controls>
 * </call-card-context>
 * ```
 *
 * @element call-card-context
 * @attr {'light' | 'dark' | 'auto'} [theme=light] - The theme of the elements inside, unless they
 *   have their own. `auto` follows the system.
 * @attr {boolean} compact - Makes the elements inside compact.
 * @slot - The elements that share the controller, and any other content.
 * @fires call-ready - Fired when the portal has answered, once for each controller. Has the `snapshot`.
 * @fires call-change - Fired when something about the call has changed. Has the new `snapshot`.
 * @fires call-action - Fired in the leader frame when the operator asks for something, in the card or in
 *   an element of the kit: once for every `action`, with its `source`, its `callId` and `interrupted`.
 * @fires call-error - Fired when the connection or a command of an element fails, and in the frame of the
 *   click when the app fails to handle an action (`app-failed`). Has the `error`.
 */
export class CallCardContextElement extends LitElement {
  static override styles = [
    themeStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /**
   * The controller of the elements inside. Default: the page's shared one, which connects as soon as this
   * element is on the page.
   */
  @property({attribute: false}) controller: CallCardController | undefined;

  /**
   * The optional actions that the page's listener of `call-action` handles: `next`, the next client of a
   * campaign. The elements show its button only if an app handles it.
   */
  @property() handles = '';

  readonly #provider = new ContextProvider(this, {context: controllerContext});
  #lastSnapshot: Snapshot | undefined;
  #readyController: CallCardController | undefined;
  #subscribedTo: CallCardController | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    // Before all other listeners, so that the page's own never get a request as a notification.
    this.addEventListener(CallActionEvent.type, this.#onActionRequest);
    this.addEventListener(CallCommandEvent.type, this.#onCommandRequest);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    reportTheme(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#subscribe(undefined);
  }

  // With the update, not at once: the code that made the element may still set its controller.
  override willUpdate(): void {
    if (!this.isConnected) return;
    this.controller ??= pageController();
    this.#provider.setValue(this.controller);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('handles')) this.#subscribe(undefined);
    if (this.isConnected) this.#subscribe(this.controller);
  }

  override render(): TemplateResult {
    return html`<slot @slotchange=${this.#reportUnknownTags}></slot>`;
  }

  // After the page has loaded: until then a script may define the tags.
  readonly #reportUnknownTags = (): void => {
    const report = (): void => {
      for (const tag of unknownTagsIn(this)) {
        const written = `<${this.localName}> with <${tag}> in it`;
        reportMistake({written, problem: 'it is not defined', given: tag, allowed: KIT_TAGS});
      }
    };
    if (document.readyState === 'complete') report();
    else addEventListener('load', report, {once: true});
  };

  readonly #onActionRequest = (event: CallActionEvent): void => {
    if (!isActionRequest(event)) return;
    event.stopImmediatePropagation();
    const ended = serveAction(event, (this.controller ??= pageController()));
    ended?.catch((thrown: unknown) => {
      const error = toCallCardError(thrown);
      // A failed connection has dispatched its own `call-error`.
      if (error.code === 'app-failed') this.dispatchEvent(new CallErrorEvent(error));
    });
  };

  readonly #onCommandRequest = (event: CallCommandEvent): void => {
    const outcome = serveCommand(event, (this.controller ??= pageController()));
    outcome?.catch((thrown: unknown) => {
      if (!event.defaultPrevented) this.dispatchEvent(new CallErrorEvent(toCallCardError(thrown)));
    });
  };

  #subscribe(controller: CallCardController | undefined): void {
    if (controller === this.#subscribedTo) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#subscribedTo = controller;
    if (controller === undefined) return;
    const names = this.handles.split(/\s+/);
    const stopActions = controller.onAction(
      ({action, source, ...more}) => {
        dispatchOrThrow(() => this.dispatchEvent(new CallActionEvent(action, source, more)));
      },
      {handles: ANNOUNCED_ACTIONS.filter((name) => names.includes(name))},
    );
    const stopSnapshots = controller.subscribe((snapshot) =>
      this.#dispatchSnapshot(snapshot, controller),
    );
    this.#unsubscribe = () => {
      stopActions();
      stopSnapshots();
    };
  }

  #dispatchSnapshot(snapshot: Snapshot, controller: CallCardController): void {
    // An element that was only moved gets the present snapshot again.
    if (snapshot === this.#lastSnapshot) return;
    this.#lastSnapshot = snapshot;
    if (snapshot.status !== 'ready') this.#readyController = undefined;
    else if (this.#readyController !== controller) {
      this.#readyController = controller;
      this.dispatchEvent(new CallReadyEvent(snapshot));
    }
    this.dispatchEvent(new CallChangeEvent(snapshot));
    if (snapshot.status === 'failed') this.dispatchEvent(new CallErrorEvent(snapshot.error));
  }
}

/**
 * Dispatches an event and throws the first error of its listeners. The browser reports such an error
 * without passing it on, but an action fails with it.
 */
function dispatchOrThrow(dispatch: () => void): void {
  const thrown: unknown[] = [];
  const onError = ({error, message}: ErrorEvent): void => void thrown.push(error ?? message);
  addEventListener('error', onError, {capture: true});
  try {
    dispatch();
  } finally {
    removeEventListener('error', onError, {capture: true});
  }
  thrown.forEach(isReported);
  if (thrown.length > 0) throw thrown[0];
}

declare global {
  interface HTMLElementTagNameMap {
    'call-card-context': CallCardContextElement;
  }
}
