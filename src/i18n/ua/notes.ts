/** Ukrainian: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'ua', 'notes'> = {
  'notes.label': 'Нотатка про дзвінок',
  'notes.disposition': 'Результат дзвінка',
  'notes.no-disposition': 'Поки без результату',
  'notes.save': 'Зберегти',
  'notes.try-now': 'Спробувати зараз',
  'notes.left': '{count} з {most} символів',
  'notes.hold': 'Нотатку про дзвінок ще не збережено',
  'notes.draft': 'Ще не збережено.',
  'notes.saving': 'Збереження…',
  'notes.saving-before': 'Збереження. Набране після цього не ввійде.',
  'notes.saved': 'Збережено о {time}.',
  'notes.failed': 'Не збережено.',
  'notes.failed.not-found': 'Цього запису більше немає.',
  'notes.failed.not-allowed': 'У вас немає права писати в таймлайн цього запису.',
  'notes.failed.missing-scope': 'Застосунок не має права на запис у CRM.',
  'notes.failed.app': 'Застосунок не зміг це зберегти.',
  'notes.waiting.offline': 'Ще не збережено: немає зв’язку. Повторимо, щойно він з’явиться.',
  'notes.waiting.limit': 'Ще не збережено: забагато запитів до Бітрікс24. Повторюємо.',
  'notes.waiting.fault': 'Ще не збережено: Бітрікс24 не підтвердив. Повторюємо.',
  'notes.uncertain': 'Можливо, вже збережено: відповіді не було. «Зберегти» спершу перевірить.',
  'notes.uncertain.look':
    'Можливо, вже збережено: відповіді не було. Перевірте, перш ніж зберігати знову, інакше буде двічі.',
  'notes.no-record': 'З дзвінком не пов’язано запис CRM. Зберегти можна буде, коли він з’явиться.',
  'notes.kept': 'Текст зберігається в цій вкладці браузера.',
  'notes.only-here': 'Текст лише на цій сторінці: після перезавантаження він зникне.',
  'notes.earlier': 'Не збережено, від минулого дзвінка',
  'notes.earlier-number': 'Не збережено, від дзвінка з {number}',
  'notes.discard': 'Видалити',
};
