/** One picture of the gallery: the portal's data and behaviour, and what the element then shows. */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import type {JsonObject} from '../../src/model/parse/reading.js';
import type {Fault, SeedName} from '../../src/simulator/rest/contract.js';

/** The portal of a picture, as the picture controls it. */
export interface PlayedPortal {
  /** Commands that are never answered. */
  readonly silent: Set<string>;
  /** Raises an event by its wire name. */
  emit(event: string, value: unknown): void;
  /** Adds a fault. */
  addFault(fault: Fault): Promise<void>;
  /** Resolves when a fault of the kind `hold` with this key holds an answer. */
  whenHeld(key: string): Promise<void>;
}

export interface GalleryState {
  /** Texts that the element shows in this state and in few others. */
  readonly words: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly placement?: 'CALL_CARD' | 'PAGE_BACKGROUND_WORKER' | 'DEFAULT';
  /** The placement's options; those of a call with contact 17 by default. */
  readonly options?: JsonObject;
  /** How the connection fails, if it does. */
  readonly connection?: 'never' | CallCardErrorCode;
  /** The portal's data. */
  readonly seed?: SeedName;
  readonly scopes?: readonly string[];
  /** The user; an ordinary operator by default. */
  readonly userId?: number;
  readonly fault?: Fault;
  /** Whether the picture shows a loading that never ends. */
  readonly staysBusy?: true;
  /** Brings the card into its state after the connection. */
  readonly play?: (
    controller: CallCardController,
    portal: PlayedPortal,
    element: HTMLElement,
  ) => Promise<unknown>;
  /** Brings the page into its state before the element is added. */
  readonly before?: () => void;
}

export type GalleryStates = Readonly<Record<string, GalleryState>>;

export const CALL = {
  CALL_ID: 'externalCall.1',
  PHONE_NUMBER: '+4930123456',
  LINE_NUMBER: '+49 30 98765',
  LINE_NAME: 'Berlin',
  CRM_ENTITY_TYPE: 'CONTACT',
  CRM_ENTITY_ID: '17',
  CRM_ACTIVITY_ID: 'undefined',
  CRM_BINDINGS: [],
  CALL_DIRECTION: 'incoming',
  CALL_STATE: 'connected',
  CALL_LIST_MODE: 'false',
};

/** Placement options without a record. */
export const UNLINKED = {...CALL, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0'};
