/** The element in which the operator writes a note about the call. */
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Snapshot} from '../../controller/snapshot.js';
import type {Note} from '../../controller/notes/note.js';
import type {NoteState} from '../../controller/notes/note-state.js';
import {NoteHold} from '../../controller/notes/note-hold.js';
import {NoteErrorEvent} from '../../events/note-error-event.js';
import {NoteSaveEvent} from '../../events/note-save-event.js';
import {NoteSavedEvent} from '../../events/note-saved-event.js';
import {text} from '../../i18n/text.js';
import {isBlankContent, type NoteContent, type NoteSubject} from '../../model/call/note-draft.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {failureStyles, failureTemplate} from '../shared/connection-failure.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {reportEntityAttributes} from '../shared/entity-attributes.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {reportNumber} from '../shared/mistakes/report-mistake.js';
import {buttonStyles, fieldStyles, hostStyles} from '../shared/styles/styles.js';
import {notesStyles} from './call-notes.styles.js';
import {Dispositions} from './dispositions.js';
import {unsavedNoteTemplate} from './unsaved-note-template.js';
import {editorTemplate} from './editor-template.js';
import {destinationOf, type SaveNote} from './note-destination.js';
import {subjectOf, type NamedSubject} from './note-subject.js';
import type {NotePlace} from './note-labels.js';
import {NoteController} from './note-controller.js';

/** Seconds from the last letter to `autosave`, if the attribute has no number. */
const DEFAULT_AUTOSAVE = 10;

/**
 * A field for a note about the call. The draft is kept while the operator types, separately for each
 * call: it survives a reload of the frame, and the card stays open until it is saved. Where the browser
 * denies storage, the draft survives a reload only while another frame of the app is open, for example
 * its worker. The note is saved as a comment in the timeline of the call's record, or by the page's own
 * `save`. A line below the field always says what is saved and what is not, also in other tabs that have
 * a copy of the draft.
 *
 * ```html
 * <call-notes placeholder="What was agreed?">
 *   <option value="sold">Sold</option>
 *   <option value="call-back">Call back</option>
 * </call-notes>
 * ```
 *
 * The chosen result of the call becomes the first line of the comment. Text that looks like BBCode is
 * shown as it was typed. If a request was not answered, the element searches the timeline for the note,
 * by the ids of the comments, before it sends the note again. So no note is saved twice, and none is
 * mistaken for another one with the same text.
 *
 * @element call-notes
 * @attr entity-type - The record's CRM type: `CONTACT`, `DYNAMIC_177`, `3`.
 * @attr entity-id - The record's number. With it, the note belongs to this record whatever the call is.
 * @fires note-save - Fired before a `note` is saved. Bubbles, cancelable.
 * @fires note-saved - Fired when the portal, or the page's own `save`, has the `note`.
 * @fires note-error - Fired when the `note` could not be saved; has the `error`. The note is still in the
 *   field.
 * @slot - `<option>` elements: the results of a call that the operator can choose from.
 * @csspart label - The field's label.
 * @csspart disposition - The list of results.
 * @csspart input - The field.
 * @csspart status - The line that says what is saved.
 * @csspart button - Every button.
 * @csspart earlier - An unsaved note of an earlier call.
 * @attr {'light' | 'dark' | 'auto'} [theme=light] - `auto` follows the system. Inherited from the
 *   context, unless it is set here.
 * @attr {boolean} compact - Smaller text, buttons and spacing, and a lower field.
 * @cssprop --call-card-background - The background.
 * @cssprop --call-card-color - The text.
 * @cssprop --call-card-secondary-color - Labels and the status.
 * @cssprop --call-card-border-color - Above notes of earlier calls.
 * @cssprop --call-card-field-border-color - Around the field.
 * @cssprop --call-card-link-color - On buttons.
 * @cssprop --call-card-tint - The background of buttons.
 * @cssprop --call-card-success-color - The mark of what is saved.
 * @cssprop --call-card-alert-text-color - Why it is not saved.
 * @cssprop --call-card-focus-color - The focus ring.
 * @cssprop --call-card-border-radius - The corners of the element.
 * @cssprop --call-card-control-radius - The corners of the field and of buttons.
 * @cssprop --call-card-font-family - The font.
 */
