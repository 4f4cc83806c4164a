/** The page's DOM without a library: made once, and changed where something has changed. */
import {dialable, type Call} from './call.js';
import type {RecordView} from './record-view.js';

export interface Actions {
  readonly keepOpen: () => Promise<unknown>;
  readonly letClose: () => Promise<unknown>;
  readonly refresh: () => void;
}

export class PlainView {
  readonly #number = make('bdi', {part: 'number'});
  readonly #state = make('span', {part: 'state'});
  readonly #route = make('p', {class: 'note'});
  readonly #record = make('section', {class: 'card'});
  readonly #note = make('p', {class: 'note', role: 'status'});
  readonly #keep = make('button', {type: 'button', 'aria-pressed': 'false'}, 'Keep the card open');
  readonly #actions: Actions;

  constructor(root: Element, actions: Actions) {
    this.#actions = actions;
    this.#keep.addEventListener('click', () => void this.#toggle());
    const refresh = make('button', {type: 'button'}, 'Refresh');
    refresh.addEventListener('click', actions.refresh);
    const call = make('section', {class: 'card'});
    call.append(make('p', {}, this.#number, ' ', this.#state), this.#route);
    const controls = make('section', {class: 'card'}, this.#keep, ' ', refresh, this.#note);
    root.append(call, this.#record, controls);
  }

  showCall({number, direction, line, state}: Call): void {
    this.#number.textContent = number;
    this.#route.textContent = [direction, line && `Line ${line}`].filter(Boolean).join(' · ');
    this.showState(state);
  }

  showState(state: string): void {
    this.#state.textContent = state;
  }

  showNote(text: string): void {
    this.#note.textContent = text;
  }

  showRecord(view: RecordView | null): void {
    if (view === null) {
      this.#record.replaceChildren(make('p', {class: 'note'}, 'No record'));
      return;
    }
    const {kind, title, stage, phones, emails, fields} = view;
    const list = make('dl', {});
    for (const {label, value} of fields) {
      const field = make('div', {part: 'field'}, make('dt', {}, label), make('dd', {}, value));
      list.append(field);
    }
    this.#record.replaceChildren(
      make('p', {class: 'note'}, [kind, stage].filter(Boolean).join(' · ')),
      make('h2', {}, title),
      ...phones.map((phone) => make('a', {href: `tel:${dialable(phone)}`}, phone)),
      ...emails.map((email) => make('a', {href: `mailto:${email}`}, email)),
      list,
    );
  }

  async #toggle(): Promise<void> {
    const isKept = this.#keep.getAttribute('aria-pressed') === 'true';
    this.#keep.toggleAttribute('disabled', true);
    try {
      await (isKept ? this.#actions.letClose() : this.#actions.keepOpen());
      this.#keep.setAttribute('aria-pressed', String(!isKept));
    } catch {
      this.showNote('The portal did not answer.');
    }
    this.#keep.toggleAttribute('disabled', false);
  }
}

function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
