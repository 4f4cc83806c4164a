/**
 * Last-writer-wins registers, ordered by a Lamport clock: of two commands that set the same thing of one
 * call, the later one counts in each frame, in whatever order they arrive. Frames that come later are told
 * what was set, so that a card whose worker was away comes to show it, too.
 */
import {BoundedMap} from '../../model/bounded-map.js';
import {CARD_COMMANDS, type CardCommandName} from '../../model/card/card-command.js';
import type {Card} from '../../model/card/card.js';
import type {SharedCall} from '../../model/hub/hub-call.js';
import {MOST_HUB_ITEMS} from '../../model/parse/hub-values.js';
import type {HubSetting, LamportStamp} from '../../model/hub/hub-message.js';
import {afterCommand} from '../../model/card/card-reducer.js';
import type {Clock} from '../../model/clock.js';
import {isSameOpening} from '../call-openings.js';

export class LastWriterWins {
  /** The newest command for each thing that a command sets. */
  readonly #newest = new BoundedMap<string, HubSetting>(MOST_HUB_ITEMS);
  #count = 0;

  /** The stamp of a new command. */
  next(frameId: string): LamportStamp {
    this.#count += 1;
    return {count: this.#count, frameId};
  }

  /** Takes note of a command. Returns false for one that is overtaken: what it sets is newer already. */
  take(setting: HubSetting): boolean {
    const {callId, opening, stamp, command} = setting;
    this.#count = Math.max(this.#count, stamp.count);
    const slot = slotOf(command.name);
    if (slot === undefined) {
      if (command.name === 'close') this.#forget(callId, opening);
      return true;
    }
    const key = `${slot} ${opening} ${callId ?? ''}`;
    const newest = this.#newest.get(key);
    if (newest !== undefined && !isBefore(newest.stamp, stamp)) return false;
    this.#newest.renew(key, setting);
    return true;
  }

  /** All that was set and is not set otherwise since, in its order. */
  get settings(): readonly HubSetting[] {
    return [...this.#newest.values()].sort((a, b) => (isBefore(a.stamp, b.stamp) ? -1 : 1));
  }

  /** What the card of a call should show: what is known of it, with what was set since. */
  applied({call, opening}: SharedCall, card: Card, clock: Clock): Card {
    return this.settings
      .filter(({callId, ...of}) => callId === call.id && isSameOpening(of.opening, opening))
      .reduce((shown, {command}) => afterCommand(shown, command, clock.now()), card);
  }

  clear(): void {
    this.#newest.clear();
  }

  #forget(callId: string | null, opening: number): void {
    for (const [key, setting] of this.#newest) {
      const isOfCard = setting.callId === callId && isSameOpening(setting.opening, opening);
      if (isOfCard) this.#newest.delete(key);
    }
  }
}

/** What a command sets; nothing for one that sets nothing, and for what each card has for itself. */
function slotOf(name: CardCommandName): string | undefined {
  const {answer, placement} = CARD_COMMANDS[name];
  if (answer === 'value' || placement === 'call-card' || name === 'close') return undefined;
  return name === 'startTimer' || name === 'stopTimer' ? 'timer' : name;
}

function isBefore(a: LamportStamp, b: LamportStamp): boolean {
  return a.count < b.count || (a.count === b.count && a.frameId < b.frameId);
}
