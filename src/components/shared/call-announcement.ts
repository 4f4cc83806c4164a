/** What is said aloud about a call: pure rules. */
import type {OpenCard, Snapshot} from '../../controller/snapshot.js';
import {text} from '../../i18n/text.js';
import type {CallCardErrorCode} from '../../model/errors/call-card-error.js';
import {
  clientKey,
  type Call,
  type CallDirection,
  type CallProgress,
} from '../../model/call/call.js';
import type {AnyUiState} from '../../model/card/ui-state.js';

/** One thing worth saying. */
export interface CallAnnouncement {
  /** Tells it from what was said before. */
  readonly key: string;
  /** Whom it is about; none for a failed connection. */
  readonly client: string | undefined;
  readonly what: StateKey | `error.${CallCardErrorCode}` | undefined;
  /** Of a call that was not spoken of before. */
  readonly newCall: Call | undefined;
  /** Whether it is why there is no connection. */
  readonly isFailure: boolean;
}

export type StateKey =
  `ui-state.${AnyUiState}` | `ui-state.redial.${'none' | 'begun'}` | `progress.${CallProgress}`;

/** The key of the state in words: the card's where it is known, otherwise the portal's view. */
export function stateKey({card, call}: Snapshot): StateKey | undefined {
  // What is assumed is nothing to be told, and the portal's view is `connected` from the first ring on.
  if (card.status === 'open')
    return card.uiState.certainty === 'assumed' ? undefined : cardKey(card);
  // The portal's last word is of a card that is no more.
  if (card.status === 'closed') return undefined;
  const progress = call?.progress ?? null;
  return progress === null ? undefined : progressKey(progress, call?.direction ?? null);
}

/**
 * What the portal calls connecting lasts from the first ring to the answer. To the operator that is a
 * call that comes in, or one that is being made; a callback rings at the operator's phone first.
 */
function progressKey(progress: CallProgress, direction: CallDirection | null): StateKey {
  if (progress !== 'connecting' || direction === null) return `progress.${progress}`;
  return direction === 'outgoing' ? 'ui-state.connectingOutgoing' : 'ui-state.incoming';
}

/** The portal has one state for all calls that are over and may be tried again, whatever became of them. */
function cardKey({uiState: {value}, conversation}: OpenCard): StateKey {
  const isKnown = value === 'redial' && conversation !== 'unknown';
  return isKnown ? `ui-state.redial.${conversation}` : `ui-state.${value}`;
}

/** Who is on the line. */
export function numberWords({number}: Call): string {
  return number.kind === 'number' ? number.value : text(`number.${number.kind}`);
}

/** A new call with its number, another state of the call, or why there is no connection. */
export function announcementsIn(
  snapshot: Snapshot,
  saidOf: string | undefined,
): CallAnnouncement | undefined {
  if (snapshot.status === 'failed') {
    const what = `error.${snapshot.error.code}` as const;
    return {key: what, client: undefined, what, newCall: undefined, isFailure: true};
  }
  const {call} = snapshot;
  const what = stateKey(snapshot);
  if (call === null && what === undefined) return undefined;
  const client = call === null ? undefined : clientKey(call);
  const newCall = client === saidOf ? undefined : (call ?? undefined);
  return {key: `${client ?? ''} ${what ?? ''}`, client, what, newCall, isFailure: false};
}

export function announcementText({what, newCall}: CallAnnouncement): string {
  const state = what === undefined ? [] : [text(what)];
  return [...state, ...(newCall === undefined ? [] : [numberWords(newCall)])].join(', ');
}
