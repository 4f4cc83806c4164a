/** Polish: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'pl', 'summary'> = {
  'no-call': 'Brak połączenia.',
  'number.hidden': 'Numer ukryty',
  'number.unknown': 'Numer nieznany',
  copy: 'Kopiuj',
  'copy-number': 'Kopiuj numer',
  copied: 'Skopiowano',
  'not-copied': 'Nie udało się skopiować',
  'direction.incoming': 'Przychodzące',
  'direction.outgoing': 'Wychodzące',
  'direction.callback': 'Oddzwonienie',
  'progress.idle': 'Niepołączone',
  'progress.connecting': 'Łączenie',
  'progress.connected': 'Połączone',
  line: 'Linia {name}',
  duration: 'Czas trwania',
  campaign: 'Kampania',
  held: 'Zawieszone',
  muted: 'Wyciszone',
  'try-again': 'Spróbuj ponownie',
};
