/** The portal's slider: a page of the portal that opens over the present one for `openPath`. */
import {adoptCardStyle} from '../card/card-style.js';
import {make, makeButton} from './dom.js';
import {addressOf} from './page-address.js';

export type SliderResult =
  {readonly result: 'close'} | {readonly result: 'error'; readonly errorCode: SliderError};

export type SliderError = 'PATH_NOT_AVAILABLE' | 'METHOD_NOT_SUPPORTED_ON_DEVICE';

/** Which paths an app may open. The check is made before the path is resolved. */
const AVAILABLE =
  /^\/(?:crm\/(?:deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//;

export function isAvailablePath(path: string): boolean {
  return AVAILABLE.test(path);
}

/** A slider that is open. */
export interface OpenSlider {
  /** Where the page in it goes. */
  readonly place: Element;
  /** Settles when the operator closes it, or a script does. */
  readonly closed: Promise<SliderResult>;
  close(): void;
}

export class Slider {
  readonly #document: Document;
  readonly #open = new Set<HTMLDialogElement>();
  /** What `openPath` answers where sliders do not exist, e.g. on a phone. */
  supported = true;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Why the path can't be opened; `undefined` when it can. */
  refusal(path: string): SliderError | undefined {
    if (!this.supported) return 'METHOD_NOT_SUPPORTED_ON_DEVICE';
    return isAvailablePath(path) ? undefined : 'PATH_NOT_AVAILABLE';
  }

  /** Opens the path over the page; the promise settles when the operator closes it. */
  open(path: string): Promise<SliderResult> {
    const errorCode = this.refusal(path);
    if (errorCode !== undefined) return Promise.resolve({result: 'error', errorCode});
    return this.show(path).closed;
  }

  /** Opens the path without asking whether an app may. */
  show(path: string): OpenSlider {
    const {dialog, place} = this.#render(new URL(path, addressOf(this.#document).origin).pathname);
    this.#open.add(dialog);
    const closed = new Promise<SliderResult>((resolve) => {
      dialog.addEventListener('close', () => {
        this.#open.delete(dialog);
        dialog.remove();
        resolve({result: 'close'});
      });
    });
    return {place, closed, close: () => dialog.close()};
  }

  /** Takes every open slider away without an answer: the page is going. */
  dispose(): void {
    for (const dialog of this.#open) dialog.remove();
    this.#open.clear();
  }

  #render(path: string): {readonly dialog: HTMLDialogElement; readonly place: Element} {
    const document = this.#document;
    adoptCardStyle(document);
    const close = makeButton(document, 'Close', () => dialog.close());
    const place = make(document, 'div', {class: 'portal-slider-page'});
    const dialog = make(document, 'dialog', {
      class: 'portal-slider',
      attributes: {'aria-label': 'Portal page'},
      children: [close, make(document, 'p', {text: path}), place],
    });
    dialog.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') dialog.close();
    });
    document.body.append(dialog);
    // Not modal: the portal's own bar stays in reach, and here the controls of the simulation.
    dialog.show();
    close.focus();
    return {dialog, place};
  }
}
