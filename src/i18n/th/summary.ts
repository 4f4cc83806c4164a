/** Thai: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'th', 'summary'> = {
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
  'progress.idle': 'ไม่ได้เชื่อมต่อ',
  'progress.connecting': 'กำลังเชื่อมต่อ',
  'progress.connected': 'เชื่อมต่อแล้ว',
  line: 'สาย {name}',
  duration: 'ระยะเวลา',
  campaign: 'แคมเปญ',
  held: 'พักสาย',
  muted: 'ปิดเสียง',
  'try-again': 'ลองใหม่',
};
