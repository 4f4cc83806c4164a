/** Records the outcome of every action and command in a run that kills the leading frames. */
import {asObject, type JsonObject} from '../../src/model/parse/reading.js';

/** An action that the app in a frame has received. */
interface Hearing {
  readonly frame: string;
  readonly interrupted: boolean;
  /** The time by the frames' common clock, since reports of two frames may arrive out of order. */
  readonly at: number;
}

export class KillLedger {
  /** Asked for in a frame that lived on, so that it must arrive. */
  readonly #asked = new Set<string>();
  /** Asked for in a frame that was killed with it: it may have died before it could say so. */
  readonly #doomed = new Set<string>();
  readonly #heard = new Map<string, Hearing[]>();
  readonly #outcomes = new Map<string, unknown>();
  readonly commands: Record<string, number> = {};
  readonly kills: Record<string, number> = {};
  #texts = 0;

  /** A new action's text, which says how long the app is at it. */
  newAction(milliseconds: number, isDoomed = false): string {
    this.#texts += 1;
    const text = `a${this.#texts} ${milliseconds}`;
    (isDoomed ? this.#doomed : this.#asked).add(text);
    return text;
  }

  outcome(text: string, outcome: unknown): void {
    this.#outcomes.set(text, outcome);
  }

  command(outcome: unknown): void {
    const {status, code} = asObject(outcome) ?? {};
    const name = status === 'done' ? 'done' : String(code);
    this.commands[name] = (this.commands[name] ?? 0) + 1;
  }

  killed(how: string): void {
    this.kills[how] = (this.kills[how] ?? 0) + 1;
  }

  /** Adds a frame's report. */
  told(frame: string, event: unknown): void {
    const {heard, interrupted, at} = asObject(event) ?? {};
    if (typeof heard !== 'string') return;
    const hearing = {frame, interrupted: interrupted === true, at: Number(at)};
    const hearings = [...(this.#heard.get(heard) ?? []), hearing];
    this.#heard.set(
      heard,
      hearings.sort((a, b) => a.at - b.at),
    );
  }

  /** The actions that the app should have received, but has not yet. */
  get missing(): readonly string[] {
    return [...this.#asked].filter((text) => !this.#heard.has(text));
  }

  /** The violations of the rules. */
  get faults(): readonly string[] {
    return [...this.#lost(), ...this.#repeated(), ...this.#misreported()];
  }

  get counts(): JsonObject {
    const hearings = [...this.#heard.values()].flat();
    const outcomes: Record<string, number> = {};
    for (const outcome of this.#outcomes.values()) {
      outcomes[String(outcome)] = (outcomes[String(outcome)] ?? 0) + 1;
    }
    return {
      kills: this.kills,
      actions: this.#asked.size,
      'of killed frames': this.#doomed.size,
      outcomes,
      heard: hearings.filter(({interrupted}) => !interrupted).length,
      'told as interrupted': hearings.filter(({interrupted}) => interrupted).length,
      commands: this.commands,
    };
  }

  #lost(): readonly string[] {
    return this.missing.map((text) => `${text} was never heard: ${this.#endOf(text)}`);
  }

  /** An action is new once, at first. */
  #repeated(): readonly string[] {
    return [...this.#heard].flatMap(([text, [, ...again]]) =>
      again.some(({interrupted}) => !interrupted)
        ? `${text} was repeated in silence: ${JSON.stringify(this.#heard.get(text))}`
        : [],
    );
  }

  #misreported(): readonly string[] {
    return [...this.#outcomes.keys()].flatMap((text) => {
      const hearings = this.#heard.get(text) ?? [];
      const outcome = this.#outcomes.get(text);
      const isTold = hearings.some(({interrupted}) => interrupted);
      const isTrue =
        outcome === 'done'
          ? hearings[0]?.interrupted === false
          : outcome === 'interrupted' && isTold;
      return isTrue ? [] : `${text} ended as ${String(outcome)}: ${JSON.stringify(hearings)}`;
    });
  }

  #endOf(text: string): string {
    return this.#outcomes.has(text) ? String(this.#outcomes.get(text)) : 'no outcome';
  }
}
