/** French: the words of `<call-notes>`. */
import type {Texts} from '../texts.js';

export const notesTexts: Texts<'fr', 'notes'> = {
  'notes.label': 'Note sur l’appel',
  'notes.disposition': 'Résultat de l’appel',
  'notes.no-disposition': 'Pas encore de résultat',
  'notes.save': 'Enregistrer',
  'notes.try-now': 'Essayer maintenant',
  'notes.left': '{count} caractères sur {most}',
  'notes.hold': 'Une note sur l’appel n’est pas encore enregistrée',
  'notes.draft': 'Pas encore enregistré.',
  'notes.rest': 'Ce qui précédait a été enregistré dans un autre onglet à {time} ; voici le reste.',
  'notes.saving': 'Enregistrement…',
  'notes.saving-before': 'Enregistrement. Ce que vous avez saisi depuis n’en fait pas partie.',
  'notes.saved': 'Enregistré à {time}.',
  'notes.failed': 'Non enregistré.',
  'notes.failed.not-found': 'La fiche CRM n’existe plus.',
  'notes.failed.not-allowed': 'Vous ne pouvez pas écrire dans la chronologie de cette fiche.',
  'notes.failed.missing-scope': 'L’application ne peut pas écrire dans le CRM.',
  'notes.failed.app': 'L’application n’a pas pu l’enregistrer.',
  'notes.waiting.offline':
    'Pas encore enregistré : pas de connexion. Nouvel essai dès qu’elle revient.',
  'notes.waiting.limit': 'Pas encore enregistré : Bitrix24 reçoit trop de requêtes. Nouvel essai.',
  'notes.waiting.fault': 'Pas encore enregistré : Bitrix24 n’a pas confirmé. Nouvel essai.',
  'notes.uncertain': 'Peut-être déjà enregistré : pas de réponse. « Enregistrer » vérifie d’abord.',
  'notes.uncertain.look':
    'Peut-être déjà enregistré : pas de réponse. Vérifiez avant d’enregistrer à nouveau, sinon la note sera en double.',
  'notes.no-record':
    'Aucune fiche CRM n’est encore liée à l’appel. Vous pourrez enregistrer quand il y en aura une.',
  'notes.kept': 'Le texte est conservé dans cet onglet.',
  'notes.kept-by-pages':
    'Le texte survit à un rechargement tant qu’une autre page de l’application est ouverte.',
  'notes.only-here': 'Le texte n’est que sur cette page : il se perd si vous la rechargez.',
  'notes.earlier': 'Non enregistré, d’un appel précédent',
  'notes.earlier-number': 'Non enregistré, de l’appel avec {number}',
  'notes.discard': 'Supprimer',
};
