/** The commands and events that each placement offers an app, as `getInterface` lists them. */
import {CARD_COMMANDS} from '../../../model/card/card-command.js';
import {CARD_EVENTS} from '../../../model/card/card-event.js';

export interface OfferedNames {
  readonly command: readonly string[];
  readonly event: readonly string[];
}

export const CALL_CARD = 'CALL_CARD';
export const PAGE_BACKGROUND_WORKER = 'PAGE_BACKGROUND_WORKER';

/** A placement without commands and events of its own, or one that has not registered them yet. */
export const NOTHING_OFFERED: OfferedNames = {command: [], event: []};

const OFFERS: Readonly<Record<string, OfferedNames>> = {
  [CALL_CARD]: namesFor('call-card'),
  [PAGE_BACKGROUND_WORKER]: namesFor('background-worker'),
};

export function offeredIn(placement: string): OfferedNames {
  return OFFERS[placement] ?? NOTHING_OFFERED;
}

function namesFor(placement: 'call-card' | 'background-worker'): OfferedNames {
  const wireNames = (table: Readonly<Record<string, {wire: string; placement: string}>>) =>
    Object.values(table)
      .filter((entry) => entry.placement === placement)
      .map((entry) => entry.wire);
  return {command: wireNames(CARD_COMMANDS), event: wireNames(CARD_EVENTS)};
}
