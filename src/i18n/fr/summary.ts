/** French: the words of `<call-summary>`. */
import type {Texts} from '../texts.js';

export const summaryTexts: Texts<'fr', 'summary'> = {
  'summary.label': 'Appel en cours',
  'no-call': 'Aucun appel.',
  'number.hidden': 'Numéro masqué',
  'number.unknown': 'Numéro inconnu',
  copy: 'Copier',
  'copy-number': 'Copier le numéro',
  copied: 'Copié',
  'not-copied': 'Copie impossible',
  'direction.incoming': 'Entrant',
  'direction.outgoing': 'Sortant',
  'direction.callback': 'Rappel',
  'progress.idle': 'Pas de communication',
  'progress.connecting': 'Connexion en cours',
  'progress.connected': 'En communication',
  line: 'Ligne {name}',
  duration: 'Durée',
  'as-of': 'à {time}',
  campaign: 'Campagne',
  held: 'En attente',
  muted: 'Micro coupé',
  'try-again': 'Réessayer',
};
