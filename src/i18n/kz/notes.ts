/** Kazakh: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'kz', 'notes'> = {
  'notes.label': 'Қоңырау туралы жазба',
  'notes.disposition': 'Қоңырау нәтижесі',
  'notes.no-disposition': 'Әзірге нәтижесіз',
  'notes.save': 'Сақтау',
  'notes.try-now': 'Қазір қайталау',
  'notes.left': '{most} таңбадан {count}',
  'notes.hold': 'Қоңырау туралы жазба әлі сақталмады',
  'notes.draft': 'Әлі сақталмады.',
  'notes.saving': 'Сақталуда…',
  'notes.saving-before': 'Сақталуда. Кейін терілгені кірмейді.',
  'notes.saved': 'Сақталды: {time}.',
  'notes.failed': 'Сақталмады.',
  'notes.failed.not-found': 'Бұл жазба енді жоқ.',
  'notes.failed.not-allowed': 'Бұл жазбаның таймлайнына жаза алмайсыз.',
  'notes.failed.missing-scope': 'Қолданба CRM-ге жаза алмайды.',
  'notes.failed.app': 'Қолданба сақтай алмады.',
  'notes.waiting.offline': 'Әлі сақталмады: байланыс жоқ. Пайда бола салысымен қайталанады.',
  'notes.waiting.limit': 'Әлі сақталмады: Битрикс24-ке сұраулар тым көп. Қайталануда.',
  'notes.waiting.fault': 'Әлі сақталмады: Битрикс24 растамады. Қайталануда.',
  'notes.uncertain': 'Сақталған болуы мүмкін: жауап болмады. «Сақтау» алдымен тексереді.',
  'notes.uncertain.look':
    'Сақталған болуы мүмкін: жауап болмады. Қайта сақтамас бұрын тексеріңіз, әйтпесе екі рет болады.',
  'notes.no-record': 'Қоңырауға CRM жазбасы байланбаған. Байланған соң сақтай аласыз.',
  'notes.kept': 'Мәтін осы браузер қойындысында сақталады.',
  'notes.only-here': 'Мәтін тек осы бетте: қайта жүктегенде жоғалады.',
  'notes.earlier': 'Сақталмаған, бұрынғы қоңыраудан',
  'notes.earlier-number': 'Сақталмаған, {number} қоңырауынан',
  'notes.discard': 'Жою',
};
