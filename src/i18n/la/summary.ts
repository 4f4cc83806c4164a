/** Spanish of Latin America: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'la', 'summary'> = {
  'summary.label': 'Llamada actual',
  'no-call': 'No hay ninguna llamada.',
  'number.hidden': 'Número oculto',
  'number.unknown': 'Número desconocido',
  copy: 'Copiar',
  'copy-number': 'Copiar el número',
  copied: 'Copiado',
  'not-copied': 'No se pudo copiar',
  'direction.incoming': 'Entrante',
  'direction.outgoing': 'Saliente',
  'direction.callback': 'Devolución de llamada',
  'progress.idle': 'No conectada',
  'progress.connecting': 'Conectando',
  'progress.connected': 'Conectada',
  line: 'Línea {name}',
  duration: 'Duración',
  'as-of': 'a las {time}',
  campaign: 'Campaña',
  held: 'En espera',
  muted: 'Micrófono silenciado',
  'try-again': 'Reintentar',
};
