/** What a live region announces about a call: pure rules. */
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

export interface CallAnnouncement {
  /** Differs from the key of any other announcement about the same controller. */
  readonly key: string;
  /** The key of the client, see `clientKey`; none for a failed connection. */
  readonly client: string | undefined;
  readonly what: StateKey | `error.${CallCardErrorCode}` | undefined;
  /** The call, unless an announcement about its client came before. */
  readonly newCall: Call | undefined;
  /** Whether it is about a failed connection. */
  readonly isFailure: boolean;
}

export type StateKey =
  `ui-state.${AnyUiState}` | `ui-state.redial.${'none' | 'begun'}` | `progress.${CallProgress}`;

/** The key of the state's text: the card's state where it is known, otherwise the portal's. */
export function stateKey({card, call}: Snapshot): StateKey | undefined {
  // An assumed state is not announced, and the portal says `connected` from the first ring on.
  if (card.status === 'open')
    return card.uiState.certainty === 'assumed' ? undefined : cardKey(card);
  // The portal's last state is that of the card that has closed.
  if (card.status === 'closed') return undefined;
  const progress = call?.progress ?? null;
  return progress === null ? undefined : progressKey(progress, call?.direction ?? null);
}

/**
 * The portal says `connecting` from the first ring to the answer. For the operator that is an incoming
 * call, or an outgoing one that is being dialled; a callback rings at the operator's phone first.
 */
function progressKey(progress: CallProgress, direction: CallDirection | null): StateKey {
  if (progress !== 'connecting' || direction === null) return `progress.${progress}`;
  return direction === 'outgoing' ? 'ui-state.connectingOutgoing' : 'ui-state.incoming';
}

/** The portal has one state, `redial`, for all calls that are over; the text says how the call ended. */
function cardKey({uiState: {value}, conversation}: OpenCard): StateKey {
  const isKnown = value === 'redial' && conversation !== 'unknown';
  return isKnown ? `ui-state.redial.${conversation}` : `ui-state.${value}`;
}

/** The number of the call, or the text for a hidden or unknown one. */
export function numberWords({number}: Call): string {
  return number.kind === 'number' ? number.value : text(`number.${number.kind}`);
}

/**
 * What there is to announce about a snapshot: a new call with its number, the state of the call, or the
 * reason why there is no connection.
 *
 * @param announcedClient - the client of the last announcement
 */
export function announcementIn(
  snapshot: Snapshot,
  announcedClient: string | undefined,
): CallAnnouncement | undefined {
  if (snapshot.status === 'failed') {
    const what = `error.${snapshot.error.code}` as const;
    return {key: what, client: undefined, what, newCall: undefined, isFailure: true};
  }
  const {call} = snapshot;
  const what = stateKey(snapshot);
  if (call === null && what === undefined) return undefined;
  const client = call === null ? undefined : clientKey(call);
  const newCall = client === announcedClient ? undefined : (call ?? undefined);
  return {key: `${client ?? ''} ${what ?? ''}`, client, what, newCall, isFailure: false};
}

export function announcementText({what, newCall}: CallAnnouncement): string {
  const state = what === undefined ? [] : [text(what)];
  return [...state, ...(newCall === undefined ? [] : [numberWords(newCall)])].join(', ');
}
