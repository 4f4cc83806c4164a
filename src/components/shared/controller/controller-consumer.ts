/** Gives an element its controller and every snapshot: the consumer of `controllerContext`. */
import {ContextEvent} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageController} from '../../../controller/connect.js';
import type {CallCardController} from '../../../controller/call-card-controller.js';
import type {Snapshot} from '../../../controller/snapshot.js';
import {setPortalLanguage} from '../../../i18n/page-language.js';
import {callInPage} from '../../../model/portal/page-context.js';
import {CONNECTING_SNAPSHOT} from '../../../controller/snapshot-store.js';
import {controllerContext} from './controller-context.js';

/**
 * Subscribes to the controller of the nearest `<call-card-context>`, or to the page's shared one if the
 * element is in no context. The host updates with every snapshot.
 */
export class ControllerConsumer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onSnapshot: ((snapshot: Snapshot) => void) | undefined;
  #controller: CallCardController | undefined;
  #snapshot: Snapshot = CONNECTING_SNAPSHOT;
  #unsubscribe: (() => void) | undefined;
  #leaveContext: (() => void) | undefined;

  /** @param onSnapshot - called with each snapshot before the host updates, first with the present one */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    onSnapshot?: (snapshot: Snapshot) => void,
  ) {
    this.#host = host;
    this.#onSnapshot = onSnapshot;
    host.addController(this);
  }

  /** None while the element is not on the page, or its context has no controller yet. */
  get controller(): CallCardController | undefined {
    return this.#controller;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  hostConnected(): void {
    // A context that is upgraded after this element announces itself by this event of the protocol.
    addEventListener('context-provider', this.#onProvider);
    this.#requestContext();
    if (this.#leaveContext === undefined && !isInsideUndefinedContext(this.#host)) {
      this.#setController(pageController());
    }
  }

  hostDisconnected(): void {
    removeEventListener('context-provider', this.#onProvider);
    this.#leaveContext?.();
    this.#leaveContext = undefined;
    this.#setController(undefined);
  }

  #requestContext(): void {
    const event = new ContextEvent(controllerContext, this.#host, this.#onContext, true);
    this.#host.dispatchEvent(event);
  }

  readonly #onProvider = (): void => {
    if (this.#leaveContext === undefined) this.#requestContext();
  };

  // Called again when the context changes its controller, and when a nearer context takes over.
  readonly #onContext = (
    controller: CallCardController | undefined,
    leave: () => void = () => undefined,
  ): void => {
    if (leave !== this.#leaveContext) this.#leaveContext?.();
    this.#leaveContext = leave;
    this.#setController(controller);
  };

  #setController(controller: CallCardController | undefined): void {
    if (controller === this.#controller) return;
    this.#unsubscribe?.();
    this.#controller = controller;
    this.#snapshot = CONNECTING_SNAPSHOT;
    let isSilent = true;
    this.#unsubscribe = controller?.subscribe((snapshot) => {
      isSilent &&= snapshot.status === 'connecting';
      this.#snapshot = isSilent ? withCallInPage(snapshot) : snapshot;
      if (snapshot.status === 'ready') setPortalLanguage(snapshot.language);
      this.#onSnapshot?.(snapshot);
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }
}

/**
 * What is shown until the portal has answered: the call that the app's server has written into the page, unless
 * an event has told of one. Only elements know it: no command and no note is about it.
 */
function withCallInPage(snapshot: Snapshot): Snapshot {
  return snapshot.call === null ? {...snapshot, call: callInPage(document)} : snapshot;
}

/**
 * Whether a context around the element is not upgraded yet. It may have a controller of its own, so the
 * page's must not be made meanwhile. Looks at the path that an event would take.
 */
function isInsideUndefinedContext(element: Element): boolean {
  for (let node: Node | null = element; node !== null; node = parentOf(node)) {
    if (node instanceof Element && node.matches('call-card-context:not(:defined)')) return true;
  }
  return false;
}

function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot !== null) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
