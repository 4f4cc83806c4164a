/** The portal's alert boxes: each shows a text over the page until the operator confirms it. */
import {make, makeButton} from './dom.js';

export class PortalAlerts {
  readonly #document: Document;
  readonly #boxes = new Set<HTMLElement>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Shows the text in a box of its own. */
  show(text: string): void {
    const document = this.#document;
    const confirm = makeButton(document, 'OK', () => this.#remove(box));
    const box = make(document, 'div', {
      class: 'portal-alert',
      attributes: {role: 'alert'},
      children: [make(document, 'p', {text}), confirm],
    });
    this.#boxes.add(box);
    document.body.append(box);
  }

  dispose(): void {
    for (const box of this.#boxes) this.#remove(box);
  }

  #remove(box: HTMLElement): void {
    box.remove();
    this.#boxes.delete(box);
  }
}