export class CallNotesElement extends LocalizedElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [hostStyles, buttonStyles, fieldStyles, failureStyles, notesStyles];

  @property({attribute: 'entity-type'}) entityType: string | number | null = null;
  @property({attribute: 'entity-id'}) entityId: string | number | null = null;

  /** The field's label. Default: the kit's own, in the operator's language. */
  @property() label = '';

  /** The text in the field while it is empty. */
  @property() placeholder = '';

  /** The largest number of characters in a note. Default: no limit but the portal's, 64 kB. */
  @property({type: Number, attribute: 'maxlength'}) maxLength: number | null = null;

  /**
   * Saves the note when the call is over and nothing was typed for this number of seconds (10 if the
   * attribute has no number). Without it, the card waits for the operator.
   */
  @property({
    converter: (seconds) => (seconds === null ? null : Number(seconds) || DEFAULT_AUTOSAVE),
  })
  autosave: number | null = null;

  /** The page's own function for saving notes, in place of the timeline. Resolves when the note is saved. */
  @property({attribute: false}) save: SaveNote | null = null;

  readonly #consumer = new ControllerConsumer(this, (snapshot) => this.#onSnapshot(snapshot));
  readonly #notes = new NoteController(this);
  readonly #dispositions = new Dispositions(this);
  readonly #hold = new NoteHold();
  #named: NamedSubject | undefined;
  #isCallOver = false;
  #autosaveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new CallAnnouncer(this, this.#consumer, 'connection');
  }

  /** The state of the present note; `null` before the portal is connected. */
  get state(): NoteState | null {
    return this.#notes.note?.state ?? null;
  }

  /** Saves the note, like the button. A note that waits for another attempt is tried now. Never rejects. */
  async submit(): Promise<void> {
    const {note} = this.#notes;
    if (note !== undefined && this.#named !== undefined)
      await this.#save(note, this.#named.subject);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#autosaveTimer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('entityType') || changed.has('entityId')) {
      reportEntityAttributes(this);
    }
    if (changed.has('maxLength')) reportNumber(this, 'maxlength', 'characters');
    const {controller, snapshot} = this.#consumer;
    this.#named = snapshot.status === 'ready' ? subjectOf(snapshot, this) : undefined;
    if (this.#notes.showNote(controller, this.#named)) this.#isCallOver = false;
  }

  override updated(): void {
    const {note} = this.#notes;
    const field = this.renderRoot.querySelector('textarea');
    if (field !== null && note !== undefined && field.value !== note.content.text) {
      field.value = note.content.text;
    }
    this.#keepCardOpen(note);
    this.#scheduleAutosave(note);
  }

  override render(): TemplateResult {
    return html`<div class="card">
      ${CallAnnouncer.region} ${this.#content(this.#consumer.snapshot)}
    </div>`;
  }

  #content(snapshot: Snapshot): unknown {
    if (snapshot.status === 'failed') {
      return failureTemplate(snapshot, this.#consumer, text('notes.try-now'));
    }
    const {note, unsaved} = this.#notes;
    if (note === undefined) return html`<p class="note">${text('connecting')}</p>`;
    const view = {
      place: (each: Note) => this.#placeOf(each.subject),
      save: (each: Note) => void this.#save(each, each.subject),
      discard: (each: Note) => each.edit({text: '', disposition: ''}, each.subject),
    };
    return [
      editorTemplate({
        note,
        place: this.#placeOf(this.#named?.subject),
        label: this.label,
        placeholder: this.placeholder,
        maxLength: this.maxLength !== null && this.maxLength > 0 ? this.maxLength : null,
        spellcheck: this.spellcheck,
        dispositions: this.#dispositions.all,
        edit: (change) => this.#edit(change),
        save: () => void this.submit(),
      }),
      unsaved.map((each) => unsavedNoteTemplate(each, view)),
    ];
  }

  #placeOf(subject: NoteSubject | undefined): NotePlace {
    const isPagesOwn = this.save !== null;
    const {hub} = this.#consumer.snapshot;
    return {
      canBeSaved: isPagesOwn || (subject?.entity ?? null) !== null,
      isPagesOwn,
      hasOtherPages: hub.status === 'joined' && hub.frames.length > 0,
    };
  }

  #edit(change: Partial<NoteContent>): void {
    const {note} = this.#notes;
    if (note === undefined || this.#named === undefined) return;
    note.edit({...note.content, ...change}, this.#named.subject);
  }

  async #save(note: Note, subject: NoteSubject): Promise<void> {
    const {controller} = this.#consumer;
    const place = this.#placeOf(subject);
    const isIdle = isBlankContent(note.content) || note.state.status === 'saving';
    if (controller === undefined || !place.canBeSaved || isIdle) return;
    const destination = destinationOf({
      subject,
      crm: controller.crm,
      save: this.save,
      dispositions: this.#dispositions.all,
    });
    const isNew = note.state.status !== 'waiting';
    const request = new NoteSaveEvent(destination.compose(note.content));
    if (isNew && !this.dispatchEvent(request)) return;
    const outcome = await note.save(destination);
    if (outcome?.status === 'saved') this.dispatchEvent(new NoteSavedEvent(outcome.note));
    if (outcome?.status === 'failed') {
      this.dispatchEvent(new NoteErrorEvent(outcome.note, outcome.error));
    }
  }

  /** Holds the card open while there is something to save. An element without a note lets it close. */
  #keepCardOpen(note: Note | undefined): void {
    const {controller, snapshot} = this.#consumer;
    const canHold = snapshot.commands.disableAutoClose.status === 'available';
    if (note?.isUnsaved !== true || controller === undefined || !canHold) {
      this.#hold.release();
    } else this.#hold.holdCard(controller, text('notes.hold'));
  }

  /** The call is over when the portal wants to close the card, which it says while the card is held. */
  #onSnapshot({autoClose}: Snapshot): void {
    if (autoClose.status === 'closing') this.#isCallOver = true;
  }

  #scheduleAutosave(note: Note | undefined): void {
    clearTimeout(this.#autosaveTimer);
    if (this.autosave === null || !this.#isCallOver || note?.state.status !== 'draft') return;
    this.#autosaveTimer = setTimeout(() => void this.submit(), this.autosave * 1000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-notes': CallNotesElement;
  }
}
