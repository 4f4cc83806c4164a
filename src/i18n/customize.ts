/** The public functions for custom texts and languages. */
import {localizer, type TextLoader} from './localizer.js';
import type {SomeTexts} from './texts.js';

/**
 * Replaces some texts of a language. Elements on the page show them at once. Warns on the console if the
 * language is unknown.
 *
 * ```js
 * setTexts('de', {'action.hang-up': 'Auflegen'});
 * ```
 *
 * @param language - the portal's code (`de`, `ua`), BCP 47 (`uk`), or the name of an added language
 * @param texts - the texts by their keys, see `i18n/languages/en.ts`; placeholders are `{name}`
 */
export function setTexts(language: string, texts: SomeTexts): void {
  localizer.overrideTexts(language, texts);
}

/**
 * Adds a language, or replaces one of the kit's. Missing texts are shown in English. The texts are loaded
 * when the page is in that language: `lang="eo"`, or the portal's code.
 *
 * ```js
 * addLanguage('eo', () => import('./call-card-eo.js'));
 * ```
 *
 * @param language - BCP 47, or a code of the portal
 * @param load - resolves with the texts by their keys, or with a module that has them as its default
 *   export; if it rejects, the texts are in English
 */
export function addLanguage(language: string, load: TextLoader): void {
  localizer.addLanguage(language, load);
}
