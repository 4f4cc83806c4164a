/**
 * Every English text by its section and key. Placeholders are written `{name}`. The elements load
 * the sections one by one; this is what the other languages are measured by.
 */
import {controlsTexts} from './en/controls.js';
import {notesTexts} from './en/notes.js';
import {panelTexts} from './en/panel.js';
import {recordTexts} from './en/record.js';
import {sharedTexts} from './en/shared.js';
import {summaryTexts} from './en/summary.js';

export const en = {
  shared: sharedTexts,
  summary: summaryTexts,
  controls: controlsTexts,
  notes: notesTexts,
  panel: panelTexts,
  record: recordTexts,
} as const;
