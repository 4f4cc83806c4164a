/** Russian: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'ru', 'summary'> = {
  'summary.label': 'Текущий звонок',
  'no-call': 'Звонка нет.',
  'number.hidden': 'Номер скрыт',
  'number.unknown': 'Номер неизвестен',
  copy: 'Копировать',
  'copy-number': 'Копировать номер',
  copied: 'Скопировано',
  'not-copied': 'Не удалось скопировать',
  'direction.incoming': 'Входящий',
  'direction.outgoing': 'Исходящий',
  'direction.callback': 'Обратный звонок',
  'progress.idle': 'Нет соединения',
  'progress.connecting': 'Идёт соединение',
  'progress.connected': 'Разговор',
  line: 'Линия {name}',
  duration: 'Длительность',
  'as-of': 'на {time}',
  campaign: 'Обзвон',
  held: 'На удержании',
  muted: 'Микрофон выключен',
  'try-again': 'Повторить',
};
