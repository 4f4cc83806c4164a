/** Polish: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'pl', 'notes'> = {
  'notes.label': 'Notatka o rozmowie',
  'notes.disposition': 'Wynik rozmowy',
  'notes.no-disposition': 'Jeszcze bez wyniku',
  'notes.save': 'Zapisz',
  'notes.try-now': 'Spróbuj teraz',
  'notes.left': '{count} z {most} znaków',
  'notes.hold': 'Notatka o rozmowie nie jest jeszcze zapisana',
  'notes.draft': 'Jeszcze nie zapisano.',
  'notes.saving': 'Zapisywanie…',
  'notes.saving-before': 'Zapisywanie. Bez tego, co wpisano później.',
  'notes.saved': 'Zapisano o {time}.',
  'notes.failed': 'Nie zapisano.',
  'notes.failed.not-found': 'Ten rekord już nie istnieje.',
  'notes.failed.not-allowed': 'Nie możesz pisać na osi czasu tego rekordu.',
  'notes.failed.missing-scope': 'Aplikacja nie może pisać w CRM.',
  'notes.failed.app': 'Aplikacja nie mogła tego zapisać.',
  'notes.waiting.offline': 'Jeszcze nie zapisano: brak połączenia. Ponowimy, gdy tylko wróci.',
  'notes.waiting.limit': 'Jeszcze nie zapisano: za dużo żądań do Bitrix24. Ponawiamy.',
  'notes.waiting.fault': 'Jeszcze nie zapisano: Bitrix24 nie potwierdził. Ponawiamy.',
  'notes.uncertain': 'Być może już zapisano: nie było odpowiedzi. „Zapisz” najpierw sprawdzi.',
  'notes.uncertain.look':
    'Być może już zapisano: nie było odpowiedzi. Sprawdź, zanim zapiszesz ponownie, bo będzie podwójnie.',
  'notes.no-record': 'Z rozmową nie jest jeszcze powiązany rekord CRM. Zapiszesz, gdy będzie.',
  'notes.kept': 'Tekst jest przechowywany w tej karcie przeglądarki.',
  'notes.only-here': 'Tekst jest tylko na tej stronie: po przeładowaniu przepadnie.',
  'notes.earlier': 'Nie zapisano, z wcześniejszej rozmowy',
  'notes.earlier-number': 'Nie zapisano, z rozmowy z {number}',
  'notes.discard': 'Odrzuć',
};
