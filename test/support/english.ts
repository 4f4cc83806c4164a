/** Loads texts for tests of pure functions, where no element loads them. */
import {localizer} from '../../src/i18n/localizer.js';

/** Resolves when the English texts are loaded: `before(speakEnglish)`. */
export async function speakEnglish(): Promise<void> {
  await speak('en');
  localizer.setPreferred(['en']);
  await localizer.ready();
}

/** Resolves when the texts of the language are loaded. */
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
