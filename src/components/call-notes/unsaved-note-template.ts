/** The template of an earlier call's note that is still not saved: no text gets out of sight. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Note} from '../../controller/notes/note.js';
import {isolatedNumber, text} from '../../i18n/text.js';
import {isFailure, noteWords, type NotePlace} from './note-labels.js';

export interface UnsavedNoteView {
  readonly place: (note: Note) => NotePlace;
  readonly save: (note: Note) => void;
  readonly discard: (note: Note) => void;
}

export function unsavedNoteTemplate(note: Note, view: UnsavedNoteView): TemplateResult {
  const {number} = note.subject;
  const place = view.place(note);
  const isBusy = note.state.status === 'saving';
  return html`<div part="earlier" class="earlier" role="group" aria-label=${text('notes.earlier')}>
    <p class="small note">
      ${number === null ? text('notes.earlier') : text('notes.earlier-number', {number: isolatedNumber(number)})}
    </p>
    <blockquote
      dir="auto"
      tabindex="0"
      .textContent=${note.content.text || note.content.disposition}
    ></blockquote>
    <p part="status" class=${isFailure(note.state) ? 'note error' : 'note'} role="status">
      ${noteWords(note, place)}
    </p>
    <div class="line">
      <button type="button" part="button" class="plain" @click=${() => view.discard(note)}>
        ${text('notes.discard')}
      </button>
      ${
        place.canBeSaved
          ? html`<button
              type="button"
              part="button"
              aria-disabled=${isBusy ? 'true' : nothing}
              aria-busy=${isBusy ? 'true' : nothing}
              @click=${() => view.save(note)}
            >
              ${text(note.state.status === 'waiting' ? 'notes.try-now' : 'notes.save')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
