/** The template of the editor: the field for a note, its status, and the button that saves it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Note} from '../../controller/notes/note.js';
import {text} from '../../i18n/text.js';
import {isBlankContent, type Disposition, type NoteContent} from '../../model/call/note-draft.js';
import {checkIcon} from '../shared/styles/icons.js';
import {isFailure, noteWords, type NotePlace} from './note-labels.js';

export interface EditorView {
  readonly note: Note;
  readonly place: NotePlace;
  readonly label: string;
  readonly placeholder: string;
  /** The largest number of characters; `null` for no limit. */
  readonly maxLength: number | null;
  readonly spellcheck: boolean;
  readonly dispositions: readonly Disposition[];
  readonly edit: (change: Partial<NoteContent>) => void;
  readonly save: () => void;
}

export function editorTemplate(view: EditorView): TemplateResult {
  const {note, maxLength, edit} = view;
  return html`<div class="editor" @keydown=${(event: KeyboardEvent) => saveOnEnter(event, view)}>
    ${dispositionTemplate(view)}
    <label for="text" part="label"><bdi>${view.label || text('notes.label')}</bdi></label>
    <textarea
      id="text"
      part="input"
      dir=${note.content.text === '' ? nothing : 'auto'}
      rows="1"
      maxlength=${maxLength ?? nothing}
      placeholder=${view.placeholder || nothing}
      spellcheck=${view.spellcheck ? 'true' : 'false'}
      aria-describedby="status count"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      @input=${({target}: Event) =>
        target instanceof HTMLTextAreaElement && edit({text: target.value})}
    ></textarea>
    <div class="line">
      <p id="status" part="status" class=${statusClass(note)} role="status">
        ${statusContent(view)}
      </p>
      <span id="count" class="small">${countLabel(note, maxLength)}</span>
      ${saveButton(view)}
    </div>
  </div>`;
}

function dispositionTemplate({note, dispositions, edit}: EditorView): unknown {
  if (dispositions.length === 0) return nothing;
  const chosen = note.content.disposition;
  return html`<label for="disposition" part="label">${text('notes.disposition')}</label>
    <select
      id="disposition"
      part="disposition"
      @change=${({target}: Event) =>
        target instanceof HTMLSelectElement && edit({disposition: target.value})}
    >
      <option value="" .selected=${chosen === ''}>${text('notes.no-disposition')}</option>
      ${dispositions.map(
        ({value, label}) =>
          html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
      )}
    </select>`;
}

function saveButton({note, place, save}: EditorView): TemplateResult {
  const {status} = note.state;
  const isIdle = isBlankContent(note.content) || !place.canBeSaved;
  return html`<button
    type="button"
    part="button"
    title="Ctrl+Enter"
    aria-describedby="status"
    aria-disabled=${isIdle || status === 'saving' ? 'true' : nothing}
    aria-busy=${status === 'saving' ? 'true' : nothing}
    @click=${save}
  >
    ${text(status === 'waiting' ? 'notes.try-now' : 'notes.save')}
  </button>`;
}

function statusContent({note, place}: EditorView): unknown {
  const words = noteWords(note, place);
  return note.state.status === 'saved' ? html`${checkIcon}<span>${words}</span>` : words;
}

function statusClass({state}: Note): string {
  if (isFailure(state)) return 'note error';
  return state.status === 'saved' ? 'note done' : 'note';
}

/** Shown from 80 % of the limit on. Not a live region: the field is described by it. */
function countLabel({content}: Note, maxLength: number | null): string | typeof nothing {
  const count = content.text.length;
  if (maxLength === null || count < maxLength * 0.8) return nothing;
  return text('notes.left', {count, most: maxLength});
}

function saveOnEnter(event: KeyboardEvent, {save}: EditorView): void {
  if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
}
