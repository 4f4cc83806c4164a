/** Portuguese of Brazil: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'br', 'summary'> = {
  'summary.label': 'Chamada atual',
  'no-call': 'Não há chamada.',
  'number.hidden': 'Número oculto',
  'number.unknown': 'Número desconhecido',
  copy: 'Copiar',
  'copy-number': 'Copiar o número',
  copied: 'Copiado',
  'not-copied': 'Não foi possível copiar',
  'direction.incoming': 'De entrada',
  'direction.outgoing': 'De saída',
  'direction.callback': 'Retorno de chamada',
  'progress.idle': 'Não conectada',
  'progress.connecting': 'Conectando',
  'progress.connected': 'Conectada',
  line: 'Linha {name}',
  duration: 'Duração',
  'as-of': 'às {time}',
  campaign: 'Campanha',
  held: 'Em espera',
  muted: 'Microfone silenciado',
  'try-again': 'Tentar de novo',
};
