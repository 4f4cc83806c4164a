/** What one frame of the app tells the others about itself. */
import {readCall, type Call} from '../call/call.js';
import {CARD_COMMAND_NAMES, type CardCommandName} from '../card/card-command.js';
import {writeCall} from './hub-call.js';
import {readCount} from '../parse/hub-values.js';
import {ANNOUNCED_ACTIONS, type AnnouncedAction} from '../card/operator-action.js';
import {asText, isObject, type JsonObject} from '../parse/reading.js';

export const FRAME_ROLES = ['tab', 'worker', 'slider', 'other'] as const;

/** `tab`: in a call card; `worker`: hidden, on every page; `slider`: any page of the app in one. */
export type FrameRole = (typeof FRAME_ROLES)[number];

/**
 * How well a frame is suited to lead: one with a telephony engine first, then a worker and then any
 * other frame in which somebody listens to the operator's actions. One without never leads.
 */
export const LEADER_RANKS = ['engine', 'listening-worker', 'listening', 'none'] as const;

export type LeaderRank = (typeof LEADER_RANKS)[number];

/** How a frame notices that others end, and takes part in choosing who leads. */
export type LivenessKind = 'locks' | 'heartbeat';

export interface HubFrame {
  readonly id: string;
  readonly role: FrameRole;
  /** When it was loaded, in milliseconds since the epoch. */
  readonly since: number;
  /** The call that its card shows, or that its tab was opened for. */
  readonly callId: string | null;
  /**
   * In a campaign, the call of the present client as the portal has told it to this tab. A worker is
   * told neither its id nor its bindings.
   */
  readonly client: Call | null;
  /** When the portal opened that card, in milliseconds since the epoch: it may give two calls one id. */
  readonly cardSince?: number;
  /** What its own placement can run now. */
  readonly commands: readonly CardCommandName[];
  readonly rank: LeaderRank;
  /** What it does of the actions that not every app does. */
  readonly handles: readonly AnnouncedAction[];
  readonly liveness: LivenessKind;
  /** Whether its timers run once a minute, as in a page that is hidden for long; noticed without locks. */
  readonly throttled: boolean;
}

/** A frame as it described itself; nothing when it can't be read. */
export function readHubFrame(id: string, value: unknown): HubFrame | undefined {
  if (!isObject(value)) return undefined;
  const role = FRAME_ROLES.find((each) => each === value['role']);
  const rank = LEADER_RANKS.find((each) => each === value['rank']);
  // An older kit does not say it, and its frames without locks are not noticed.
  const liveness = value['liveness'] === 'heartbeat' ? 'heartbeat' : 'locks';
  const {since, commands} = value;
  if (role === undefined || rank === undefined || typeof since !== 'number') return undefined;
  if (!Array.isArray(commands)) return undefined;
  // A newer kit may have more commands: those are not for this one.
  const known = CARD_COMMAND_NAMES.filter((name) => commands.includes(name));
  const callId = asText(value['callId']) ?? null;
  const client = isObject(value['client']) ? readCall(value['client']).value : null;
  const announced: readonly unknown[] = Array.isArray(value['handles']) ? value['handles'] : [];
  const handles = ANNOUNCED_ACTIONS.filter((name) => announced.includes(name));
  const throttled = value['throttled'] === true;
  const cardSince = readCount(value['cardSince']);
  const card = cardSince === undefined ? {} : {cardSince};
  return {
    id,
    role,
    since,
    callId,
    ...card,
    client,
    commands: known,
    rank,
    handles,
    liveness,
    throttled,
  };
}

/** The form in which it travels. */
export function writeHubFrame({client, ...frame}: HubFrame): JsonObject {
  return {...frame, client: client === null ? null : writeCall(client)};
}

/** The order in which frames come to lead: by rank, those whose timers are late last, then by age. */
export function byPrecedence(a: HubFrame, b: HubFrame): number {
  return bySuitability(a, b) || a.since - b.since || (a.id < b.id ? -1 : 1);
}

/** Whether the one should lead rather than the other: that one never does while it is there. */
export function isBetterSuited(a: HubFrame, b: HubFrame): boolean {
  return bySuitability(a, b) < 0;
}

/** The same by rank alone, which does not depend on what becomes of the page. */
export function hasBetterRank(a: HubFrame, b: HubFrame): boolean {
  return byRank(a, b) < 0;
}

function bySuitability(a: HubFrame, b: HubFrame): number {
  return byRank(a, b) || Number(a.throttled) - Number(b.throttled);
}

function byRank(a: HubFrame, b: HubFrame): number {
  return LEADER_RANKS.indexOf(a.rank) - LEADER_RANKS.indexOf(b.rank);
}

export function mayLead({rank}: HubFrame): boolean {
  return rank !== 'none';
}
