/** What the hub needs of the browser, so that tests and the simulator can have their own. */
import type {Clock} from '../model/clock.js';

/** Carries texts to every other frame of the app. */
export interface HubTransport {
  readonly reach: 'channel' | 'siblings';
  post(text: string): void;
  close(): void;
}

/** Hears whatever arrives. */
export type HearText = (data: unknown) => void;

export type HubLocks = Pick<LockManager, 'request' | 'query'>;

/** `asleep`: no script of the page runs from now on; `awake`: it runs again; `over`: it is unloaded. */
export type PageChange = 'asleep' | 'awake' | 'over';

export interface HubEnvironment {
  readonly clock: Clock;
  /** A new id for this frame, or for one of its messages. */
  readonly newId: () => string;
  /** Opens the way to the other frames; `null` where every way is denied. */
  readonly open: (name: string, hear: HearText) => HubTransport | null;
  /** `null` where the browser has none. It may still refuse each request. */
  readonly locks: HubLocks | null;
  /** Whether the portal page around this frame is itself in a frame: that is how it shows a slider. */
  readonly isInSlider: boolean;
  /** Lets the app's frames in the same portal page see this one. Returns the undo. */
  readonly enterPage: (frameId: string) => () => void;
  /** The app's other frames in the same portal page, as far as the browser lets them be seen. */
  readonly neighbours: () => readonly string[];
  /** Hears what becomes of the page. Returns the undo. */
  readonly observePage: (hear: (change: PageChange) => void) => () => void;
}
