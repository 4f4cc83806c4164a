/** Words for tests of pure functions, which no element has loaded for them. */
import {en} from '../../src/i18n/en.js';
import {localizer} from '../../src/i18n/localizer.js';
import type {Section} from '../../src/i18n/texts.js';

/** Resolves when every text can be said in English: `before(speakEnglish)`. */
export async function speakEnglish(): Promise<void> {
  localizer.prefer(['en']);
  await localizer.need(...(Object.keys(en) as Section[]));
}

/** Resolves when the texts that have been needed so far are said in the language. */
export function speak(code: string): Promise<void> {
  if (localizer.language.code === code) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = localizer.subscribe(() => {
      stop();
      resolve();
    });
    localizer.prefer([code]);
  });
}
