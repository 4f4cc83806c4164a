/** Thai: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'th', 'summary'> = {
  'summary.label': 'สายปัจจุบัน',
  'no-call': 'ไม่มีสาย',
  'number.hidden': 'ซ่อนหมายเลข',
  'number.unknown': 'ไม่ทราบหมายเลข',
  copy: 'คัดลอก',
  'copy-number': 'คัดลอกหมายเลข',
  copied: 'คัดลอกแล้ว',
  'not-copied': 'คัดลอกไม่ได้',
  'direction.incoming': 'โทรเข้า',
  'direction.outgoing': 'โทรออก',
  'direction.callback': 'โทรกลับ',
  'progress.idle': 'ยังไม่ได้ต่อสาย',
  'progress.connecting': 'กำลังต่อสาย',
  'progress.connected': 'กำลังสนทนา',
  line: 'สาย {name}',
  duration: 'ระยะเวลา',
  'as-of': 'ณ เวลา {time}',
  campaign: 'แคมเปญ',
  held: 'พักสายอยู่',
  muted: 'ปิดไมค์อยู่',
  'try-again': 'ลองใหม่',
};
