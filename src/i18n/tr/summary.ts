/** Turkish: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'tr', 'summary'> = {
  'summary.label': 'Geçerli arama',
  'no-call': 'Arama yok.',
  'number.hidden': 'Gizli numara',
  'number.unknown': 'Bilinmeyen numara',
  copy: 'Kopyala',
  'copy-number': 'Numarayı kopyala',
  copied: 'Kopyalandı',
  'not-copied': 'Kopyalanamadı',
  'direction.incoming': 'Gelen',
  'direction.outgoing': 'Giden',
  'direction.callback': 'Geri arama',
  'progress.idle': 'Bağlı değil',
  'progress.connecting': 'Bağlanıyor',
  'progress.connected': 'Bağlandı',
  line: 'Hat {name}',
  duration: 'Süre',
  'as-of': '{time} itibarıyla',
  campaign: 'Kampanya',
  held: 'Beklemede',
  muted: 'Mikrofon kapalı',
  'try-again': 'Yeniden dene',
};
