/** What frames say to each other of the notes that are not saved, with the readers of each. */
import {readDraftVersion, type DraftVersion} from '../call/draft-version.js';
import {readKeptDraft, type KeptDraft} from '../call/note-draft.js';
import {readId} from '../parse/hub-values.js';
import {readNoteReceipt, type NoteReceipt} from '../call/note-receipt.js';
import type {JsonObject} from '../parse/reading.js';

export type DraftMessage =
  /** Who has drafts, or remembers those of frames that have gone? */
  | {readonly kind: 'drafts'}
  /** The copy of a draft that a frame has; `holder` is the sender, or a frame that has gone. */
  | {readonly kind: 'draft'; readonly holder: string; readonly draft: KeptDraft}
  /** The sender has its copy no more: it was saved, or taken back. */
  | {
      readonly kind: 'undraft';
      readonly id: string;
      readonly copy: string;
      readonly version: DraftVersion;
    }
  | {readonly kind: 'saved'; readonly receipt: NoteReceipt}
  /** The sender wants to save the draft, or `isAtIt`. */
  | {readonly kind: 'saving'; readonly id: string; readonly isAtIt: boolean}
  /** The sender is not at it any more, whatever came of it. */
  | {readonly kind: 'unsaving'; readonly id: string};

type Content<K extends DraftMessage['kind']> = Omit<Extract<DraftMessage, {kind: K}>, 'kind'>;

export const DRAFT_READERS: {
  readonly [K in DraftMessage['kind']]: (body: JsonObject) => Content<K> | undefined;
} = {
  drafts: () => ({}),
  draft: (body) => {
    const holder = readId(body['holder']);
    const draft = readKeptDraft(body['draft']);
    const isWhole = holder !== undefined && draft !== null && draft.id !== '' && draft.copy !== '';
    return isWhole ? {holder, draft} : undefined;
  },
  undraft: (body) => {
    const own = readOwnId(body);
    const copy = readId(body['copy']);
    if (own === undefined || copy === undefined) return undefined;
    return {...own, copy, version: readDraftVersion(body['version'])};
  },
  saved: (body) => {
    const receipt = readNoteReceipt(body['receipt']);
    return receipt && {receipt};
  },
  saving: (body) => {
    const own = readOwnId(body);
    return own && {...own, isAtIt: body['isAtIt'] === true};
  },
  unsaving: readOwnId,
};

function readOwnId(body: JsonObject): {readonly id: string} | undefined {
  const id = readId(body['id']);
  return id === undefined ? undefined : {id};
}
