/**
 * The script tag's entry: starts the connection at once, and loads beside it Lit and the elements
 * whose tags are on the page.
 */
import {connect, pageController} from './startup/connect.js';
import {hubInBrowser, presentController} from './controller/page-controller.js';
import {firstPicture} from './startup/first-picture.js';
import {afterFirstPicture, afterFirstRequest, firstRequestLeft} from './startup/first-request.js';
import type * as Customize from './i18n/customize.js';
import {languageInAddress, wishedLanguages} from './i18n/loading/preferred-languages.js';
import {fetchWords} from './i18n/loading/catalog-loaders.js';
import type {EntityRef} from './model/entity/entity-ref.js';
import {languageOf, type LanguageCode} from './model/call/language.js';
import type {Placement} from './model/portal/placement.js';
import {fromFrame} from './portal/frame/frame-portal.js';
import {autoloadTags, type TagTable} from './startup/autoloader.js';

const present = presentController();
const portal = fromFrame({
  fetch: (...request) => {
    firstRequestLeft();
    return fetch(...request);
  },
});
// The first of all: the rest is made while the portal answers. What went wrong `start` hears, too.
if (present === undefined) portal.connect().catch(() => undefined);
const controller =
  present ?? connect(portal, {...hubInBrowser(firstPicture), expected: 'call-card'});

/** The language in which the page is likely to be. */
let guessed: LanguageCode | undefined;

const tags: TagTable = {
  // The first, because the portal is asked for its record; what comes below it waits for its picture.
  'crm-entity-panel': async () => {
    void askForRecord();
    const panel = afterFirstRequest(
      () => import('./components/crm-entity-panel/crm-entity-panel.js'),
    );
    askForWords();
    return (await panel).CrmEntityPanelElement;
  },
  'call-card-context': async () => {
    const context = afterFirstRequest(
      () => import('./components/call-card-context/call-card-context.js'),
    );
    return (await context).CallCardContextElement;
  },
  'call-summary': async () => {
    const summary = afterFirstRequest(() => import('./components/call-summary/call-summary.js'));
    askForWords();
    return (await summary).CallSummaryElement;
  },
  'call-state-controls': async () => {
    const controls = afterFirstPicture(() => {
      askForWords();
      return import('./components/call-state-controls/call-state-controls.js');
    });
    return (await controls).CallStateControlsElement;
  },
  'call-notes': async () => {
    const notes = afterFirstPicture(() => {
      askForWords();
      return import('./components/call-notes/call-notes.js');
    });
    return (await notes).CallNotesElement;
  },
};

if (document.querySelector('crm-entity-panel') === null) firstRequestLeft();
autoloadTags(tags);

/** The words come beside the elements; which language it is the elements decide themselves. */
function askForWords(): void {
  fetchWords((guessed ??= guessedLanguage()));
}

function guessedLanguage(): LanguageCode {
  const elements = document.querySelectorAll(Object.keys(tags).join());
  const wishes = wishedLanguages(elements, languageInAddress());
  return wishes.map(languageOf).find((code) => code !== undefined) ?? 'en';
}

/**
 * The records are on their way, in one batch, while the element that will show them is being loaded:
 * as soon as the portal has named them, before the other frames are met.
 */
async function askForRecord(): Promise<void> {
  try {
    await Promise.all((await recordsToAskFor()).map((ref) => controller.crm.record(ref)));
  } catch {
    // The panel asks for the same record, and shows what went wrong.
  }
  firstRequestLeft();
}

async function recordsToAskFor(): Promise<readonly EntityRef[]> {
  const panel = document.querySelector('crm-entity-panel');
  if (panel?.hasAttribute('entity-id') === true) return [];
  // Another copy of the kit has asked for them already; and who connects again is the controller.
  if (present !== undefined || controller.snapshot.status === 'failed') return [];
  // What sends the batch is fetched beside what composes it, not after it.
  const parts = Promise.all([controller.crm.prepare(), import('./portal/rest/rest-access.js')]);
  const [{placement}] = await Promise.all([portal.connect(), parts]);
  return recordsOf(placement);
}

function recordsOf(placement: Placement): readonly EntityRef[] {
  if (placement.kind === 'call-card') return placement.call?.bindings ?? [];
  return placement.kind === 'record' && placement.entity !== null ? [placement.entity] : [];
}

/** `setTexts` and `addLanguage` of the package, for pages without a bundler. */
export const setTexts: typeof Customize.setTexts = (language, texts) => {
  void import('./i18n/customize.js').then((words) => words.setTexts(language, texts));
};
export const addLanguage: typeof Customize.addLanguage = (language, load) => {
  void import('./i18n/customize.js').then((words) => words.addLanguage(language, load));
};

export {pageController};
