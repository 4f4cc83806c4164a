/** The options of a portal page, and those that a tab or slider inherits from the page that opens it. */
import type {CardViewSetup} from '../card/card-mount.js';
import type {Dialect} from '../commands/card-commands.js';
import type {PortalClock} from './clock.js';
import type {CredentialSource} from './credentials.js';
import {make} from './dom.js';
import type {FrameConditions} from '../frames/frame-conditions.js';
import type {FrameOptions} from '../frames/portal-frame.js';

/** The options of a portal page. */
export interface SimulatedPortalOptions {
  /** Issues the tokens of the frames, mostly a `PortalBackend`. */
  readonly backend: CredentialSource;
  /** The portal's language code, for frames and REST; `en` by default. */
  readonly language?: string;
  /** Whether `getInitData` says that the user is an administrator; true by default. */
  readonly isAdmin?: boolean;
  /** Whether empty maps are sent as `[]`, as PHP writes them; false by default. */
  readonly emptyMapsAsLists?: boolean;
  /** Whether texts in the placement's options arrive escaped as HTML; true by default, as in a portal. */
  readonly escapesOptions?: boolean;
  /** Whether `getInterface` lists every name twice, as some portals do; false by default. */
  readonly repeatsNames?: boolean;
  /** Runs the command `reloadWindow`; reloads the document by default. */
  readonly reloadPage?: () => void;
  /** The origin of the app's pages; messages from any other origin are ignored. */
  readonly appOrigin: string;
  /** Which client of the portal the page is; `browser` by default. */
  readonly dialect?: Dialect;
  /** The portal's time; the system's by default. */
  readonly clock?: PortalClock;
  /** The document of the page; the one in which this code runs by default. */
  readonly document?: Document;
  /** Shows the card in the page, with a tab for each app. Without it the card exists, but is not shown. */
  readonly cardView?: CardViewSetup;
  /** The app's background worker. Every tab and slider that the page opens loads it, too. */
  readonly worker?: WorkerPage;
  /** The conditions under which frames run that have none of their own (`FrameOptions.conditions`). */
  readonly conditions?: FrameConditions;
}

/** How a background worker is loaded. */
export type WorkerPage = Omit<FrameOptions, 'placement' | 'container'>;

/** The options of a tab or slider. It inherits all others from the page that opens it. */
export interface ChildPageOptions {
  /** The background worker; `null` for none. Inherited by default. */
  readonly worker?: WorkerPage | null;
  /** How the card is shown; `null` for not at all. Inherited by default; a slider shows no card. */
  readonly cardView?: Omit<CardViewSetup, 'container'> | null;
  /** The conditions of the page's frames. Inherited by default. */
  readonly conditions?: FrameConditions;
}

/** The options of a tab. */
export interface TabOptions extends ChildPageOptions {
  /**
   * `frame`, the default: the tab is an iframe of this page, so its apps reach those of this page by `top`.
   * `window`: the tab is a real browser tab, which shares only what the browser shares between tabs.
   */
  readonly in?: 'frame' | 'window';
  /** The element that gets the iframe of the tab; the page's body by default. */
  readonly container?: Element;
}

/** The options of a tab or slider, from those of the page that opens it. */
export function childPageOptions(
  {worker, cardView, ...same}: SimulatedPortalOptions,
  document: Document,
  given: ChildPageOptions,
): SimulatedPortalOptions {
  const own = {worker: given.worker ?? worker, tabs: given.cardView ?? cardView};
  const {conditions = same.conditions} = given;
  return {
    ...same,
    document,
    ...(given.worker === null || own.worker === undefined ? {} : {worker: own.worker}),
    ...(given.cardView === null || own.tabs === undefined
      ? {}
      : {cardView: {...own.tabs, container: makeCardContainer(document)}}),
    ...(conditions === undefined ? {} : {conditions}),
  };
}

/** Adds the element that shows the card of a page. */
function makeCardContainer(document: Document): Element {
  const container = make(document, 'div', {class: 'portal-page-place'});
  document.body.append(container);
  return container;
}
