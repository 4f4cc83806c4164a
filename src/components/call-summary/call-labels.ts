/** The labels of a call: pure rules. */
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
  readonly label: string;
  readonly icon: TemplateResult;
}

const FAILED: ReadonlySet<AnyUiState> = new Set([
  'transferFailed',
  'error',
  'moneyError',
  'sipPhoneError',
]);

/** The state in words; `undefined` while it is unknown. */
export function stateWords(snapshot: Snapshot): string | undefined {
  const key = stateKey(snapshot);
  return key === undefined ? undefined : text(key);
}

/** Whether the state is a failure. */
export function isFailed({card}: Snapshot): boolean {
  return card.status === 'open' && FAILED.has(card.uiState.value);
}

/** Whether the card waits for the operator to answer the call. */
export function isRinging({card}: Snapshot): boolean {
  return card.status === 'open' && actionsIn(card.uiState.value).includes('answer');
}

/** The name of a country in the page's language; `undefined` for an invalid code. @param country - ISO 3166 */
export function countryName(country: string): string | undefined {
  try {
    const locale = writtenLocale(localizer.language.locale);
    return new Intl.DisplayNames(locale, {type: 'region'}).of(country);
  } catch {
    return undefined;
  }
}

/** The known ones of direction, country and line. */
export function routeWords({direction, line}: Call, country?: string): readonly string[] {
  const name = line.name === '' ? line.number : line.name;
  return [
    ...(direction === null ? [] : [text(`direction.${direction}`)]),
    ...(country === undefined ? [] : [country]),
    ...(name === '' ? [] : [text('line', {name})]),
  ];
}

/** The marks: campaign, on hold, muted. */
export function marksOf({campaign}: Call, card: Card): readonly Mark[] {
  const marks: readonly (Mark & {readonly shown: boolean})[] = [
    {shown: campaign, label: text('campaign'), icon: megaphoneIcon},
    {shown: card.status === 'open' && card.held, label: text('held'), icon: pauseIcon},
    {shown: card.status === 'open' && card.muted, label: text('muted'), icon: micOffIcon},
  ];
  return marks.filter(({shown}) => shown);
}
