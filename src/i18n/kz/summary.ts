/** Kazakh: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'kz', 'summary'> = {
  'summary.label': 'Ағымдағы қоңырау',
  'no-call': 'Қоңырау жоқ.',
  'number.hidden': 'Жасырын нөмір',
  'number.unknown': 'Белгісіз нөмір',
  copy: 'Көшіру',
  'copy-number': 'Нөмірді көшіру',
  copied: 'Көшірілді',
  'not-copied': 'Көшірілмеді',
  'direction.incoming': 'Кіріс',
  'direction.outgoing': 'Шығыс',
  'direction.callback': 'Кері қоңырау',
  'progress.idle': 'Қосылмаған',
  'progress.connecting': 'Қосылуда',
  'progress.connected': 'Қосылды',
  line: 'Желі {name}',
  duration: 'Ұзақтығы',
  'as-of': '{time} жағдайы бойынша',
  campaign: 'Науқан',
  held: 'Ұсталып тұр',
  muted: 'Микрофон өшірулі',
  'try-again': 'Қайталау',
};
