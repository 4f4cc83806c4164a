/** How a portal page is made, and what a further one takes over from the page that opens it. */
import type {CardViewSetup} from '../card/card-mount.js';
import type {Dialect} from '../commands/card-commands.js';
import type {PortalClock} from './clock.js';
import type {PageSetup} from '../commands/command-context.js';
import {make} from './dom.js';
import type {FrameConditions} from '../frames/frame-conditions.js';
import type {FrameOptions} from '../frames/portal-frame.js';

export interface SimulatedPortalOptions extends PageSetup {
  /** The origin of the app's pages; a message from any other is ignored. */
  readonly appOrigin: string;
  readonly dialect?: Dialect;
  readonly clock?: PortalClock;
  readonly document?: Document;
  /** Shows the card in the page, with a tab for each app. Without it the card has no looks. */
  readonly cardView?: CardViewSetup;
  /** The app's background worker: loaded by every further tab, and again in every slider. */
  readonly worker?: WorkerPage;
  /** Under which the browser runs the frames, see `FrameOptions`. */
  readonly conditions?: FrameConditions;
}

/** How a background worker is loaded. */
export type WorkerPage = Omit<FrameOptions, 'placement' | 'container'>;

/** A further page has what the one has that opens it, save for this. */
export interface FurtherPageOptions {
  /** `null` for none. */
  readonly worker?: WorkerPage | null;
  readonly cardView?: Omit<CardViewSetup, 'container'> | null;
  readonly conditions?: FrameConditions;
}

export interface TabOptions extends FurtherPageOptions {
  /**
   * `frame`: the tab is a frame of this page, and its apps can find those here through `top`.
   * `window`: a real tab, to which only what the browser shares between tabs reaches.
   */
  readonly in?: 'frame' | 'window';
  /** Where a tab in a frame is put; the end of this page otherwise. */
  readonly container?: Element;
}

/** The options of a page in a document of its own. */
export function furtherOptions(
  {worker, cardView, ...same}: SimulatedPortalOptions,
  document: Document,
  given: FurtherPageOptions,
): SimulatedPortalOptions {
  const own = {worker: given.worker ?? worker, tabs: given.cardView ?? cardView};
  const {conditions = same.conditions} = given;
  return {
    ...same,
    document,
    ...(given.worker === null || own.worker === undefined ? {} : {worker: own.worker}),
    ...(given.cardView === null || own.tabs === undefined
      ? {}
      : {cardView: {...own.tabs, container: placeIn(document)}}),
    ...(conditions === undefined ? {} : {conditions}),
  };
}

/** Where the card of a page is shown that has nothing else in it. */
function placeIn(document: Document): Element {
  const place = make(document, 'div', {class: 'portal-page-place'});
  document.body.append(place);
  return place;
}
