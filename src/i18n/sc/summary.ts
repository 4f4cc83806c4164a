/** Simplified Chinese: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'sc', 'summary'> = {
  'summary.label': '当前通话',
  'no-call': '没有通话。',
  'number.hidden': '隐藏号码',
  'number.unknown': '未知号码',
  copy: '复制',
  'copy-number': '复制号码',
  copied: '已复制',
  'not-copied': '无法复制',
  'direction.incoming': '呼入',
  'direction.outgoing': '呼出',
  'direction.callback': '回拨',
  'progress.idle': '未接通',
  'progress.connecting': '正在接通',
  'progress.connected': '通话中',
  line: '线路 {name}',
  duration: '时长',
  'as-of': '截至 {time}',
  campaign: '外呼活动',
  held: '保持中',
  muted: '已静音',
  'try-again': '重试',
};
