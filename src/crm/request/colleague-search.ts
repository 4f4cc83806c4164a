/** Finds colleagues by their name: a call is transferred to a person, and nobody knows ids. */
import {readColleagues, type Colleague} from '../../model/call/colleague.js';
import {portalLocale} from '../../model/call/language.js';
import type {Portal} from '../../portal/portal.js';
import {raceSignal} from '../../model/async/race-signal.js';
import {personName} from '../record/record-title.js';

const METHOD = 'user.search';

/** Nobody reads a longer list during a call. */
const MOST_COLLEAGUES = 20;

/**
 * The colleagues whose name, position or department begins with the words, those online first. Needs
 * one of the scopes `user_brief`, `user_basic` and `user`; rejects with what the portal answered, and
 * with `aborted`.
 */
export function findColleagues(
  portal: Portal,
  words: string,
  signal?: AbortSignal,
): Promise<readonly Colleague[]> {
  return raceSignal(signal, METHOD, async () => {
    const {language} = await portal.connect();
    // The portal searches by `FIND` only when nothing stands beside it, so the rest is sorted out here.
    const {result} = await portal.rest(METHOD, {FILTER: {FIND: words}}, signal && {signal});
    const locale = portalLocale(language);
    const found = readColleagues(result, (parts) => personName(parts, locale));
    return found.slice(0, MOST_COLLEAGUES);
  });
}
