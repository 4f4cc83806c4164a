/** The tabs and sliders that one page of the portal has opened. Each is a `SimulatedPortal` of its own. */
import {openInFrame, openInWindow} from './child-page.js';
import type {PortalFrame} from '../frames/portal-frame.js';
import {
  childPageOptions,
  type ChildPageOptions,
  type SimulatedPortalOptions,
  type TabOptions,
  type WorkerPage,
} from './portal-options.js';
import type {PortalWorld} from './portal-world.js';
import type {OpenSlider, Slider, SliderResult} from './slider.js';

/** Where a child page is: its name in the timeline, its portal, and the frame or window that holds it. */
export interface PagePlace<Page> {
  readonly name: string;
  readonly world: PortalWorld<Page>;
  /** Removes the frame, or closes the window, that holds the page. */
  remove(): void;
}

/** What `ChildPages` uses of a page. */
interface OpenedPage {
  readonly frames: readonly PortalFrame[];
  openWorker(more?: Partial<WorkerPage>): Promise<PortalFrame>;
  dispose(): void;
}

export interface ChildPagesHost<Page extends OpenedPage> {
  readonly document: Document;
  readonly slider: Slider;
  readonly world: PortalWorld<Page>;
  /** The options of the opening page as they are now. */
  options(): SimulatedPortalOptions;
  /** The constructor of a page. */
  make(options: SimulatedPortalOptions, place: PagePlace<Page>): Page;
}

export class ChildPages<Page extends OpenedPage> {
  readonly #host: ChildPagesHost<Page>;
  readonly #open = new Set<Page>();

  constructor(host: ChildPagesHost<Page>) {
    this.#host = host;
  }

  async openTab(given: TabOptions): Promise<Page> {
    const {document, world} = this.#host;
    const name = world.nextName('tab');
    const place =
      given.in === 'window'
        ? await openInWindow(document, name)
        : await openInFrame(given.container ?? document.body, name);
    const options = childPageOptions(this.#host.options(), place.document, given);
    const page = this.#makePage(options, name, () => place.remove());
    // Also when the operator or the browser closes the window.
    place.document.defaultView?.addEventListener('pagehide', () => page.dispose());
    if (options.worker !== undefined) await page.openWorker();
    return page;
  }

  openSlider(path: string, given: ChildPageOptions): Promise<Page> {
    return this.#fillSlider(this.#host.slider.show(path), given);
  }

  /**
   * Opens a path for an app: a page of the portal, with a worker where the options have one. Resolves when
   * the slider is closed, or at once when an app may not open the path.
   */
  async openPath(path: string): Promise<SliderResult> {
    const {slider} = this.#host;
    const errorCode = slider.refusal(path);
    if (errorCode !== undefined) return {result: 'error', errorCode};
    const opened = slider.show(path);
    if (this.#host.options().worker !== undefined) await this.#fillSlider(opened, {});
    return opened.closed;
  }

  dispose(): void {
    for (const page of [...this.#open]) page.dispose();
  }

  async #fillSlider(slider: OpenSlider, given: ChildPageOptions): Promise<Page> {
    const name = this.#host.world.nextName('slider');
    const {document} = await openInFrame(slider.container, name);
    const options = childPageOptions(this.#host.options(), document, {cardView: null, ...given});
    const page = this.#makePage(options, name, () => slider.close());
    void slider.closed.then(() => page.dispose());
    if (options.worker !== undefined) await page.openWorker({interface: 'late'});
    return page;
  }

  #makePage(options: SimulatedPortalOptions, name: string, remove: () => void): Page {
    const {world} = this.#host;
    const reloadPage = (): void => {
      for (const frame of page.frames) void frame.reload();
    };
    const place: PagePlace<Page> = {
      name,
      world,
      remove: () => {
        this.#open.delete(page);
        remove();
      },
    };
    const page = this.#host.make({...options, reloadPage}, place);
    this.#open.add(page);
    return page;
  }
}
