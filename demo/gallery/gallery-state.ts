/** One picture of the gallery: what the portal says and does, and what the element then shows. */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {CallCardErrorCode} from '../../src/model/errors/call-card-error.js';
import type {JsonObject} from '../../src/model/parse/reading.js';
import type {Fault, SeedName} from '../../src/simulator/rest/contract.js';

/** What a picture may do to the portal that it is connected to. */
export interface PlayedPortal {
  /** Commands that are never answered. */
  readonly silent: Set<string>;
  /** Raises an event by its wire name. */
  emit(event: string, value: unknown): void;
  /** Lets something go wrong from now on. */
  addFault(fault: Fault): Promise<void>;
  /** Resolves when a fault of the kind `hold` with this key holds an answer back. */
  whenHeld(key: string): Promise<void>;
}

export interface GalleryState {
  /** Words that the element shows in this state and in few others. */
  readonly words: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly placement?: 'CALL_CARD' | 'PAGE_BACKGROUND_WORKER' | 'DEFAULT';
  /** What the placement tells of the call; that of contact 17 when nothing is said. */
  readonly options?: JsonObject;
  /** How connecting ends, when it does not succeed. */
  readonly connection?: 'never' | CallCardErrorCode;
  /** Whose records there are. */
  readonly seed?: SeedName;
  readonly scopes?: readonly string[];
  /** Who looks at it; an ordinary operator when nothing is said. */
  readonly userId?: number;
  readonly fault?: Fault;
  /** Whether the picture is of something that is on its way, and never comes. */
  readonly staysBusy?: true;
  /** Brings the card into its state once the connection is there. */
  readonly play?: (
    controller: CallCardController,
    portal: PlayedPortal,
    element: HTMLElement,
  ) => Promise<unknown>;
  /** Brings the page into its state before the element is there. */
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

/** The same without a record. */
export const UNLINKED = {...CALL, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0'};
