/** What is said about a call: pure rules. */
import type {TemplateResult} from 'lit';
import type {Card, Snapshot} from '../../controller/snapshot.js';
import {localizer} from '../../i18n/localizer.js';
import {text} from '../../i18n/text.js';
import type {Call} from '../../model/call/call.js';
import {writtenLocale} from '../../model/call/language.js';
import {actionsIn, type AnyUiState} from '../../model/card/ui-state.js';
import {stateKey} from '../shared/call-announcement.js';
import {megaphoneIcon, micOffIcon, pauseIcon} from '../shared/styles/icons.js';

export interface Mark {
  readonly words: string;
  readonly icon: TemplateResult;
}

const FAILED: ReadonlySet<AnyUiState> = new Set([
  'transferFailed',
  'error',
  'moneyError',
  'sipPhoneError',
]);

/** The state in words, as far as it is known. */
export function stateWords(snapshot: Snapshot): string | undefined {
  const key = stateKey(snapshot);
  return key === undefined ? undefined : text(key);
}

/** Whether something went wrong, and the state says so. */
export function isFailed({card}: Snapshot): boolean {
  return card.status === 'open' && FAILED.has(card.uiState.value);
}

/** Whether the card waits for the operator to answer: what else there is to do must not be in the way. */
export function isRinging({card}: Snapshot): boolean {
  return card.status === 'open' && actionsIn(card.uiState.value).includes('answer');
}

/** The country in the language of the words around it; nothing for a code that is none. */
export function countryName(country: string): string | undefined {
  try {
    const locale = writtenLocale(localizer.language.locale);
    return new Intl.DisplayNames(locale, {type: 'region'}).of(country);
  } catch {
    return undefined;
  }
}

/** The direction, the country and the line, as far as they are known. */
export function routeWords({direction, line}: Call, country?: string): readonly string[] {
  const name = line.name === '' ? line.number : line.name;
  return [
    ...(direction === null ? [] : [text(`direction.${direction}`)]),
    ...(country === undefined ? [] : [country]),
    ...(name === '' ? [] : [text('line', {name})]),
  ];
}

/** What else a person should see at once, with its icon. */
export function marksOf({campaign}: Call, card: Card): readonly Mark[] {
  const marks: readonly (Mark & {readonly shown: boolean})[] = [
    {shown: campaign, words: text('campaign'), icon: megaphoneIcon},
    {shown: card.status === 'open' && card.held, words: text('held'), icon: pauseIcon},
    {shown: card.status === 'open' && card.muted, words: text('muted'), icon: micOffIcon},
  ];
  return marks.filter(({shown}) => shown);
}
