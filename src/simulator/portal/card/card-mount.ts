/** Shows the card's view in the page while a card is open, and opens the apps in its tabs. */
import type {CardSnapshot} from './portal-call.js';
import type {PortalClock} from '../page/clock.js';
import type {FrameOptions, PortalFrame} from '../frames/portal-frame.js';
import type {OperatorAction} from '../../../model/card/operator-action.js';
import {CALL_CARD} from '../commands/placement-interface.js';
import {CardView} from './card-view.js';

/** An app in a tab of the card. */
export interface CardTab {
  readonly title: string;
  /** The app's page. */
  readonly url: string;
  /** The HTTP method that opens the page; `post` by default. */
  readonly method?: 'post' | 'get';
}

/** What the mount needs of the portal. */
interface CardPortal {
  subscribeCard(listener: (snapshot: CardSnapshot | null) => void): () => void;
  openFrame(options: FrameOptions): Promise<PortalFrame>;
  click(action: OperatorAction): void;
}

/** How the card is shown. */
export interface CardViewSetup {
  /** The element in which the card is shown. */
  readonly container: Element;
  /** The apps in the card, one for each tab. */
  readonly tabs: readonly CardTab[];
  /** Whether a card that opens without a CRM record has no tabs, as in some portals; false by default. */
  readonly tabsNeedRecord?: boolean;
  /** Whether an app is loaded anew when its tab is opened again, as in some portals; false by default. */
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

/** Shows the portal's card. The first app is loaded with the card, the others when their tab is opened. */
export function mountCard(options: CardMountOptions): CardMount {
  let open: OpenCard | null = null;
  const unsubscribe = options.portal.subscribeCard((snapshot) => {
    if (snapshot === null) {
      open?.close();
      open = null;
      return;
    }
    open ??= new OpenCard(withTabsFor(snapshot, options));
    open.view.render(snapshot);
  });
  return {
    dispose: () => {
      unsubscribe();
      open?.close();
    },
  };
}

function withTabsFor(snapshot: CardSnapshot, options: CardMountOptions): CardMountOptions {
  const without = options.tabsNeedRecord === true && snapshot.call.entity === null;
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
    // The portal itself closes the frames of the placement.
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
