/**
 * The script tag's entry: starts the connection at once, and loads beside it Lit and the elements
 * whose tags are on the page.
 */
import {connect, pageController} from '../controller/connect.js';
import {hubInBrowser, presentController} from '../controller/page-controller.js';
import type {CrmEntityPanelElement} from '../components/crm-entity-panel/crm-entity-panel.js';
import type * as Customize from '../i18n/customize.js';
import {languageInAddress, preferredLanguages} from '../i18n/loading/preferred-languages.js';
import {prefetchTexts} from '../i18n/loading/catalog-loaders.js';
import type {EntityRef} from '../model/entity/entity-ref.js';
import {languageOf, type LanguageCode} from '../model/call/language.js';
import {callInPage} from '../model/portal/page-context.js';
import type {Placement} from '../model/portal/placement.js';
import {fromFrame} from '../portal/frame/frame-portal.js';
import {autoloadTags, type TagEntry} from '../startup/autoloader.js';
import {startupPhases} from '../startup/phases.js';

const TAGS: readonly TagEntry[] = [
  // The first, because the portal is asked for its record.
  {
    tag: 'crm-entity-panel',
    import: async () =>
      (await import('../components/crm-entity-panel/crm-entity-panel.js')).CrmEntityPanelElement,
    phase: 'requestSent',
  },
  {
    tag: 'call-card-context',
    import: async () =>
      (await import('../components/call-card-context/call-card-context.js')).CallCardContextElement,
    phase: 'requestSent',
  },
  {
    tag: 'call-summary',
    import: async () =>
      (await import('../components/call-summary/call-summary.js')).CallSummaryElement,
    phase: 'requestSent',
  },
  {
    tag: 'call-state-controls',
    import: async () =>
      (await import('../components/call-state-controls/call-state-controls.js'))
        .CallStateControlsElement,
    phase: 'firstRender',
  },
  {
    tag: 'crm-history',
    import: async () =>
      (await import('../components/crm-history/crm-history.js')).CrmHistoryElement,
    phase: 'firstRender',
  },
  {
    tag: 'call-notes',
    import: async () => (await import('../components/call-notes/call-notes.js')).CallNotesElement,
    phase: 'firstRender',
  },
];

const present = presentController();
let endRequest: () => void = () => undefined;
const request = new Promise<void>((resolve) => (endRequest = resolve));
const portal = fromFrame({requestSent: () => endRequest()});
// The first of all: the rest is made while the portal answers. What went wrong `start` hears, too.
if (present === undefined) portal.connect().catch(() => undefined);

const panel = document.querySelector('crm-entity-panel');
// A call that is known already is shown at once.
if (panel === null || callInPage(document) !== null) endRequest();
const phases = startupPhases(request, panel === null ? request : firstRenderOf(panel));
const controller =
  present ?? connect(portal, {...hubInBrowser(() => phases.firstRender), expected: 'call-card'});

/** The language in which the page is likely to be. */
let guessed: LanguageCode | undefined;

autoloadTags(TAGS, {
  phases,
  found: (tag) => {
    if (tag === 'crm-entity-panel') void askForRecord().then(endRequest);
    // The words come beside the elements; which language it is the elements decide themselves.
    if (tag !== 'call-card-context') prefetchTexts((guessed ??= guessedLanguage()));
  },
});

async function firstRenderOf(element: CrmEntityPanelElement): Promise<void> {
  await customElements.whenDefined(element.localName);
  await element.firstRender;
  // After the frame that shows it.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function guessedLanguage(): LanguageCode {
  const elements = document.querySelectorAll(TAGS.map(({tag}) => tag).join());
  const languages = preferredLanguages(elements, languageInAddress());
  return languages.map(languageOf).find((code) => code !== undefined) ?? 'en';
}

/**
 * The records are on their way, in one batch, while the element that will show them is being loaded:
 * as soon as the portal has named them, before the other frames are met.
 */
async function askForRecord(): Promise<void> {
  try {
    await Promise.all(
      (await recordsToAskFor()).map((ref) => controller.crm.record(ref, {names: 'later'})),
    );
  } catch {
    // The panel asks for the same record, and shows what went wrong.
  }
}

async function recordsToAskFor(): Promise<readonly EntityRef[]> {
  const element = document.querySelector('crm-entity-panel');
  if (element?.hasAttribute('entity-id') === true) return [];
  // Another copy of the kit has asked for them already; and who connects again is the controller.
  if (present !== undefined || controller.snapshot.status === 'failed') return [];
  // What sends the batch is fetched beside what composes it, not after it.
  const parts = Promise.all([controller.crm.prepare(), import('../portal/rest/rest-client.js')]);
  const [{placement}] = await Promise.all([portal.connect(), parts]);
  return recordsOf(placement);
}

function recordsOf(placement: Placement): readonly EntityRef[] {
  if (placement.kind === 'call-card') return placement.call?.bindings ?? [];
  return placement.kind === 'record' && placement.entity !== null ? [placement.entity] : [];
}

/** `setTexts` and `addLanguage` of the package, for pages without a bundler. */
export const setTexts: typeof Customize.setTexts = (language, texts) => {
  void import('../i18n/customize.js').then((words) => words.setTexts(language, texts));
};
export const addLanguage: typeof Customize.addLanguage = (language, load) => {
  void import('../i18n/customize.js').then((words) => words.addLanguage(language, load));
};

export {pageController};
