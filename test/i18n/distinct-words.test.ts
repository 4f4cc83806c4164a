/** One word for one thing, in every language: what an operator reads must not mean two things. */
import {expect} from '@open-wc/testing';
import {textsOf} from '../../src/i18n/loading/catalog-loaders.js';
import {LANGUAGE_CODES, type LanguageCode} from '../../src/model/call/language.js';

/** What a call, a card or a line can be, as opposed to what a button does. */
const STATES = /^(ui-state\.|progress\.|held$|muted$)/;
/** Those that stand beside each other and say what a press does. */
const BUTTONS = /^action\.(?!rate-quality$)/;

/** The same thing in two places: a state that portal and card know, a button of two groups. */
const SAME = [
  ['progress.connected', 'ui-state.connected'],
  ['progress.connecting', 'ui-state.connectingIncoming'],
  ['command.setMute', 'action.mute'],
  ['command.setHold', 'action.hold'],
  ['command.getStatus', 'panel.refresh'],
  ['reason.unsupported', 'error.unsupported'],
  ['reason.no-card', 'error.no-card'],
  ['reason.not-connected', 'error.disconnected'],
  ['try-again', 'panel.retry'],
  ['copied', 'panel.copied'],
  ['not-copied', 'panel.not-copied'],
] as const;

/** Two things that one word would be easily used for. */
const DIFFERENT = [
  ['action.dial', 'ui-state.connectingOutgoing'],
  ['action.hold', 'field.COMMENTS'],
  ['held', 'ui-state.idle'],
  ['no-call', 'error.disconnected'],
  ['panel.on-the-line', 'ui-state.connectingOutgoing'],
  ['connecting', 'progress.connecting'],
] as const;

/** Where muting by its usual word is muting oneself. Elsewhere that is silence, of the speaker too. */
const MUTE_IS_OF_THE_MICROPHONE: readonly LanguageCode[] = ['en', 'de', 'sc', 'tc', 'ja'];
const MICROPHONE = /mi[ck]r[oóô]|мікроф|микроф|ไมค์|माइक|ميكروفون/i;

async function allWords(code: LanguageCode): Promise<ReadonlyMap<string, string>> {
  const {texts} = await textsOf(code);
  return new Map(Object.entries(texts).map(([key, word]) => [key, plain(word)]));
}

/** Capitals and stops make no other word of it. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[.…。]+$/u, '');
}

for (const code of LANGUAGE_CODES) {
  describe(`the words in "${code}"`, () => {
    let words: ReadonlyMap<string, string>;
    const keysLike = (pattern: RegExp): readonly string[] =>
      [...words.keys()].filter((key) => pattern.test(key));

    before(async () => {
      words = await allWords(code);
    });

    it('call each state of the card differently, and each button', () => {
      for (const pattern of [/^ui-state\./, BUTTONS]) {
        const keys = keysLike(pattern);
        const used = new Set(keys.map((key) => words.get(key)));
        expect(used.size, keys.map((key) => words.get(key)).join(', ')).to.equal(keys.length);
      }
    });

    it('name no button like a state', () => {
      const states = new Map(keysLike(STATES).map((key) => [words.get(key), key]));
      const both = keysLike(/^(action|command)\./).filter((key) => states.has(words.get(key)));
      expect(both.map((key) => `${key}: ${words.get(key)}`)).to.deep.equal([]);
    });

    for (const [one, other] of SAME) {
      it(`say the same for ${one} and ${other}`, () => {
        expect(words.get(one)).to.equal(words.get(other));
      });
    }

    for (const [one, other] of DIFFERENT) {
      it(`say something else for ${one} than for ${other}`, () => {
        expect(words.get(one)).to.not.equal(words.get(other));
      });
    }

    it('say what is muted', () => {
      for (const key of ['action.mute', 'muted']) {
        const saysMicrophone = MICROPHONE.test(words.get(key) ?? '');
        const isUsual = MUTE_IS_OF_THE_MICROPHONE.includes(code);
        expect(saysMicrophone || isUsual, words.get(key)).to.equal(true);
      }
    });
  });
}
