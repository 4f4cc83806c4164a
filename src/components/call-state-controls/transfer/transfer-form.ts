/** The template of the transfer's form: a combobox with colleagues, queues and numbers. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {text} from '../../../i18n/text.js';
import type {TransferTarget} from '../../../model/card/operator-action.js';
import type {FindColleagues, SearchState} from './colleague-search.js';
import {controlButton, type ControlButton} from '../control-button.js';
import type {TransferField} from './transfer-field.js';
import type {TransferOption} from './transfer-options.js';

export interface TransferForm {
  readonly field: TransferField;
  readonly find: FindColleagues | undefined;
  readonly condition: Pick<ControlButton, 'pending' | 'blockedBy' | 'refusedIn'>;
  readonly transfer: (target: TransferTarget) => void;
}

export function transferForm(form: TransferForm): TemplateResult {
  const {field, condition, transfer} = form;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const {target} = field;
    if (target !== undefined) {
      transfer(target);
      return;
    }
    field.setRefused();
    (event.currentTarget as HTMLFormElement).querySelector('input')?.focus();
  };
  return html`<form
    id="transfer"
    part="transfer"
    class="field"
    aria-label=${text('action.transfer')}
    @submit=${submit}
  >
    <label id="target-label" for="target">${text('transfer.target')}</label>
    ${combobox(form)} ${controlButton({...condition, label: text('transfer.submit')})}
    ${optionList(field)}
    <p id="target-note" class=${field.isRefused ? 'note error' : 'note'} role="status">
      ${noteOf(field)}
    </p>
  </form>`;
}

function combobox({field, find}: TransferForm): TemplateResult {
  const {options, activeIndex} = field;
  const type = (event: InputEvent): void => {
    field.setTyped((event.currentTarget as HTMLInputElement).value, find);
  };
  return html`<input
    id="target"
    part="input"
    role="combobox"
    aria-labelledby="target-label"
    aria-autocomplete="list"
    aria-expanded=${String(options.length > 0)}
    aria-controls="targets"
    aria-activedescendant=${activeIndex === -1 ? nothing : `target-${activeIndex}`}
    aria-describedby="target-note"
    aria-invalid=${field.isRefused || nothing}
    dir="auto"
    autocomplete="off"
    spellcheck="false"
    .value=${live(field.value)}
    @input=${type}
    @keydown=${(event: KeyboardEvent) => onKey(event, field)}
  />`;
}

/** Handles the keys of the list; Enter without an active option submits the form. */
function onKey(event: KeyboardEvent, field: TransferField): void {
  if (event.isComposing) return;
  const option = field.options[field.activeIndex];
  switch (event.key) {
    case 'ArrowDown':
      field.moveActive(1);
      break;
    case 'ArrowUp':
      field.moveActive(-1);
      break;
    case 'Enter':
      if (option === undefined) return;
      field.chooseOption(option);
      break;
    case 'Escape':
      // Without a list, Escape closes the form.
      if (field.options.length === 0) return;
      field.closeList();
      event.stopPropagation();
      break;
    default:
      return;
  }
  event.preventDefault();
}

function optionList(field: TransferField): TemplateResult {
  const {options, activeIndex} = field;
  // The input keeps the focus.
  const keepFocus = (event: Event): void => event.preventDefault();
  return html`<ul
    id="targets"
    role="listbox"
    aria-label=${text('transfer.colleagues')}
    aria-busy=${field.search.status === 'searching' || nothing}
    ?hidden=${options.length === 0}
    @mousedown=${keepFocus}
  >
    ${options.map(
      (option, index) =>
        // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the combobox handles the keys
        html`<li
          id="target-${index}"
          role="option"
          part="option"
          aria-selected=${String(index === activeIndex)}
          @click=${() => field.chooseOption(option)}
        >
          ${optionTemplate(option)}
        </li>`,
    )}
  </ul>`;
}

function optionTemplate({target, name, details, presence}: TransferOption): TemplateResult {
  const about = target.kind === 'queue' ? [text('transfer.queue')] : details;
  return html`<span class="name"><bdi>${name}</bdi></span>
    ${about.map((detail) => html`<bdi class="about">${detail}</bdi>`)}
    ${
      presence === null
        ? nothing
        : html`<span class="presence ${presence}">${text(`presence.${presence}`)}</span>`
    }`;
}

function noteOf(field: TransferField): string | typeof nothing {
  if (field.isRefused) return text('transfer.choose');
  if (field.target !== undefined || !field.isListOpen) return nothing;
  return searchNote(field.search, field.options.length);
}

function searchNote(search: SearchState, shown: number): string | typeof nothing {
  switch (search.status) {
    case 'idle':
      return nothing;
    case 'searching':
      return text('transfer.searching');
    case 'found':
      return shown === 0 ? text('transfer.nobody') : text('transfer.found', {count: shown});
    case 'failed': {
      const {code} = search.error;
      if (code === 'missing-scope' || code === 'unsupported') return text('transfer.missing-scope');
      return text('refusal', {what: text('transfer.colleagues'), why: text(`error.${code}`)});
    }
  }
}
