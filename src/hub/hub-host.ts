/** The frame to which an end of the hub belongs, as the hub sees it. */
import type {CardCommand} from '../model/card/card-command.js';
import type {HubFrame} from '../model/hub/hub-frame.js';
import type {HubAction, HubFault} from '../model/hub/hub-message.js';

/** What the frame tells about itself. */
export type OwnFrame = Omit<HubFrame, 'id' | 'since' | 'liveness' | 'throttled'>;

/** An action as the leading frame's app gets it. */
export interface HubActionRequest extends HubAction {
  /** A leader before this one had begun it, and went before it was done: look before you act. */
  readonly interrupted: boolean;
}

export interface HubHost {
  describe(): OwnFrame;
  /** Runs a command at the frame's own portal. */
  readonly runHere: (command: CardCommand, callId: string | null) => Promise<unknown>;
  /** Gives an action to the app; resolves when the app has done it, and rejects when the app fails. */
  act(request: HubActionRequest): Promise<void> | undefined;
  /** What is known of the other frames, the leader or their cards has changed. */
  changed(): void;
  /** A message that changed nothing has arrived. */
  fault(fault: HubFault): void;
}
