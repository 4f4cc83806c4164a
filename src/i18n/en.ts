/** Every English text of the elements by its key. Placeholders are written `{name}`. */
import {controlsTexts} from './en/controls.js';
import {panelTexts} from './en/panel.js';
import {sharedTexts} from './en/shared.js';
import {summaryTexts} from './en/summary.js';

export const en = {...sharedTexts, ...summaryTexts, ...controlsTexts, ...panelTexts} as const;
