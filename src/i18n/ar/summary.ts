/** Arabic: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'ar', 'summary'> = {
  'no-call': 'لا توجد مكالمة.',
  'number.hidden': 'رقم مخفي',
  'number.unknown': 'رقم غير معروف',
  copy: 'نسخ',
  'copy-number': 'نسخ الرقم',
  copied: 'تم النسخ',
  'not-copied': 'تعذّر النسخ',
  'direction.incoming': 'واردة',
  'direction.outgoing': 'صادرة',
  'direction.callback': 'معاودة اتصال',
  'progress.idle': 'غير متصل',
  'progress.connecting': 'جارٍ الاتصال',
  'progress.connected': 'متصل',
  line: 'الخط {name}',
  duration: 'المدة',
  campaign: 'حملة',
  held: 'معلّقة',
  muted: 'الصوت مكتوم',
  'try-again': 'حاول مرة أخرى',
};
