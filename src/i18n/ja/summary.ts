/** Japanese: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'ja', 'summary'> = {
  'summary.label': '現在の通話',
  'no-call': '通話はありません。',
  'number.hidden': '非通知',
  'number.unknown': '番号不明',
  copy: 'コピー',
  'copy-number': '番号をコピー',
  copied: 'コピーしました',
  'not-copied': 'コピーできません',
  'direction.incoming': '着信',
  'direction.outgoing': '発信',
  'direction.callback': '折り返し',
  'progress.idle': '未接続',
  'progress.connecting': '接続中',
  'progress.connected': '通話中',
  line: '回線 {name}',
  duration: '通話時間',
  'as-of': '{time}時点',
  campaign: 'キャンペーン',
  held: '保留中',
  muted: 'ミュート中',
  'try-again': '再試行',
};
