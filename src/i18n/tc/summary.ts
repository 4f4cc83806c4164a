/** Traditional Chinese: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'tc', 'summary'> = {
  'summary.label': '目前通話',
  'no-call': '沒有通話。',
  'number.hidden': '隱藏號碼',
  'number.unknown': '未知號碼',
  copy: '複製',
  'copy-number': '複製號碼',
  copied: '已複製',
  'not-copied': '無法複製',
  'direction.incoming': '撥入',
  'direction.outgoing': '撥出',
  'direction.callback': '回撥',
  'progress.idle': '未接通',
  'progress.connecting': '正在接通',
  'progress.connected': '通話中',
  line: '線路 {name}',
  duration: '時間長度',
  'as-of': '截至 {time}',
  campaign: '外撥活動',
  held: '保留中',
  muted: '已靜音',
  'try-again': '重試',
};
