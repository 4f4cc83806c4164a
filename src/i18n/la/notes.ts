/** Spanish of Latin America: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'la', 'notes'> = {
  'notes.label': 'Nota sobre la llamada',
  'notes.disposition': 'Resultado de la llamada',
  'notes.no-disposition': 'Sin resultado aún',
  'notes.save': 'Guardar',
  'notes.try-now': 'Intentar ahora',
  'notes.left': '{count} de {most} caracteres',
  'notes.hold': 'Una nota sobre la llamada aún no se guardó',
  'notes.draft': 'Aún no se guardó.',
  'notes.rest': 'Lo anterior se guardó en otra pestaña ({time}); esto es el resto.',
  'notes.saving': 'Guardando…',
  'notes.saving-before': 'Guardando. Lo escrito después no se incluye.',
  'notes.saved': 'Guardado ({time}).',
  'notes.failed': 'No se guardó.',
  'notes.failed.not-found': 'El registro ya no existe.',
  'notes.failed.not-allowed': 'No puede escribir en la línea de tiempo de este registro.',
  'notes.failed.missing-scope': 'La aplicación no puede escribir en el CRM.',
  'notes.failed.app': 'La aplicación no pudo guardarlo.',
  'notes.waiting.offline': 'Aún no se guardó: no hay conexión. Se reintentará en cuanto la haya.',
  'notes.waiting.limit': 'Aún no se guardó: Bitrix24 recibe demasiadas solicitudes. Se reintenta.',
  'notes.waiting.fault': 'Aún no se guardó: Bitrix24 no lo confirmó. Se reintenta.',
  'notes.uncertain': 'Quizá ya se guardó: no hubo respuesta. «Guardar» lo comprueba primero.',
  'notes.uncertain.look':
    'Quizá ya se guardó: no hubo respuesta. Compruébelo antes de guardar de nuevo o aparecerá dos veces.',
  'notes.no-record': 'La llamada aún no tiene un registro CRM. Podrá guardar cuando lo tenga.',
  'notes.kept': 'El texto se conserva en esta pestaña del navegador.',
  'notes.kept-by-pages':
    'El texto se conserva al recargar mientras haya otra página de la aplicación abierta.',
  'notes.only-here': 'El texto está solo en esta página: al recargarla se pierde.',
  'notes.earlier': 'Sin guardar, de una llamada anterior',
  'notes.earlier-number': 'Sin guardar, de la llamada con {number}',
  'notes.discard': 'Descartar',
};
