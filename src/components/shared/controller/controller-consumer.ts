/** Gives an element the controller that is meant for it, and every snapshot. */
import {ContextEvent} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageController} from '../../../startup/connect.js';
import type {CallCardController} from '../../../controller/call-card-controller.js';
import type {Snapshot} from '../../../controller/snapshot.js';
import {hearPortalLanguage} from '../../../i18n/page-language.js';
import {CONNECTING_SNAPSHOT} from '../../../controller/snapshot-store.js';
import {controllerContext} from './controller-context.js';

/**
 * Follows the controller of the nearest context, or the page's own where there is none around the
 * element. The host updates with every snapshot.
 */
export class ControllerConsumer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onSnapshot: ((snapshot: Snapshot) => void) | undefined;
  #controller: CallCardController | undefined;
  #snapshot: Snapshot = CONNECTING_SNAPSHOT;
  #stopFollowing: (() => void) | undefined;
  #leaveContext: (() => void) | undefined;

  /** @param onSnapshot - hears every snapshot before the host updates, the present one at once */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    onSnapshot?: (snapshot: Snapshot) => void,
  ) {
    this.#host = host;
    this.#onSnapshot = onSnapshot;
    host.addController(this);
  }

  /** None while the element is not on the page, or while its context is being set up. */
  get controller(): CallCardController | undefined {
    return this.#controller;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  hostConnected(): void {
    // A context that is upgraded after this element says so with this event of the protocol.
    addEventListener('context-provider', this.#onProvider);
    this.#askForContext();
    if (this.#leaveContext === undefined && !isInsideComingContext(this.#host)) {
      this.#follow(pageController());
    }
  }

  hostDisconnected(): void {
    removeEventListener('context-provider', this.#onProvider);
    this.#leaveContext?.();
    this.#leaveContext = undefined;
    this.#follow(undefined);
  }

  #askForContext(): void {
    const event = new ContextEvent(controllerContext, this.#host, this.#onContext, true);
    this.#host.dispatchEvent(event);
  }

  readonly #onProvider = (): void => {
    if (this.#leaveContext === undefined) this.#askForContext();
  };

  // Also called when the context changes its controller, and when a nearer context takes over.
  readonly #onContext = (
    controller: CallCardController | undefined,
    leave: () => void = () => undefined,
  ): void => {
    if (leave !== this.#leaveContext) this.#leaveContext?.();
    this.#leaveContext = leave;
    this.#follow(controller);
  };

  #follow(controller: CallCardController | undefined): void {
    if (controller === this.#controller) return;
    this.#stopFollowing?.();
    this.#controller = controller;
    this.#snapshot = CONNECTING_SNAPSHOT;
    this.#stopFollowing = controller?.subscribe((snapshot) => {
      this.#snapshot = snapshot;
      if (snapshot.status === 'ready') hearPortalLanguage(snapshot.language);
      this.#onSnapshot?.(snapshot);
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }
}

/**
 * True when a context around the element is not upgraded yet: it may have a controller of its own,
 * so the page's must not be made meanwhile. Looks where an event would come along.
 */
function isInsideComingContext(element: Element): boolean {
  for (let node: Node | null = element; node !== null; node = parentOf(node)) {
    if (node instanceof Element && node.matches('call-card-context:not(:defined)')) return true;
  }
  return false;
}

function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot !== null) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
