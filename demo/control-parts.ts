/** The parts of the demo's column of controls: groups, buttons and check boxes. */

export function group(title: string, children: readonly Node[]): HTMLFieldSetElement {
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = title;
  fieldset.append(legend, ...children);
  return fieldset;
}

export function button(label: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', run);
  return element;
}

export function checkBox(label: string, change: (checked: boolean) => void): HTMLLabelElement {
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.addEventListener('change', () => {
    change(input.checked);
  });
  const element = document.createElement('label');
  element.append(input, label);
  return element;
}

export function press(element: HTMLButtonElement, pressed: boolean): void {
  element.setAttribute('aria-pressed', String(pressed));
}

export function isPressed(element: HTMLButtonElement): boolean {
  return element.getAttribute('aria-pressed') === 'true';
}
