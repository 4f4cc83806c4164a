/** Copies texts to the clipboard and keeps the outcome for the template of its host. */
import type {ReactiveControllerHost} from 'lit';

export class CopyController {
  readonly #host: ReactiveControllerHost;
  #last: {readonly text: string; readonly outcome: 'copied' | 'not-copied'} | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** How copying this text ended; `undefined` unless this text was copied last. */
  outcomeOf(text: string): 'copied' | 'not-copied' | undefined {
    return this.#last?.text === text ? this.#last.outcome : undefined;
  }

  /** Copies the text and updates the host. Never rejects. */
  async copyText(text: string): Promise<void> {
    const isCopied = await writeToClipboard(text);
    this.#last = {text, outcome: isCopied ? 'copied' : 'not-copied'};
    this.#host.requestUpdate();
  }

  /** Forgets the last outcome. */
  clear(): void {
    this.#last = undefined;
  }
}

/**
 * Resolves with whether the text was copied. Frames of the portal may not write to the clipboard; there
 * the text is selected and copied by `execCommand`.
 */
async function writeToClipboard(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    // Denied, or not offered without https.
    return copySelection(content);
  }
}

function copySelection(content: string): boolean {
  const focused = focusedElement();
  const field = document.createElement('textarea');
  field.value = content;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way in a portal's frame
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** The focused element inside all shadow roots: focusing its host would not focus the button again. */
function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
