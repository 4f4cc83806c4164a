/** What is said aloud about a call: pure rules. */
import type {Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import type {Call, CallProgress} from '../../model/call.js';
import type {AnyUiState} from '../../model/ui-state.js';

/** One thing worth saying. */
export interface News {
  /** Tells it from what was said before, in whatever language. */
  readonly key: string;
  /** The call that it is about; none for a failed connection. */
  readonly callId: string | undefined;
  readonly words: readonly string[];
}

export type StateKey = `ui-state.${AnyUiState}` | `progress.${CallProgress}`;

/** The key of the state in words: the card's where it is known, otherwise the portal's view. */
export function stateKey({card, call}: Snapshot): StateKey | undefined {
  if (card.status === 'open') return `ui-state.${card.uiState.value}`;
  const progress = call?.progress ?? null;
  return progress === null ? undefined : `progress.${progress}`;
}

/** Who is on the line. */
export function numberWords({number}: Call): string {
  return number.kind === 'number' ? number.value : text(`number.${number.kind}`);
}

/** A new call with its number, another state of the call, or why there is no connection. */
export function newsIn(snapshot: Snapshot, saidOf: string | undefined): News | undefined {
  if (snapshot.status === 'failed') {
    const key = `error.${snapshot.error.code}` as const;
    return {key, callId: undefined, words: [text(key)]};
  }
  const {call} = snapshot;
  const state = stateKey(snapshot);
  if (call === null && state === undefined) return undefined;
  const isNew = call !== null && call.id !== saidOf;
  const words = [
    ...(state === undefined ? [] : [text(state)]),
    ...(isNew ? [numberWords(call)] : []),
  ];
  return {key: `${call?.id ?? ''} ${state ?? ''}`, callId: call?.id, words};
}
