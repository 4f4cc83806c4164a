/** The portal's messenger and telephone: keeps the requests of apps and shows them in a box on the page. */
import {asText, type JsonObject} from '../../../model/parse/reading.js';
import {adoptCardStyle} from '../card/card-style.js';
import {make, makeButton} from './dom.js';

/** A request of an app to the messenger. */
export interface MessengerRequest {
  readonly command: MessengerCommand;
  readonly parameters: JsonObject;
}

/** The text in the box by command. A portal answers none of these commands. */
const TEXTS = {
  imPhoneTo: ({phone}) => `Calling ${asText(phone) ?? ''}`,
  imCallTo: ({userId, video}) =>
    `Calling user ${asText(userId) ?? ''}${video === false ? '' : ' by video'}`,
  imOpenMessenger: ({dialogId}) => `Messenger ${asText(dialogId) ?? ''}`.trim(),
  imOpenHistory: ({dialogId}) => `History of ${asText(dialogId) ?? ''}`,
} satisfies Readonly<Record<string, (parameters: JsonObject) => string>>;

export type MessengerCommand = keyof typeof TEXTS;

export const MESSENGER_COMMANDS = Object.keys(TEXTS) as readonly MessengerCommand[];

/** The messenger of one portal page. */
export class Messenger {
  readonly #document: Document;
  #requests: readonly MessengerRequest[] = [];
  #box: HTMLElement | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** The requests of all apps, the oldest first. */
  get requests(): readonly MessengerRequest[] {
    return this.#requests;
  }

  /** Adds a request and shows it. */
  addRequest(command: MessengerCommand, parameters: JsonObject): void {
    this.#requests = [...this.#requests, {command, parameters}];
    this.#show(TEXTS[command](parameters));
  }

  /** Removes the box from the page. */
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
