/** The words of `<call-notes>`. */
export const notesTexts = {
  'notes.label': 'Note about the call',
  'notes.disposition': 'Result of the call',
  'notes.no-disposition': 'No result yet',
  'notes.save': 'Save',
  'notes.try-now': 'Try now',
  'notes.left': '{count} of {most} characters',
  'notes.hold': 'A note about the call is not saved yet',

  'notes.draft': 'Not saved yet.',
  'notes.rest': 'What was before it was saved in another tab at {time}; this is the rest.',
  'notes.saving': 'Saving…',
  'notes.saving-before': 'Saving. What you typed since is not part of it.',
  'notes.saved': 'Saved at {time}.',
  'notes.failed': 'Not saved.',
  'notes.failed.not-found': 'The record does not exist any more.',
  'notes.failed.not-allowed': 'You may not write into the timeline of this record.',
  'notes.failed.missing-scope': 'The app may not write into the CRM.',
  'notes.failed.app': 'The app could not save it.',
  'notes.waiting.offline':
    'Not saved yet: there is no connection. It is tried again as soon as there is one.',
  'notes.waiting.limit': 'Not saved yet: Bitrix24 gets too many requests. It is tried again.',
  'notes.waiting.fault': 'Not saved yet: Bitrix24 has not confirmed it. It is tried again.',
  'notes.uncertain': 'It may be saved already: there was no answer. “Save” looks first.',
  'notes.uncertain.look':
    'It may be saved already: there was no answer. Look before you save it again, or it is there twice.',
  'notes.no-record': 'No CRM record is linked to the call yet. You can save when there is one.',
  'notes.kept': 'The text is kept in this tab.',
  'notes.kept-by-pages': 'The text survives a reload as long as another page of the app is open.',
  'notes.only-here': 'The text is only on this page: reloading it loses the text.',

  'notes.earlier': 'Not saved, from an earlier call',
  'notes.earlier-number': 'Not saved, from the call with {number}',
  'notes.discard': 'Discard',
} as const;
