/** The portal's slider, which shows a page of the portal over the present one. */
import {adoptCardStyle} from '../card/card-style.js';
import {make, makeButton} from './dom.js';
import {addressOf} from './page-address.js';

/** The answer of `openPath`. */
export type SliderResult =
  {readonly result: 'close'} | {readonly result: 'error'; readonly errorCode: SliderError};

export type SliderError = 'PATH_NOT_AVAILABLE' | 'METHOD_NOT_SUPPORTED_ON_DEVICE';

/** The paths that an app may open. They are checked before they are resolved. */
const AVAILABLE =
  /^\/(?:crm\/(?:deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//;

export function isAvailablePath(path: string): boolean {
  return AVAILABLE.test(path);
}

/** An open slider. */
export interface OpenSlider {
  /** The element for the page in the slider. */
  readonly container: Element;
  /** Resolves when the operator or a script closes the slider. */
  readonly closed: Promise<SliderResult>;
  close(): void;
}

/** The sliders of one portal page. */
export class Slider {
  readonly #document: Document;
  readonly #dialogs = new Set<HTMLDialogElement>();
  /** Whether the client has sliders; false e.g. on a phone, where `openPath` is refused. */
  supported = true;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Why an app may not open the path; `undefined` if it may. */
  refusal(path: string): SliderError | undefined {
    if (!this.supported) return 'METHOD_NOT_SUPPORTED_ON_DEVICE';
    return isAvailablePath(path) ? undefined : 'PATH_NOT_AVAILABLE';
  }

  /** Opens the path for an app. Resolves when the slider is closed, or at once if an app may not open it. */
  open(path: string): Promise<SliderResult> {
    const errorCode = this.refusal(path);
    if (errorCode !== undefined) return Promise.resolve({result: 'error', errorCode});
    return this.show(path).closed;
  }

  /** Opens the path without that check. */
  show(path: string): OpenSlider {
    const {dialog, container} = this.#render(
      new URL(path, addressOf(this.#document).origin).pathname,
    );
    this.#dialogs.add(dialog);
    const closed = new Promise<SliderResult>((resolve) => {
      dialog.addEventListener('close', () => {
        this.#dialogs.delete(dialog);
        dialog.remove();
        resolve({result: 'close'});
      });
    });
    return {container, closed, close: () => dialog.close()};
  }

  /** Removes all sliders without an answer, with their page. */
  dispose(): void {
    for (const dialog of this.#dialogs) dialog.remove();
    this.#dialogs.clear();
  }

  #render(path: string): {readonly dialog: HTMLDialogElement; readonly container: Element} {
    const document = this.#document;
    adoptCardStyle(document);
    const close = makeButton(document, 'Close', () => dialog.close());
    const container = make(document, 'div', {class: 'portal-slider-page'});
    const dialog = make(document, 'dialog', {
      class: 'portal-slider',
      attributes: {'aria-label': 'Portal page'},
      children: [close, make(document, 'p', {text: path}), container],
    });
    dialog.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') dialog.close();
    });
    document.body.append(dialog);
    // Not modal: the portal's own bar, and here the simulation's controls, stay usable.
    dialog.show();
    close.focus();
    return {dialog, container};
  }
}
