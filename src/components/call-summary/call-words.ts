/** What is said about a call: pure rules. */
import type {Card, Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import type {Call} from '../../model/call.js';

/** The state in words: the card's where it is known, otherwise the portal's view of the call. */
export function stateWords({card, call}: Snapshot): string | undefined {
  if (card.status === 'open') return text(`ui-state.${card.uiState.value}`);
  const progress = call?.progress ?? null;
  return progress === null ? undefined : text(`progress.${progress}`);
}

/** Who is on the line, where there is no number to show. */
export function numberWords({number}: Call): string {
  return number.kind === 'number' ? number.value : text(`number.${number.kind}`);
}

/** The direction and the line, as far as they are known. */
export function routeWords({direction, line}: Call): readonly string[] {
  const name = line.name === '' ? line.number : line.name;
  return [
    ...(direction === null ? [] : [text(`direction.${direction}`)]),
    ...(name === '' ? [] : [text('line', {name})]),
  ];
}

/** What else a person should see at once. */
export function markWords({campaign}: Call, card: Card): readonly string[] {
  return [
    ...(campaign ? [text('campaign')] : []),
    ...(card.status === 'open' && card.held ? [text('held')] : []),
    ...(card.status === 'open' && card.muted ? [text('muted')] : []),
  ];
}
