/** The portal's slider: a page of the portal that opens over the present one for `openPath`. */

export type SliderResult =
  {readonly result: 'close'} | {readonly result: 'error'; readonly errorCode: SliderError};

export type SliderError = 'PATH_NOT_AVAILABLE' | 'METHOD_NOT_SUPPORTED_ON_DEVICE';

/** Which paths an app may open. The check is made before the path is resolved. */
const AVAILABLE =
  /^\/(?:crm\/(?:deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//;

export function isAvailablePath(path: string): boolean {
  return AVAILABLE.test(path);
}

/** Opens the path over the page; the promise settles when the operator closes it. */
export class Slider {
  readonly #document: Document;
  readonly #open = new Set<() => void>();
  /** What `openPath` answers where sliders do not exist, e.g. on a phone. */
  supported = true;

  constructor(document: Document) {
    this.#document = document;
  }

  open(path: string): Promise<SliderResult> {
    if (!this.supported) return refused('METHOD_NOT_SUPPORTED_ON_DEVICE');
    if (!isAvailablePath(path)) return refused('PATH_NOT_AVAILABLE');
    return new Promise((resolve) => {
      const remove = this.#render(new URL(path, this.#document.location.origin).pathname, () => {
        this.#open.delete(remove);
        resolve({result: 'close'});
      });
      this.#open.add(remove);
    });
  }

  /** Takes every open slider away without an answer: the page is going. */
  dispose(): void {
    for (const remove of this.#open) remove();
    this.#open.clear();
  }

  #render(path: string, closed: () => void): () => void {
    const document = this.#document;
    const dialog = document.createElement('dialog');
    dialog.className = 'portal-slider';
    dialog.setAttribute('aria-label', 'Portal page');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => {
      dialog.close();
    });
    const text = document.createElement('p');
    text.textContent = path;
    dialog.append(close, text);
    dialog.addEventListener('close', () => {
      dialog.remove();
      closed();
    });
    document.body.append(dialog);
    dialog.showModal();
    return () => {
      dialog.remove();
    };
  }
}

function refused(errorCode: SliderError): Promise<SliderResult> {
  return Promise.resolve({result: 'error', errorCode});
}
