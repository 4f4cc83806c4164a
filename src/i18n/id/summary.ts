/** Indonesian: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'id', 'summary'> = {
  'summary.label': 'Panggilan saat ini',
  'no-call': 'Tidak ada panggilan.',
  'number.hidden': 'Nomor tersembunyi',
  'number.unknown': 'Nomor tidak dikenal',
  copy: 'Salin',
  'copy-number': 'Salin nomor',
  copied: 'Tersalin',
  'not-copied': 'Tidak dapat disalin',
  'direction.incoming': 'Masuk',
  'direction.outgoing': 'Keluar',
  'direction.callback': 'Panggilan balik',
  'progress.idle': 'Tidak tersambung',
  'progress.connecting': 'Menyambungkan',
  'progress.connected': 'Tersambung',
  line: 'Saluran {name}',
  duration: 'Durasi',
  'as-of': 'per {time}',
  campaign: 'Kampanye',
  held: 'Ditahan',
  muted: 'Mikrofon dibisukan',
  'try-again': 'Coba lagi',
};
