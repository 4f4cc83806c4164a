/** Arabic: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'ar', 'summary'> = {
  'summary.label': 'المكالمة الحالية',
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
  'progress.idle': 'المكالمة غير جارية',
  'progress.connecting': 'جارٍ توصيل المكالمة',
  'progress.connected': 'المكالمة جارية',
  line: 'الخط {name}',
  duration: 'المدة',
  'as-of': 'حتى {time}',
  campaign: 'حملة',
  held: 'قيد الانتظار',
  muted: 'الميكروفون مكتوم',
  'try-again': 'حاول مرة أخرى',
};
