/**
 * What brings a card that has just opened to what another card of the same call shows already: the
 * call was opened in one more portal tab.
 */
import type {OpenCard} from '../../model/card/card.js';
import type {CardCommand} from '../../model/card/card-command.js';
import {timerEffectOf} from '../../model/card/ui-state.js';

/**
 * The portal's timer begins anew in the new card: only the kit's own elements know since when.
 *
 * @param own - `null` for a card of which nothing is known
 */
export function syncCommands(own: OpenCard | null, other: OpenCard): readonly CardCommand[] {
  const commands: CardCommand[] = [];
  const {title, statusText, muted, held, timer} = other;
  if (title !== null && title !== own?.title) {
    commands.push({name: 'setTitle', parameters: {title}});
  }
  if (statusText !== null && statusText !== own?.statusText) {
    commands.push({name: 'setStatusText', parameters: {statusText}});
  }
  // What is only assumed is set on no card.
  const isAssumed = other.uiState.certainty === 'assumed';
  const uiState = other.uiState.value;
  if (uiState !== own?.uiState.value && !isAssumed) {
    const disable = timer.status === 'hidden' ? {disableAutoStartTimer: true} : {};
    commands.push({name: 'setUiState', parameters: {uiState, ...disable}});
  }
  const differs = (shown: boolean, before: boolean | undefined): boolean =>
    isAssumed ? shown : shown !== before;
  if (differs(muted, own?.muted)) commands.push({name: 'setMute', parameters: {muted}});
  if (differs(held, own?.held)) commands.push({name: 'setHold', parameters: {held}});
  if (timer.status === 'running') commands.push({name: 'startTimer', parameters: {}});
  // The state of a conversation has started it.
  const hasStarted = timer.status === 'stopped' && timerEffectOf(uiState) === 'start';
  if (hasStarted && !isAssumed) commands.push({name: 'stopTimer', parameters: {}});
  return commands;
}
