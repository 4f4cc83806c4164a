/** Russian: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'ru', 'notes'> = {
  'notes.label': 'Заметка о звонке',
  'notes.disposition': 'Результат звонка',
  'notes.no-disposition': 'Пока без результата',
  'notes.save': 'Сохранить',
  'notes.try-now': 'Повторить сейчас',
  'notes.left': '{count} из {most} символов',
  'notes.hold': 'Заметка о звонке ещё не сохранена',
  'notes.draft': 'Ещё не сохранено.',
  'notes.saving': 'Сохранение…',
  'notes.saving-before': 'Сохранение. Набранное после этого не войдёт.',
  'notes.saved': 'Сохранено в {time}.',
  'notes.failed': 'Не сохранено.',
  'notes.failed.not-found': 'Этой записи больше нет.',
  'notes.failed.not-allowed': 'У вас нет права писать в таймлайн этой записи.',
  'notes.failed.missing-scope': 'У приложения нет права на запись в CRM.',
  'notes.failed.app': 'Приложение не смогло это сохранить.',
  'notes.waiting.offline': 'Ещё не сохранено: нет связи. Повторим, как только она появится.',
  'notes.waiting.limit': 'Ещё не сохранено: слишком много запросов к Битрикс24. Повторяем.',
  'notes.waiting.fault': 'Ещё не сохранено: Битрикс24 не подтвердил. Повторяем.',
  'notes.uncertain': 'Возможно, уже сохранено: ответа не было. «Сохранить» сначала проверит.',
  'notes.uncertain.look':
    'Возможно, уже сохранено: ответа не было. Проверьте, прежде чем сохранять снова, иначе будет дважды.',
  'notes.no-record': 'Со звонком не связана запись CRM. Сохранить можно будет, когда она появится.',
  'notes.kept': 'Текст хранится в этой вкладке браузера.',
  'notes.only-here': 'Текст только на этой странице: при перезагрузке он пропадёт.',
  'notes.earlier': 'Не сохранено, от прошлого звонка',
  'notes.earlier-number': 'Не сохранено, от звонка с {number}',
  'notes.discard': 'Удалить',
};
