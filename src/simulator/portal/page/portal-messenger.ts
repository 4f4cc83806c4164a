/** The portal's messenger: what apps ask of it is kept, and said in a box on the page. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import {adoptCardStyle} from '../card/card-style.js';
import {make, makeButton} from './dom.js';

/** What an app asked of the messenger, by the command's name. */
export interface MessengerRequest {
  readonly command: MessengerCommand;
  readonly parameters: JsonObject;
}

/** Their handlers take no callback: an app never hears what became of one. */
const WORDS = {
  imPhoneTo: ({phone}) => `Calling ${asText(phone) ?? ''}`,
  imCallTo: ({userId, video}) =>
    `Calling user ${asText(userId) ?? ''}${video === false ? '' : ' by video'}`,
  imOpenMessenger: ({dialogId}) => `Messenger ${asText(dialogId) ?? ''}`.trim(),
  imOpenHistory: ({dialogId}) => `History of ${asText(dialogId) ?? ''}`,
} satisfies Readonly<Record<string, (parameters: JsonObject) => string>>;

export type MessengerCommand = keyof typeof WORDS;

export const MESSENGER_COMMANDS = Object.keys(WORDS) as readonly MessengerCommand[];

export class Messenger {
  readonly #document: Document;
  #requests: readonly MessengerRequest[] = [];
  #box: HTMLElement | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Everything that apps asked for, oldest first. */
  get requests(): readonly MessengerRequest[] {
    return this.#requests;
  }

  ask(command: MessengerCommand, parameters: JsonObject): void {
    this.#requests = [...this.#requests, {command, parameters}];
    this.#show(WORDS[command](parameters));
  }

  dispose(): void {
    this.#box?.remove();
    this.#box = null;
  }

  #show(text: string): void {
    const document = this.#document;
    this.#box?.remove();
    adoptCardStyle(document);
    this.#box = make(document, 'div', {
      class: 'portal-messenger',
      attributes: {role: 'status'},
      children: [make(document, 'p', {text}), makeButton(document, 'Close', () => this.dispose())],
    });
    document.body.append(this.#box);
  }
}
