/** A whole call with all elements, driven by tests that read the live regions as a screen reader does. */
import {CallCardController} from '../../src/controller/call-card-controller.js';
import {makeCardService} from '../../src/controller/card/card-service.js';
import {CARD_EVENTS} from '../../src/model/card/card-event.js';
import {portalLocale} from '../../src/model/call/language.js';
import type {AnyUiState} from '../../src/model/card/ui-state.js';
import {GalleryPortal} from './gallery-portal.js';
import {CALL} from './gallery-state.js';

const TAGS = ['call-summary', 'call-state-controls', 'crm-entity-panel', 'call-notes'];

let controller: CallCardController | undefined;

/** The announcements of the live regions, in order. */
const heard: string[] = [];

/** Shows the elements in the language with a ringing call, as when the card opens. */
export async function openCall(language: string, place: Element): Promise<void> {
  endCall();
  const portal = new GalleryPortal(
    {words: '', placement: 'PAGE_BACKGROUND_WORKER', options: {}},
    language,
  );
  controller = new CallCardController(GalleryPortal.port(portal), {}, makeCardService);
  const context = document.createElement('call-card-context');
  context.controller = controller;
  for (const tag of TAGS) context.append(document.createElement(tag));
  context.querySelector('call-state-controls')?.setAttribute('controls', 'operator');
  place.replaceChildren(context);
  await controller.start();
  await spokenIn(portalLocale(language), context);
  for (const element of context.children) listenTo(element);
  portal.emit(CARD_EVENTS.initialized.wire, CALL);
  await enterState('incoming');
}

export async function enterState(uiState: AnyUiState): Promise<void> {
  await controller?.setUiState(uiState);
}

export async function setHold(held: boolean): Promise<void> {
  await controller?.setHold(held);
}

export async function setMute(muted: boolean): Promise<void> {
  await controller?.setMute(muted);
}

export async function closeCard(): Promise<void> {
  await controller?.close();
}

export function whatWasHeard(): readonly string[] {
  return heard;
}

/** The text of the focused element, through the shadow roots. */
export function wordsOfFocus(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.textContent.trim();
}

function endCall(): void {
  controller?.dispose();
  heard.length = 0;
}

/** Resolves when all elements have loaded the language. */
async function spokenIn(locale: string, {children}: Element): Promise<void> {
  const speaks = ({shadowRoot}: Element): boolean =>
    shadowRoot?.querySelector<HTMLElement>('.card')?.lang === locale;
  while (![...children].every(speaks)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function listenTo({shadowRoot}: Element): void {
  if (shadowRoot === null) return;
  new MutationObserver((changes) => {
    for (const {target} of changes) {
      const place = target instanceof Element ? target : target.parentElement;
      const words =
        place?.closest('[role="status"]')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
      if (words !== '' && heard.at(-1) !== words) heard.push(words);
    }
  }).observe(shadowRoot, {childList: true, characterData: true, subtree: true});
}
