/** The tabs and sliders that one page of the portal has opened: each is a page like it. */
import {openInFrame, openInWindow} from './child-page.js';
import type {PortalFrame} from '../frames/portal-frame.js';
import {
  furtherOptions,
  type FurtherPageOptions,
  type SimulatedPortalOptions,
  type TabOptions,
  type WorkerPage,
} from './portal-options.js';
import type {PortalWorld} from './portal-world.js';
import type {OpenSlider, Slider, SliderResult} from './slider.js';

/** What a further page is told by the one that opens it. */
export interface PagePlace<Page> {
  readonly name: string;
  readonly shared: PortalWorld<Page>;
  /** Takes away what the page is in. */
  remove(): void;
}

/** What is done with a page that was opened. */
interface OpenedPage {
  readonly frames: readonly PortalFrame[];
  openWorker(more?: Partial<WorkerPage>): Promise<PortalFrame>;
  dispose(): void;
}

export interface FurtherPagesHost<Page extends OpenedPage> {
  readonly document: Document;
  readonly slider: Slider;
  readonly shared: PortalWorld<Page>;
  /** The options of this page, as they are now. */
  options(): SimulatedPortalOptions;
  make(options: SimulatedPortalOptions, place: PagePlace<Page>): Page;
}

export class ChildPages<Page extends OpenedPage> {
  readonly #host: FurtherPagesHost<Page>;
  readonly #open = new Set<Page>();

  constructor(host: FurtherPagesHost<Page>) {
    this.#host = host;
  }

  async openTab(given: TabOptions): Promise<Page> {
    const {document, shared} = this.#host;
    const name = shared.nextName('tab');
    const place =
      given.in === 'window'
        ? await openInWindow(document, name)
        : await openInFrame(given.container ?? document.body, name);
    const options = furtherOptions(this.#host.options(), place.document, given);
    const page = this.#make(options, name, () => place.remove());
    // Also when it is not we who close it.
    place.document.defaultView?.addEventListener('pagehide', () => page.dispose());
    if (options.worker !== undefined) await page.openWorker();
    return page;
  }

  openSlider(path: string, given: FurtherPageOptions): Promise<Page> {
    return this.#fill(this.#host.slider.show(path), given);
  }

  /** What an app opens: a page of the portal with its worker, where the options have one. */
  async openPath(path: string): Promise<SliderResult> {
    const {slider} = this.#host;
    const errorCode = slider.refusal(path);
    if (errorCode !== undefined) return {result: 'error', errorCode};
    const opened = slider.show(path);
    if (this.#host.options().worker !== undefined) await this.#fill(opened, {});
    return opened.closed;
  }

  dispose(): void {
    for (const page of [...this.#open]) page.dispose();
  }

  async #fill(slider: OpenSlider, given: FurtherPageOptions): Promise<Page> {
    const name = this.#host.shared.nextName('slider');
    const {document} = await openInFrame(slider.place, name);
    const options = furtherOptions(this.#host.options(), document, {cardView: null, ...given});
    const page = this.#make(options, name, () => slider.close());
    void slider.closed.then(() => page.dispose());
    if (options.worker !== undefined) await page.openWorker({interface: 'late'});
    return page;
  }

  #make(options: SimulatedPortalOptions, name: string, remove: () => void): Page {
    const {shared} = this.#host;
    const reloadPage = (): void => {
      for (const frame of page.frames) void frame.reload();
    };
    const place: PagePlace<Page> = {
      name,
      shared,
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
