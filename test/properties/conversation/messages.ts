/** What is known about one message that the app has sent, and what became of it. */
import type {PostedMessage} from '../../support/fake-host.js';
import {ALL_COMMANDS, LIMITS, SILENT} from './facts.js';
import type {CardCommandName} from '../../../src/model/card/card-command.js';

export type Outcome =
  | {readonly status: 'done'; readonly value: unknown}
  | {readonly status: 'failed'; readonly code: string};

export class Asked {
  readonly message: PostedMessage;
  /** The card's command; none for the commands of every placement. */
  readonly name: CardCommandName | undefined;
  /** Counts the messages. */
  readonly order: number;
  readonly until: number;
  outcome: Outcome | undefined;
  /** Of a command that is confirmed by silence: whether the card has what came of it. */
  isShown = false;

  constructor(message: PostedMessage, order: number, now: number) {
    this.message = message;
    this.name = ALL_COMMANDS[message.command];
    this.order = order;
    this.until = now + limitOf(message.command);
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return (this.message.parameters ?? {}) as Readonly<Record<string, unknown>>;
  }

  get isSilent(): boolean {
    return SILENT.has(this.message.command);
  }
}

function limitOf(command: string): number {
  if (SILENT.has(command)) return LIMITS.silence;
  if (command === 'getInitData') return LIMITS.first;
  return command === 'openPath' ? LIMITS.slider : LIMITS.answer;
}

/** What a text after `CALLBACK:` says to a command. */
export function outcomeOf(text: string, isCardCommand: boolean): Outcome {
  if (text === '') return {status: 'done', value: undefined};
  const read = parse(text);
  if (read === undefined) return {status: 'failed', code: 'bad-answer'};
  const {value} = read;
  const code = isCardCommand ? errorCodeIn(value) : undefined;
  return code === undefined ? {status: 'done', value} : {status: 'failed', code};
}

function errorCodeIn(answer: unknown): string | undefined {
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return undefined;
  const {result, errorCode} = first as {result?: unknown; errorCode?: unknown};
  if (result !== 'error') return undefined;
  const words = typeof errorCode === 'string' ? errorCode.toLowerCase() : '';
  if (words === 'call card is undefined') return 'no-card';
  if (words === 'invalid ui state') return 'invalid-ui-state';
  return words.startsWith('missing field') ? 'missing-field' : 'refused';
}

export function parse(text: string): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch {
    // Not JSON, which is what was asked.
    return undefined;
  }
}
