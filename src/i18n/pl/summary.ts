/** Polish: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'pl', 'summary'> = {
  'summary.label': 'Bieżąca rozmowa',
  'no-call': 'Brak rozmowy.',
  'number.hidden': 'Numer ukryty',
  'number.unknown': 'Numer nieznany',
  copy: 'Kopiuj',
  'copy-number': 'Kopiuj numer',
  copied: 'Skopiowano',
  'not-copied': 'Nie udało się skopiować',
  'direction.incoming': 'Przychodzące',
  'direction.outgoing': 'Wychodzące',
  'direction.callback': 'Oddzwonienie',
  'progress.idle': 'Nie połączono',
  'progress.connecting': 'Łączenie',
  'progress.connected': 'Połączono',
  line: 'Linia {name}',
  duration: 'Czas trwania',
  'as-of': 'stan na {time}',
  campaign: 'Kampania',
  held: 'Wstrzymane',
  muted: 'Mikrofon wyciszony',
  'try-again': 'Spróbuj ponownie',
};
