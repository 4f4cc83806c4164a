/** Ukrainian: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'ua', 'summary'> = {
  'summary.label': 'Поточний дзвінок',
  'no-call': 'Дзвінка немає.',
  'number.hidden': 'Номер приховано',
  'number.unknown': 'Номер невідомий',
  copy: 'Копіювати',
  'copy-number': 'Копіювати номер',
  copied: 'Скопійовано',
  'not-copied': 'Не вдалося скопіювати',
  'direction.incoming': 'Вхідний',
  'direction.outgoing': 'Вихідний',
  'direction.callback': 'Зворотний дзвінок',
  'progress.idle': 'Немає з’єднання',
  'progress.connecting': 'Триває з’єднання',
  'progress.connected': 'Розмова',
  line: 'Лінія {name}',
  duration: 'Тривалість',
  'as-of': 'станом на {time}',
  campaign: 'Обдзвін',
  held: 'На утриманні',
  muted: 'Мікрофон вимкнено',
  'try-again': 'Повторити',
};
