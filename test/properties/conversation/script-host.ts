/**
 * The portal of a conversation: registers bindings as a portal does, answers what its script says,
 * and brings every message in a task of its own, as windows do.
 */
import {FakeHost, type PostedMessage} from '../../support/fake-host.js';
import {ALL_COMMANDS, COMMANDS, EVENTS, type PlacementKind} from './facts.js';
import type {Conversation} from './steps.js';

/** A text on its way to the app. */
export interface Delivery {
  readonly callback: string;
  readonly text: string;
}

const INIT = {
  LANG: 'en',
  DOMAIN: 'portal.example',
  PROTOCOL: 1,
  PATH: '/rest',
  AUTH_ID: 'secret-token',
  AUTH_EXPIRES: '3600',
  REFRESH_ID: 'secret-refresh',
  MEMBER_ID: 'member',
};

export class ScriptHost extends FakeHost {
  /** What is on its way, in order. */
  readonly deliveries: Delivery[] = [];
  /** The callbacks that the portal tells an event to: each binding of a registered name is one. */
  readonly bound = new Map<string, string[]>();
  readonly #delivering = new Map<string, string>();
  readonly #script: Conversation;
  readonly #kind: PlacementKind | undefined;
  readonly #replies: (string | null)[];
  #registered: Conversation['registered'];

  /** @param posted - is told of each message before it is answered */
  constructor(script: Conversation, posted: (message: PostedMessage) => void) {
    super();
    this.#script = script;
    this.#registered = script.registered;
    this.#replies = [...script.replies];
    if (script.code === 'CALL_CARD') this.#kind = 'call-card';
    if (script.code === 'PAGE_BACKGROUND_WORKER') this.#kind = 'background-worker';
    this.answer = (message) => {
      posted(message);
      for (const text of this.#answersTo(message)) {
        this.deliveries.push({callback: message.callback, text});
      }
      return undefined;
    };
  }

  /** Of several bindings of one event the first that delivers is the one that counts. */
  isFirstToDeliver(event: string, callback: string): boolean {
    const first = this.#delivering.get(event) ?? callback;
    this.#delivering.set(event, first);
    return first === callback;
  }

  /** The placement now has everything. */
  registerAll(): void {
    this.#registered = 'all';
  }

  #answersTo({command, callback, parameters}: PostedMessage): readonly string[] {
    switch (command) {
      case 'getInitData':
        return this.#initAnswers();
      case 'getInterface':
        return this.#listAnswers();
      case 'placementBindEvent': {
        const {event} = parameters as {event: string};
        if (this.#events().includes(event)) {
          this.bound.set(event, [...(this.bound.get(event) ?? []), callback]);
        }
        return [];
      }
      default: {
        const reply = command in ALL_COMMANDS ? this.#replies.shift() : null;
        return typeof reply === 'string' ? [reply] : [];
      }
    }
  }

  #initAnswers(): readonly string[] {
    const {init, code, options} = this.#script;
    const answer = JSON.stringify({...INIT, PLACEMENT: code, PLACEMENT_OPTIONS: options});
    switch (init) {
      case 'at once':
        return [answer];
      case 'twice':
        return [answer, '[]'];
      case 'malformed':
        return ['{'];
      case 'strange':
        return ['17'];
      case 'never':
        return [];
    }
  }

  #listAnswers(): readonly string[] {
    switch (this.#script.listing) {
      case 'at once':
        // Names may repeat.
        return [
          JSON.stringify({
            command: [...this.#commands(), ...this.#commands()],
            event: this.#events(),
          }),
        ];
      case 'malformed':
        return ['<html>'];
      case 'strange':
        return ['{"command":{"0":"getStatus","1":5},"event":null}'];
      case 'never':
        return [];
    }
  }

  #commands(): readonly string[] {
    return this.#kind === undefined ? [] : this.#present(Object.keys(COMMANDS[this.#kind]));
  }

  #events(): readonly string[] {
    return this.#kind === undefined ? [] : this.#present(Object.keys(EVENTS[this.#kind]));
  }

  #present(names: readonly string[]): readonly string[] {
    switch (this.#registered) {
      case 'all':
        return names;
      case 'half':
        return names.slice(0, Math.ceil(names.length / 2));
      case 'nothing':
        return [];
    }
  }
}
