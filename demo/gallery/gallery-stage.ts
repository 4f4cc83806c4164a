/** Shows one element in one state, without a user's action. */
import {CallCardController} from '../../src/controller/call-card-controller.js';
import {makeCardService} from '../../src/controller/card/card-service.js';
import {CONTROLS_STATES, SUMMARY_STATES} from './states/card-states.js';
import {GalleryPortal} from './gallery-portal.js';
import type {GalleryStates} from './gallery-state.js';
import {HISTORY_STATES} from './states/history-states.js';
import {NOTES_STATES} from './states/notes-states.js';
import {PANEL_STATES} from './states/panel-states.js';

/** The elements with their pictures: a new element is a new row. */
export const GALLERY = {
  'crm-entity-panel': PANEL_STATES,
  'crm-history': HISTORY_STATES,
  'call-summary': SUMMARY_STATES,
  'call-state-controls': CONTROLS_STATES,
  'call-notes': NOTES_STATES,
} satisfies Record<string, GalleryStates>;

export type GalleryElementName = keyof typeof GALLERY;
export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['normal', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
export const DIRECTIONS = ['ltr', 'rtl'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export interface Picture {
  readonly element: GalleryElementName;
  readonly state: string;
  readonly theme?: Theme;
  readonly density?: Density;
  /** The portal's language code; English by default. */
  readonly lang?: string;
  /** The direction of writing; that of the language by default. */
  readonly dir?: Direction;
  /** The width in CSS pixels; that of the page by default. */
  readonly width?: number;
}

export interface Stage {
  readonly element: HTMLElement;
  /** Resolves when the state is reached; rejects when it cannot be reached. */
  readonly reached: Promise<unknown>;
  /** Removes the element. */
  clear(): void;
}

export function isGalleryElement(name: string): name is GalleryElementName {
  return Object.hasOwn(GALLERY, name);
}

/**
 * Shows a picture. The element must be defined.
 *
 * @throws Error - the element has no such state
 */
export function showPicture(picture: Picture, container: Element): Stage {
  const states: GalleryStates = GALLERY[picture.element];
  const state = Object.hasOwn(states, picture.state) ? states[picture.state] : undefined;
  if (state === undefined) throw new Error(`<${picture.element}> has no state ${picture.state}.`);
  const {theme = 'light', density, lang = 'en', width, dir = ''} = picture;
  state.before?.();
  const link = new GalleryPortal(state, lang);
  const controller = new CallCardController(GalleryPortal.port(link), {}, makeCardService);
  const stage = document.createElement('div');
  stage.className = `gallery-stage ${theme}`;
  if (width !== undefined) stage.style.inlineSize = `${width}px`;
  const context = document.createElement('call-card-context');
  context.controller = controller;
  if (theme !== 'light') context.setAttribute('theme', theme);
  context.toggleAttribute('compact', density === 'compact');
  const element = document.createElement(picture.element);
  element.dir = dir;
  for (const [name, value] of Object.entries(state.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  context.append(element);
  stage.append(context);
  container.append(stage);
  const reached = controller.start().then(() => state.play?.(controller, link, element));
  const clear = (): void => {
    stage.remove();
    controller.dispose();
  };
  return {element, reached, clear};
}
