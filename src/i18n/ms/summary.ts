/** Malay: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'ms', 'summary'> = {
  'summary.label': 'Panggilan semasa',
  'no-call': 'Tiada panggilan.',
  'number.hidden': 'Nombor tersembunyi',
  'number.unknown': 'Nombor tidak diketahui',
  copy: 'Salin',
  'copy-number': 'Salin nombor',
  copied: 'Disalin',
  'not-copied': 'Tidak dapat disalin',
  'direction.incoming': 'Masuk',
  'direction.outgoing': 'Keluar',
  'direction.callback': 'Panggilan balik',
  'progress.idle': 'Tidak disambungkan',
  'progress.connecting': 'Sedang menyambung',
  'progress.connected': 'Disambungkan',
  line: 'Talian {name}',
  duration: 'Tempoh',
  'as-of': 'setakat {time}',
  campaign: 'Kempen',
  held: 'Ditahan',
  muted: 'Mikrofon disenyapkan',
  'try-again': 'Cuba lagi',
};
