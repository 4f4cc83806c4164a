/** What several frames' outcomes of one command mean together: pure rules. */
import {CallCardError} from '../../model/errors/call-card-error.js';
import {CARD_COMMANDS, type CardCommand} from '../../model/card/card-command.js';
import type {HubOutcome} from '../../model/hub/hub-message.js';

export type TargetOutcome = (HubOutcome | {readonly status: 'waiting'}) & {
  /** It might have no card: then it says so, and that is no refusal. */
  readonly isUncertain: boolean;
};

/**
 * The value of the command; throws the reason when no frame did it, and `partial-failure` when some did and
 * some refused. A frame that went away took its card along, and one whose card was closed says so:
 * neither counts where others did it.
 */
export function outcomeOf(command: CardCommand, outcomes: readonly TargetOutcome[]): unknown {
  const done = outcomes.find(({status}) => status === 'done');
  const refusals = outcomes.flatMap((each) => (each.status === 'refused' ? [each] : []));
  const details = {request: CARD_COMMANDS[command.name].wire, parameters: command.parameters};
  if (done?.status === 'done') {
    const counted = refusals.filter(({code}) => code !== 'disconnected' && code !== 'no-card');
    const [first] = counted;
    if (first === undefined) return done.value;
    const text = `${counted.length} of ${outcomes.length} cards refused ${command.name}: ${first.message}`;
    throw new CallCardError('partial-failure', text, {...details, cause: counted});
  }
  // A frame that certainly has the card knows the better reason.
  const [reason] = refusals.sort((a, b) => Number(a.isUncertain) - Number(b.isUncertain));
  throw new CallCardError(
    reason?.code ?? 'unreachable',
    reason?.message ?? `No frame ran ${command.name}.`,
    details,
  );
}
