/** German: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'de', 'summary'> = {
  'summary.label': 'Aktueller Anruf',
  'no-call': 'Kein Anruf.',
  'number.hidden': 'Unterdrückte Nummer',
  'number.unknown': 'Unbekannte Nummer',
  copy: 'Kopieren',
  'copy-number': 'Nummer kopieren',
  copied: 'Kopiert',
  'not-copied': 'Kopieren nicht möglich',
  'direction.incoming': 'Eingehend',
  'direction.outgoing': 'Ausgehend',
  'direction.callback': 'Rückruf',
  'progress.idle': 'Nicht verbunden',
  'progress.connecting': 'Wird verbunden',
  'progress.connected': 'Verbunden',
  line: 'Leitung {name}',
  duration: 'Dauer',
  'as-of': 'Stand {time}',
  campaign: 'Kampagne',
  held: 'Gehalten',
  muted: 'Stummgeschaltet',
  'try-again': 'Erneut versuchen',
};
