/** Words for tests of pure functions, which no element has loaded for them. */
import {localizer} from '../../src/i18n/localizer.js';

/** Resolves when every text can be said in English: `before(speakEnglish)`. */
export async function speakEnglish(): Promise<void> {
  await speak('en');
  localizer.setPreferred(['en']);
  await localizer.ready();
}

/** Resolves when the texts are said in the language. */
export function speak(code: string): Promise<void> {
  if (localizer.language.code === code) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = localizer.subscribe(() => {
      stop();
      resolve();
    });
    localizer.setPreferred([code]);
  });
}
