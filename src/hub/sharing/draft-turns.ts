/**
 * Mutual exclusion for drafts: of the frames that have copies of one, one at a time saves it, so that two
 * cards that end at one moment don't both do. Of two that want it at once the one with the lower id begins.
 */
import type {DraftMessage} from '../../model/hub/draft-message.js';
import type {HubMessage} from '../../model/hub/hub-message.js';
import type {Clock} from '../../model/clock.js';

/** How long the others have to say that they are saving it, in milliseconds. */
const CLAIM_MS = 150;
/** How long a frame that is saving is waited for, in milliseconds: it may be frozen. */
const LONGEST_TURN_MS = 30_000;

export interface DraftTurnsOptions {
  readonly frameId: string;
  readonly clock: Clock;
  readonly post: (message: HubMessage, to?: string) => void;
  /** Whether any other frame may have a copy. */
  readonly hasWriters: () => boolean;
  readonly isSaved: (id: string) => boolean;
}

type TurnMessage = Extract<DraftMessage, {kind: 'saving' | 'unsaving'}>;

/** This frame's request to save a draft. */
interface Claim {
  isGranted: boolean;
  /** Whether others have heard of it, so that they wait for its end. */
  isTold: boolean;
  /** The frames that go before this one. */
  readonly rivals: Set<string>;
  /** Looks again. */
  wake: () => void;
}

export class DraftTurns {
  readonly #options: DraftTurnsOptions;
  readonly #claims = new Map<string, Claim>();

  constructor(options: DraftTurnsOptions) {
    this.#options = options;
  }

  /** See `DraftLine.takeTurn`. */
  async take(id: string): Promise<() => void> {
    const {hasWriters, isSaved, post} = this.#options;
    const claim: Claim = {
      isGranted: false,
      isTold: false,
      rivals: new Set(),
      wake: () => undefined,
    };
    this.#claims.set(id, claim);
    while (hasWriters() && !isSaved(id)) {
      claim.rivals.clear();
      claim.isTold = true;
      post({kind: 'saving', id, isAtIt: false});
      await this.#wait(claim, CLAIM_MS);
      if (claim.rivals.size === 0) break;
      await this.#wait(claim, LONGEST_TURN_MS);
    }
    claim.isGranted = true;
    return () => {
      if (this.#claims.get(id) !== claim) return;
      this.#claims.delete(id);
      if (claim.isTold) post({kind: 'unsaving', id});
    };
  }

  receive(message: TurnMessage, from: string): void {
    const {id} = message;
    const claim = this.#claims.get(id);
    if (claim === undefined) return;
    if (message.kind === 'unsaving') {
      this.#free(claim, from);
      return;
    }
    const {frameId, post} = this.#options;
    const goesBefore = !claim.isGranted && (message.isAtIt || from < frameId);
    if (goesBefore) {
      const isFirst = claim.rivals.size === 0;
      claim.rivals.add(from);
      if (isFirst) claim.wake();
    } else if (!message.isAtIt) {
      claim.isTold = true;
      post({kind: 'saving', id, isAtIt: claim.isGranted}, from);
    }
  }

  left(frameId: string): void {
    for (const claim of this.#claims.values()) this.#free(claim, frameId);
  }

  dispose(): void {
    for (const claim of this.#claims.values()) {
      claim.rivals.clear();
      claim.wake();
    }
    this.#claims.clear();
  }

  #free(claim: Claim, frameId: string): void {
    if (claim.rivals.delete(frameId) && claim.rivals.size === 0) claim.wake();
  }

  async #wait(claim: Claim, milliseconds: number): Promise<void> {
    let undo = (): void => undefined;
    await new Promise<void>((resolve) => {
      claim.wake = resolve;
      undo = this.#options.clock.after(milliseconds, resolve);
    });
    undo();
    claim.wake = () => undefined;
  }
}
