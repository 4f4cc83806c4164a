/** The pictures of `<call-notes>`. */
import {CallNotesElement} from '../../../src/components/call-notes/call-notes.js';
import type {CallCardErrorCode} from '../../../src/model/errors/call-card-error.js';
import type {KeptDraft, NoteDraft} from '../../../src/model/call/note-draft.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import type {Fault} from '../../../src/simulator/rest/contract.js';
import {
  CALL,
  UNLINKED,
  type GalleryState,
  type GalleryStates,
  type PlayedPortal,
} from '../gallery-state.js';

const TEXT = 'Wants a second dispenser on the third floor.\nCall back on Tuesday after ten.';
const PREFIX = 'call-card-kit:note:';
const ADD = 'crm.timeline.comment.add';

type Act = (element: CallNotesElement, portal: PlayedPortal) => unknown;

/** A page without stored drafts. */
function nothingKept(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

/** A draft of an earlier call on the page. */
function kept(callId: string, draft: Omit<NoteDraft, 'id' | 'version'>): () => void {
  return () => {
    nothingKept();
    const {number, entity} = draft.subject;
    const call = {callId, number, entity, activityId: null, cards: []};
    const whole: KeptDraft = {
      ...draft,
      id: 'gallery',
      copy: '',
      version: {},
      origin: {...call, start: 1, phase: 'before'},
      place: '',
      seenAt: Date.now(),
    };
    sessionStorage.setItem(`${PREFIX}${callId}@1`, JSON.stringify(whole));
  };
}

/** The element, with a step as soon as its field is rendered. */
function notes(words: string, ...acts: readonly Act[]): GalleryState {
  return {
    words,
    before: nothingKept,
    play: async (_controller, portal, element) => {
      if (!(element instanceof CallNotesElement)) return;
      for (const act of acts) {
        await element.updateComplete;
        await act(element, portal);
      }
    },
  };
}

function type(text: string): Act {
  return ({renderRoot}) => {
    const field = renderRoot.querySelector('textarea');
    if (field === null) throw new Error('There is no field to type into.');
    field.value = text;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  };
}

/** Waits until the note is sent; text that is typed before that would be part of it. */
const whenSent: Act = (_element, portal) => portal.whenHeld('gallery');

/** Not awaited: in some pictures the saving never ends. */
const save: Act = (element) => void element.submit();

function offer(...labels: readonly string[]): Act {
  return (element) => {
    element.append(...labels.map((label, index) => new Option(label, String(index + 1))));
  };
}

function choose(value: string): Act {
  return ({renderRoot}) => {
    const list = renderRoot.querySelector('select');
    if (list === null) throw new Error('There is nothing to choose from.');
    list.value = value;
    list.dispatchEvent(new Event('change', {bubbles: true}));
  };
}

const RESULTS = offer('Agreed on an appointment', 'Call back', 'Not interested');

function written(words: string, fault?: Fault): GalleryState {
  return {...notes(words, type(TEXT), save), ...(fault === undefined ? {} : {fault})};
}

function refused(code: string, words: string): GalleryState {
  return written(words, {kind: 'error', code, method: ADD});
}

function pagesOwn(words: string, code: CallCardErrorCode): GalleryState {
  const refuse: Act = (element) => {
    element.save = () => Promise.reject(new CallCardError(code, 'The app could not save it.'));
  };
  return notes(words, refuse, type(TEXT), save);
}

const SUBJECT = {callId: 'externalCall.0', number: '+49891234567', entity: {typeId: 3, id: 17}};
const PRESENT = {callId: CALL.CALL_ID, number: CALL.PHONE_NUMBER, entity: SUBJECT.entity};
const CONTENT = {text: TEXT, disposition: ''};

export const NOTES_STATES: GalleryStates = {
  connecting: {words: 'Connecting to the portal', connection: 'never', before: nothingKept},
  'no-portal': {words: 'works inside Bitrix24 only', connection: 'not-in-portal'},
  'silent-portal': {words: 'Bitrix24 did not answer in time', connection: 'timeout'},
  empty: notes('Note about the call'),
  labelled: {
    ...notes('What was agreed?'),
    attributes: {label: 'What was agreed?', placeholder: 'Appointments, prices, wishes'},
  },
  draft: notes('Not saved yet. The text is kept', type(TEXT)),
  results: notes('Result of the call', RESULTS, type(TEXT)),
  'result-chosen': notes('Call back', RESULTS, choose('2')),
  'nearly-full': {...notes('76 of 90 characters', type(TEXT)), attributes: {maxlength: '90'}},
  restored: {
    ...notes('Not saved yet. The text is kept'),
    before: kept(CALL.CALL_ID, {content: CONTENT, subject: PRESENT, unanswered: null}),
  },
  arabic: notes('Not saved yet', type('يريد جهازًا ثانيًا، رقمه +49 30 123456')),
  saving: {...written('Saving'), fault: {kind: 'hold', key: 'gallery', method: ADD}},
  'typed-while-saving': {
    ...notes('What you typed since', type(TEXT), save, whenSent, type(`${TEXT}\nAnd a filter.`)),
    fault: {kind: 'hold', key: 'gallery', method: ADD},
  },
  saved: written('Saved at'),
  offline: written('there is no connection', {kind: 'drop'}),
  limit: refused('QUERY_LIMIT_EXCEEDED', 'gets too many requests'),
  fault: written('has not confirmed it', {kind: 'html', method: ADD}),
  'not-allowed': refused('ACCESS_DENIED', 'You may not write'),
  deleted: refused('OWNER_NOT_FOUND', 'does not exist any more'),
  'missing-scope': refused('insufficient_scope', 'may not write into the CRM'),
  refused: refused('SOMETHING_NEW', 'Bitrix24 refused this'),
  uncertain: {
    ...notes('“Save” looks first'),
    before: kept(CALL.CALL_ID, {
      content: CONTENT,
      subject: PRESENT,
      unanswered: {note: {...PRESENT, text: TEXT, disposition: null}, after: 0},
    }),
  },
  'not-linked': {...notes('No CRM record is linked to the call yet'), options: UNLINKED},
  'not-linked-draft': {...notes('You can save when there is one', type(TEXT)), options: UNLINKED},
  'pages-own-failed': pagesOwn('The app could not save it', 'refused'),
  'earlier-call': {
    ...notes('Not saved, from the call with'),
    before: kept('externalCall.0', {content: CONTENT, subject: SUBJECT, unanswered: null}),
  },
};
