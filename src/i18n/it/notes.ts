/** Italian: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'it', 'notes'> = {
  'notes.label': 'Nota sulla chiamata',
  'notes.disposition': 'Esito della chiamata',
  'notes.no-disposition': 'Ancora nessun esito',
  'notes.save': 'Salva',
  'notes.try-now': 'Prova ora',
  'notes.left': '{count} di {most} caratteri',
  'notes.hold': 'Una nota sulla chiamata non è ancora salvata',
  'notes.draft': 'Non ancora salvato.',
  'notes.rest':
    'Ciò che c’era prima è stato salvato in un’altra scheda alle {time}; questo è il resto.',
  'notes.saving': 'Salvataggio…',
  'notes.saving-before': 'Salvataggio. Ciò che hai scritto dopo non è incluso.',
  'notes.saved': 'Salvato alle {time}.',
  'notes.failed': 'Non salvato.',
  'notes.failed.not-found': 'L’elemento CRM non esiste più.',
  'notes.failed.not-allowed': 'Non puoi scrivere nella timeline di questo elemento.',
  'notes.failed.missing-scope': 'L’app non può scrivere nel CRM.',
  'notes.failed.app': 'L’app non ha potuto salvarlo.',
  'notes.waiting.offline': 'Non ancora salvato: nessuna connessione. Si riprova appena torna.',
  'notes.waiting.limit': 'Non ancora salvato: Bitrix24 riceve troppe richieste. Si riprova.',
  'notes.waiting.fault': 'Non ancora salvato: Bitrix24 non ha confermato. Si riprova.',
  'notes.uncertain': 'Forse è già salvato: nessuna risposta. “Salva” prima controlla.',
  'notes.uncertain.look':
    'Forse è già salvato: nessuna risposta. Controlla prima di salvare di nuovo, o sarà doppio.',
  'notes.no-record':
    'Nessun elemento CRM è ancora collegato alla chiamata. Potrai salvare quando ci sarà.',
  'notes.kept': 'Il testo è conservato in questa scheda del browser.',
  'notes.kept-by-pages':
    'Il testo resta anche ricaricando, finché è aperta un’altra pagina dell’app.',
  'notes.only-here': 'Il testo è solo in questa pagina: ricaricandola si perde.',
  'notes.earlier': 'Non salvato, da una chiamata precedente',
  'notes.earlier-number': 'Non salvato, dalla chiamata con {number}',
  'notes.discard': 'Elimina',
};
