/** German: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'de', 'notes'> = {
  'notes.label': 'Notiz zum Anruf',
  'notes.disposition': 'Ergebnis des Anrufs',
  'notes.no-disposition': 'Noch kein Ergebnis',
  'notes.save': 'Speichern',
  'notes.try-now': 'Jetzt versuchen',
  'notes.left': '{count} von {most} Zeichen',
  'notes.hold': 'Eine Notiz zum Anruf ist noch nicht gespeichert',
  'notes.draft': 'Noch nicht gespeichert.',
  'notes.rest':
    'Was davor stand, wurde um {time} in einem anderen Tab gespeichert; das hier ist der Rest.',
  'notes.saving': 'Wird gespeichert…',
  'notes.saving-before': 'Wird gespeichert. Was Sie seitdem getippt haben, gehört nicht dazu.',
  'notes.saved': 'Um {time} gespeichert.',
  'notes.failed': 'Nicht gespeichert.',
  'notes.failed.not-found': 'Den Eintrag gibt es nicht mehr.',
  'notes.failed.not-allowed': 'Sie dürfen nicht in die Timeline dieses Eintrags schreiben.',
  'notes.failed.missing-scope': 'Die App darf nicht ins CRM schreiben.',
  'notes.failed.app': 'Die App konnte es nicht speichern.',
  'notes.waiting.offline':
    'Noch nicht gespeichert: keine Verbindung. Sobald es eine gibt, wird es erneut versucht.',
  'notes.waiting.limit':
    'Noch nicht gespeichert: Bitrix24 erhält zu viele Anfragen. Es wird erneut versucht.',
  'notes.waiting.fault':
    'Noch nicht gespeichert: Bitrix24 hat es nicht bestätigt. Es wird erneut versucht.',
  'notes.uncertain':
    'Vielleicht schon gespeichert: Es kam keine Antwort. „Speichern“ sieht zuerst nach.',
  'notes.uncertain.look':
    'Vielleicht schon gespeichert: Es kam keine Antwort. Sehen Sie nach, bevor Sie erneut speichern, sonst steht es doppelt da.',
  'notes.no-record':
    'Mit dem Anruf ist noch kein CRM-Eintrag verknüpft. Sobald es einen gibt, können Sie speichern.',
  'notes.kept': 'Der Text bleibt in diesem Browser-Tab erhalten.',
  'notes.kept-by-pages':
    'Der Text übersteht ein Neuladen, solange eine andere Seite der App offen ist.',
  'notes.only-here': 'Der Text steht nur auf dieser Seite: Beim Neuladen geht er verloren.',
  'notes.earlier': 'Nicht gespeichert, von einem früheren Anruf',
  'notes.earlier-number': 'Nicht gespeichert, vom Anruf mit {number}',
  'notes.discard': 'Verwerfen',
};
