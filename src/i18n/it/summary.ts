/** Italian: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'it', 'summary'> = {
  'summary.label': 'Chiamata in corso',
  'no-call': 'Nessuna chiamata.',
  'number.hidden': 'Numero nascosto',
  'number.unknown': 'Numero sconosciuto',
  copy: 'Copia',
  'copy-number': 'Copia il numero',
  copied: 'Copiato',
  'not-copied': 'Impossibile copiare',
  'direction.incoming': 'In arrivo',
  'direction.outgoing': 'In uscita',
  'direction.callback': 'Richiamata',
  'progress.idle': 'Non connessa',
  'progress.connecting': 'Connessione in corso',
  'progress.connected': 'In conversazione',
  line: 'Linea {name}',
  duration: 'Durata',
  'as-of': 'alle {time}',
  campaign: 'Campagna',
  held: 'In attesa',
  muted: 'Microfono disattivato',
  'try-again': 'Riprova',
};
