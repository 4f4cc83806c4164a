/** The element in which the operator writes a note about the call. */
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {FailedSnapshot, Snapshot} from '../../controller/snapshot.js';
import type {Note} from '../../controller/notes/note.js';
import type {NoteState} from '../../controller/notes/note-state.js';
import {NoteHold} from '../../controller/notes/note-hold.js';
import {NoteErrorEvent} from '../../events/note-error-event.js';
import {NoteSaveEvent} from '../../events/note-save-event.js';
import {NoteSavedEvent} from '../../events/note-saved-event.js';
import {text} from '../../i18n/text.js';
import {isBlankContent, type NoteContent, type NoteSubject} from '../../model/call/note-draft.js';
import {CallAnnouncer} from '../shared/call-announcer.js';
import {ControllerConsumer} from '../shared/controller/controller-consumer.js';
import {LocalizedElement} from '../shared/localized-element.js';
import {reportRecordAttributes} from '../shared/mistakes/record-attributes.js';
import {reportNumber} from '../shared/mistakes/report-mistake.js';
import {buttonStyles, hostStyles} from '../shared/styles/styles.js';
import {notesStyles} from './call-notes.styles.js';
import {Dispositions} from './dispositions.js';
import {earlierTemplate} from './unsaved-note-template.js';
import {editorTemplate} from './editor-template.js';
import {destinationOf, type SaveNote} from './note-destination.js';
import {readAttributes, subjectOf, type NamedSubject} from './note-subject.js';
import type {NotePlace} from './note-words.js';
import {NoteController} from './note-controller.js';

/** How many seconds after the last letter a note is taken for finished when nothing else is said. */
const FINISHED_AFTER = 10;

/**
 * A note about the call. What is typed is kept as it is typed, for each call by itself: it survives
 * a reload of the frame, and while it is not saved the card stays open. Where the browser denies
 * storage it survives a reload while another frame of the app is open, for instance its worker. It is
 * saved as a comment in the timeline of the call's record, or by the page's own `save`; the operator
 * is told at each moment what is saved and what is not, also in other tabs that have a copy of it.
 *
 * ```html
 * <call-notes placeholder="What was agreed?">
 *   <option value="sold">Sold</option>
 *   <option value="call-back">Call back</option>
 * </call-notes>
 * ```
 *
 * The chosen result of the call becomes the first line of the comment. What looks like BBCode is
 * shown as it was typed. A request that was not answered is looked for in the timeline before it is
 * sent again, by the ids of the comments: no note is there twice, and none is taken for another one
 * that has the same words.
 *
 * @element call-notes
 * @attr entity-type - a CRM type: `CONTACT`, `DYNAMIC_177`, `3`
 * @attr entity-id - the record's number; with it the note belongs to this record whatever the call is
 * @fires note-save - somebody wants to save the `note`; bubbles, and may be prevented
 * @fires note-saved - the portal, or the page's own `save`, has the `note`
 * @fires note-error - the `note` could not be saved, with the `error`; it is still in the field
 * @slot - `<option>` elements: the results of a call to choose from; shown in a list of their own
 * @csspart label - what the field is called
 * @csspart disposition - the list of results
 * @csspart input - the field
 * @csspart status - the line that says what is saved
 * @csspart button - every button
 * @csspart earlier - a note of an earlier call that is not saved
 * @attr {'light' | 'dark' | 'auto'} theme - `auto` follows the system; light when nothing is said,
 *   here or on the context around
 * @attr {boolean} compact - smaller type, buttons and distances, and a lower field
 * @cssprop --call-card-background - behind everything
 * @cssprop --call-card-color - the text
 * @cssprop --call-card-secondary-color - labels and the status
 * @cssprop --call-card-border-color - above notes of earlier calls
 * @cssprop --call-card-field-border-color - around the field
 * @cssprop --call-card-link-color - on buttons
 * @cssprop --call-card-tint - behind buttons
 * @cssprop --call-card-success-color - the mark of what is saved
 * @cssprop --call-card-alert-text-color - why it is not saved
 * @cssprop --call-card-focus-color - around what has the focus
 * @cssprop --call-card-border-radius - the corners of the whole
 * @cssprop --call-card-control-radius - the corners of the field and of buttons
 * @cssprop --call-card-font-family - the typeface
 */
