/** Vietnamese: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'vn', 'summary'> = {
  'summary.label': 'Cuộc gọi hiện tại',
  'no-call': 'Không có cuộc gọi.',
  'number.hidden': 'Số bị ẩn',
  'number.unknown': 'Số không xác định',
  copy: 'Sao chép',
  'copy-number': 'Sao chép số',
  copied: 'Đã sao chép',
  'not-copied': 'Không sao chép được',
  'direction.incoming': 'Gọi đến',
  'direction.outgoing': 'Gọi đi',
  'direction.callback': 'Gọi lại',
  'progress.idle': 'Chưa kết nối',
  'progress.connecting': 'Đang kết nối',
  'progress.connected': 'Đã kết nối',
  line: 'Đường dây {name}',
  duration: 'Thời lượng',
  'as-of': 'tính đến {time}',
  campaign: 'Chiến dịch',
  held: 'Đang giữ máy',
  muted: 'Đã tắt micrô',
  'try-again': 'Thử lại',
};
