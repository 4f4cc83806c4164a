/** Serves an app's frame by its placement: the options that it gets, and the commands that it may send. */
import type {JsonObject} from '../../../model/parse/reading.js';
import type {PortalCallService} from '../card/portal-call.js';
import {placementOptionsOf} from '../card/call-facts.js';
import type {HostMessage} from './host-wire.js';
import {CALL_CARD, PAGE_BACKGROUND_WORKER} from './placement-interface.js';
import {parametersOf, PORTAL_COMMANDS, type CommandContext} from './portal-commands.js';
import type {PortalFrame} from '../frames/portal-frame.js';

export class PlacementServices {
  readonly #calls: PortalCallService;
  readonly #context: CommandContext;

  constructor(calls: PortalCallService, context: CommandContext) {
    this.#calls = calls;
    this.#context = context;
  }

  /** The placement's options: those of the card's call, unless the frame was opened with others. */
  optionsFor(frame: PortalFrame): JsonObject {
    if (frame.givenOptions !== undefined) return frame.givenOptions;
    const {snapshot} = this.#calls;
    return frame.placement === CALL_CARD && snapshot !== null
      ? placementOptionsOf(snapshot.call)
      : {};
  }

  /**
   * Runs a command.
   *
   * @returns the answers in their order, or promises of them; `null` for an unknown command
   */
  runCommand(frame: PortalFrame, {command, parameters}: HostMessage): readonly unknown[] | null {
    const given = parametersOf(parameters);
    const common = PORTAL_COMMANDS.get(command);
    if (common !== undefined) return [common(frame, given, this.#context)];
    if (!frame.offered.command.includes(command)) return null;
    if (frame.placement === PAGE_BACKGROUND_WORKER)
      return this.#calls.runWorkerCommand(command, given);
    return this.#calls.runTabCommand(command);
  }
}
