/** How an integrator changes the kit's words. */
import {localizer, type TextLoader} from './localizer.js';
import type {SomeTexts} from './texts.js';

/**
 * Says some texts in other words. Elements on the page show them at once.
 *
 * ```js
 * setTexts('de', {'action.hang-up': 'Auflegen'});
 * ```
 *
 * @param language - the portal's code or BCP 47
 * @param texts - by the keys of the English tables; placeholders are `{name}`
 */
export function setTexts(language: string, texts: SomeTexts): void {
  localizer.override(language, texts);
}

/**
 * Adds a language, or says one of the kit's in other words throughout. A text that it lacks is shown
 * in English. It is loaded when the page is in it: `lang="eo"`, or the portal's code.
 *
 * ```js
 * addLanguage('eo', () => import('./call-card-eo.js'));
 * ```
 *
 * @param language - BCP 47, or a code of the portal
 * @param load - gives the texts by their keys, or a module whose default export they are
 */
export function addLanguage(language: string, load: TextLoader): void {
  localizer.add(language, load);
}
