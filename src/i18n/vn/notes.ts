/** Vietnamese: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'vn', 'notes'> = {
  'notes.label': 'Ghi chú về cuộc gọi',
  'notes.disposition': 'Kết quả cuộc gọi',
  'notes.no-disposition': 'Chưa có kết quả',
  'notes.save': 'Lưu',
  'notes.try-now': 'Thử ngay',
  'notes.left': '{count}/{most} ký tự',
  'notes.hold': 'Ghi chú về cuộc gọi chưa được lưu',
  'notes.draft': 'Chưa lưu.',
  'notes.rest': 'Phần trước đã được lưu trong tab khác lúc {time}; đây là phần còn lại.',
  'notes.saving': 'Đang lưu…',
  'notes.saving-before': 'Đang lưu. Phần nhập sau đó không được tính.',
  'notes.saved': 'Đã lưu lúc {time}.',
  'notes.failed': 'Không lưu được.',
  'notes.failed.not-found': 'Mục này không còn tồn tại.',
  'notes.failed.not-allowed': 'Bạn không thể ghi vào dòng thời gian của mục này.',
  'notes.failed.missing-scope': 'Ứng dụng không thể ghi vào CRM.',
  'notes.failed.app': 'Ứng dụng không lưu được.',
  'notes.waiting.offline': 'Chưa lưu: không có kết nối. Sẽ thử lại ngay khi có.',
  'notes.waiting.limit': 'Chưa lưu: Bitrix24 nhận quá nhiều yêu cầu. Đang thử lại.',
  'notes.waiting.fault': 'Chưa lưu: Bitrix24 chưa xác nhận. Đang thử lại.',
  'notes.uncertain': 'Có thể đã lưu: không có trả lời. “Lưu” sẽ kiểm tra trước.',
  'notes.uncertain.look':
    'Có thể đã lưu: không có trả lời. Hãy xem trước khi lưu lại, nếu không sẽ bị trùng.',
  'notes.no-record': 'Chưa có mục CRM nào gắn với cuộc gọi. Bạn có thể lưu khi có.',
  'notes.kept': 'Nội dung được giữ trong tab này của trình duyệt.',
  'notes.kept-by-pages':
    'Nội dung vẫn còn sau khi tải lại, miễn là một trang khác của ứng dụng đang mở.',
  'notes.only-here': 'Nội dung chỉ có trên trang này: tải lại sẽ mất.',
  'notes.earlier': 'Chưa lưu, từ cuộc gọi trước',
  'notes.earlier-number': 'Chưa lưu, từ cuộc gọi với {number}',
  'notes.discard': 'Bỏ',
};
