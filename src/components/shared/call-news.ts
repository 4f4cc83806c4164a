/** What is said aloud about a call: pure rules. */
import type {Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import type {CallCardErrorCode} from '../../model/call-card-error.js';
import type {Call, CallDirection, CallProgress} from '../../model/call.js';
import type {AnyUiState} from '../../model/ui-state.js';

/** One thing worth saying. */
export interface News {
  /** Tells it from what was said before. */
  readonly key: string;
  /** The call that it is about; none for a failed connection. */
  readonly callId: string | undefined;
  readonly what: StateKey | `error.${CallCardErrorCode}` | undefined;
  /** Of a call that was not spoken of before. */
  readonly newCall: Call | undefined;
  /** Whether it is why there is no connection. */
  readonly isFailure: boolean;
}

export type StateKey = `ui-state.${AnyUiState}` | `progress.${CallProgress}`;

/** The key of the state in words: the card's where it is known, otherwise the portal's view. */
export function stateKey({card, call}: Snapshot): StateKey | undefined {
  const isKnown = card.status === 'open' && card.uiState.certainty !== 'assumed';
  if (isKnown) return `ui-state.${card.uiState.value}`;
  return call?.progress == null ? undefined : progressKey(call.progress, call.direction);
}

/**
 * What the portal calls connecting lasts from the first ring to the answer. To the operator that is a
 * call that comes in, or one that is being made; a callback rings at the operator's phone first.
 */
function progressKey(progress: CallProgress, direction: CallDirection | null): StateKey {
  if (progress !== 'connecting' || direction === null) return `progress.${progress}`;
  return direction === 'outgoing' ? 'ui-state.connectingOutgoing' : 'ui-state.incoming';
}

/** Who is on the line. */
export function numberWords({number}: Call): string {
  return number.kind === 'number' ? number.value : text(`number.${number.kind}`);
}

/** A new call with its number, another state of the call, or why there is no connection. */
export function newsIn(snapshot: Snapshot, saidOf: string | undefined): News | undefined {
  if (snapshot.status === 'failed') {
    const what = `error.${snapshot.error.code}` as const;
    return {key: what, callId: undefined, what, newCall: undefined, isFailure: true};
  }
  const {call} = snapshot;
  const what = stateKey(snapshot);
  if (call === null && what === undefined) return undefined;
  const newCall = call?.id === saidOf ? undefined : (call ?? undefined);
  const key = `${call?.id ?? ''} ${what ?? ''}`;
  return {key, callId: call?.id, what, newCall, isFailure: false};
}

export function newsWords({what, newCall}: News): string {
  const state = what === undefined ? [] : [text(what)];
  return [...state, ...(newCall === undefined ? [] : [numberWords(newCall)])].join(', ');
}
