import {expect} from '@open-wc/testing';
import {controlsTexts} from '../../src/i18n/fr/controls.js';
import {notesTexts} from '../../src/i18n/fr/notes.js';
import {panelTexts} from '../../src/i18n/fr/panel.js';
import {recordTexts} from '../../src/i18n/fr/record.js';
import {sharedTexts} from '../../src/i18n/fr/shared.js';
import {summaryTexts} from '../../src/i18n/fr/summary.js';

const ALL = [controlsTexts, notesTexts, panelTexts, recordTexts, sharedTexts, summaryTexts];

describe('French', () => {
  it('never begins a line with a mark, nor ends one with an opening quote', () => {
    const parted = ALL.flatMap((texts) => Object.values(texts)).filter((text) =>
      / [:;!?»]|« /.test(text),
    );
    expect(parted).to.deep.equal([]);
  });
});
