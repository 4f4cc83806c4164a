/** Makes an element in one expression. Texts are set as text, never as HTML. */

interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

export function make<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  parts: Parts = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (parts.class !== undefined) element.className = parts.class;
  if (parts.text !== undefined) element.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  element.append(...(parts.children ?? []));
  return element;
}

/** A button that submits no form. */
export function makeButton(
  document: Document,
  text: string,
  onClick: () => void,
  parts: Omit<Parts, 'text'> = {},
): HTMLButtonElement {
  const button = make(document, 'button', {...parts, text});
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}