export class CallNotesElement extends LocalizedElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override words = ['notes'] as const;
  static override styles = [hostStyles, buttonStyles, notesStyles];

  @property({attribute: 'entity-type'}) entityType: string | number | null = null;
  @property({attribute: 'entity-id'}) entityId: string | number | null = null;

  /** The field's label, in place of the kit's own. */
  @property() label = '';

  /** What stands in the field while it is empty. */
  @property() placeholder = '';

  /** The most characters that a note may have; without it the portal's limit of 64 kB. */
  @property({type: Number, attribute: 'maxlength'}) maxLength: number | null = null;

  /**
   * Saves a note by itself when the call is over and nothing was typed for so many seconds, 10 when
   * the attribute has no number. Without it the card waits for the operator.
   */
  @property({converter: (seconds) => (seconds === null ? null : Number(seconds) || FINISHED_AFTER)})
  autosave: number | null = null;

  /** Saves notes in the page's own way, in place of the timeline: resolves when the note is saved. */
  @property({attribute: false}) save: SaveNote | null = null;

  readonly #consumer = new ControllerConsumer(this, (snapshot) => this.#watchTheEnd(snapshot));
  readonly #notes = new NoteController(this);
  readonly #dispositions = new Dispositions(this);
  readonly #hold = new NoteHold();
  #named: NamedSubject | undefined;
  #isCallOver = false;
  #autosaving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new CallAnnouncer(this, this.#consumer, 'connection');
  }

  /** What is known of the present note; nothing before the portal is connected. */
  get state(): NoteState | null {
    return this.#notes.note?.state ?? null;
  }

  /** Saves the note as the button does; what is waiting is tried now. Never rejects. */
  async submit(): Promise<void> {
    const {note} = this.#notes;
    if (note !== undefined && this.#named !== undefined)
      await this.#save(note, this.#named.subject);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#autosaving);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('entityType') || changed.has('entityId')) {
      reportRecordAttributes(this, this, readAttributes(this).problems);
    }
    if (changed.has('maxLength')) reportNumber(this, 'maxlength', 'characters');
    const {controller, snapshot} = this.#consumer;
    this.#named = snapshot.status === 'ready' ? subjectOf(snapshot, this) : undefined;
    if (this.#notes.show(controller, this.#named)) this.#isCallOver = false;
  }

  override updated(): void {
    const {note} = this.#notes;
    const field = this.renderRoot.querySelector('textarea');
    if (field !== null && note !== undefined && field.value !== note.content.text) {
      field.value = note.content.text;
    }
    this.#keepCardOpen(note);
    this.#autosave(note);
  }

  override render(): TemplateResult {
    return html`<div class="card">
      ${CallAnnouncer.region} ${this.#content(this.#consumer.snapshot)}
    </div>`;
  }

  #content(snapshot: Snapshot): unknown {
    if (snapshot.status === 'failed') return this.#failure(snapshot);
    const {note, unfinished} = this.#notes;
    if (note === undefined) return html`<p class="note">${text('connecting')}</p>`;
    const earlier = {
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
        most: this.maxLength !== null && this.maxLength > 0 ? this.maxLength : null,
        spellcheck: this.spellcheck,
        dispositions: this.#dispositions.all,
        edit: (change) => this.#edit(change),
        save: () => void this.submit(),
      }),
      unfinished.map((each) => earlierTemplate(each, earlier)),
    ];
  }

  #failure({error}: FailedSnapshot): TemplateResult {
    const retry = (): unknown => this.#consumer.controller?.start();
    return html`<div class="failure">
      <p class="note error">${text(`error.${error.code}`)}</p>
      ${
        error.retryable
          ? html`<button type="button" part="button" @click=${retry}>
              ${text('notes.try-now')}
            </button>`
          : nothing
      }
    </div>`;
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

  /** An element that has gone has no note any more, and lets the card close. */
  #keepCardOpen(note: Note | undefined): void {
    const {controller, snapshot} = this.#consumer;
    const canHold = snapshot.commands.disableAutoClose.status === 'available';
    if (note?.isUnsaved !== true || controller === undefined || !canHold) {
      this.#hold.release();
    } else this.#hold.keep(controller, text('notes.hold'));
  }

  /** The portal wants to close the card, which it says while it is held. */
  #watchTheEnd({autoClose}: Snapshot): void {
    if (autoClose.status === 'closing') this.#isCallOver = true;
  }

  #autosave(note: Note | undefined): void {
    clearTimeout(this.#autosaving);
    if (this.autosave === null || !this.#isCallOver || note?.state.status !== 'draft') return;
    this.#autosaving = setTimeout(() => void this.submit(), this.autosave * 1000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-notes': CallNotesElement;
  }
}
