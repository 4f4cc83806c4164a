/** Puts the card's view into the page while a card is open, and the apps into its tabs. */
import type {CardPicture} from './portal-call.js';
import type {PortalClock} from '../page/clock.js';
import type {FrameOptions, PortalFrame} from '../frames/portal-frame.js';
import type {OperatorAction} from '../../../model/card/operator-action.js';
import {CALL_CARD} from '../commands/placement-interface.js';
import {CardView} from './card-view.js';

/** An app in a tab of the card. */
export interface CardTab {
  readonly title: string;
  readonly url: string;
  readonly method?: 'post' | 'get';
}

/** What the mount needs of the portal. */
interface CardPortal {
  subscribeCard(listener: (picture: CardPicture | null) => void): () => void;
  openFrame(options: FrameOptions): Promise<PortalFrame>;
  click(action: OperatorAction): void;
}

/** How the card is shown. */
export interface CardViewSetup {
  readonly container: Element;
  readonly tabs: readonly CardTab[];
  /** Shows no tabs in a card that opens without a CRM record, as some portals do. */
  readonly tabsNeedRecord?: boolean;
  /** Loads an app anew when the operator comes back to its tab, as some portals do. */
  readonly reloadsOnSwitch?: boolean;
}

export interface CardMountOptions extends CardViewSetup {
  readonly portal: CardPortal;
  readonly document: Document;
  readonly clock: PortalClock;
}

export interface CardMount {
  dispose(): void;
}

/** Shows a card for as long as there is one. The first app is loaded with it, others when opened. */
export function mountCard(options: CardMountOptions): CardMount {
  let open: OpenCard | null = null;
  const unsubscribe = options.portal.subscribeCard((picture) => {
    if (picture === null) {
      open?.close();
      open = null;
      return;
    }
    open ??= new OpenCard(withTabsFor(picture, options));
    open.view.render(picture);
  });
  return {
    dispose: () => {
      unsubscribe();
      open?.close();
    },
  };
}

function withTabsFor(picture: CardPicture, options: CardMountOptions): CardMountOptions {
  const without = options.tabsNeedRecord === true && picture.call.entity === null;
  return without ? {...options, tabs: []} : options;
}

class OpenCard {
  readonly view: CardView;
  readonly #options: CardMountOptions;
  readonly #frames = new Map<number, Promise<PortalFrame>>();

  constructor(options: CardMountOptions) {
    this.#options = options;
    this.view = new CardView({
      document: options.document,
      clock: options.clock,
      tabs: options.tabs.map((tab) => tab.title),
      onAction: (action) => {
        options.portal.click(action);
      },
      onTab: (index) => {
        this.#openTab(index);
      },
    });
    options.container.append(this.view.element);
    this.#openTab(0);
  }

  close(): void {
    // The portal closes the frames: they go with the card, in a tab or not.
    this.view.remove();
  }

  #openTab(index: number): void {
    const tab = this.#options.tabs[index];
    const container = this.view.panel(index);
    if (tab === undefined || container === undefined) return;
    const present = this.#frames.get(index);
    if (present === undefined) this.#frames.set(index, this.#load(tab, container));
    else if (this.#options.reloadsOnSwitch === true) void present.then((frame) => frame.reload());
  }

  #load({title, url, method}: CardTab, container: Element): Promise<PortalFrame> {
    return this.#options.portal.openFrame({
      url,
      title,
      container,
      placement: CALL_CARD,
      ...(method === undefined ? {} : {method}),
    });
  }
}
