/** The portal's side of the window protocol without a frame: a window whose parent is the test. */
export interface PostedMessage {
  readonly command: string;
  readonly parameters: unknown;
  readonly callback: string;
  readonly sid: string;
  readonly text: string;
  readonly targetOrigin: string;
}

export const HOST_ORIGIN = 'https://portal.example';

export class FakeHost extends EventTarget {
  /** What the app posted, in order. */
  readonly posted: PostedMessage[] = [];
  /** Answers a command at once with the returned text after `CALLBACK:`; `undefined` for no answer. */
  answer: (message: PostedMessage) => string | undefined = () => undefined;
  readonly name: string;
  readonly parent: {postMessage: (text: string, targetOrigin: string) => void};

  constructor(name = 'portal.example|1|sid') {
    super();
    this.name = name;
    this.parent = {
      postMessage: (text, targetOrigin) => {
        const message = {...parse(text), text, targetOrigin};
        this.posted.push(message);
        const answer = this.answer(message);
        if (answer !== undefined) this.say(`${message.callback}:${answer}`);
      },
    };
  }

  /** The window that is given to the adapter. */
  get window(): Window {
    return this as unknown as Window;
  }

  /** Posts a message to the app, by default as the portal itself. */
  say(data: unknown, from: {origin?: string; source?: unknown} = {}): void {
    const event = new MessageEvent('message', {data, origin: from.origin ?? HOST_ORIGIN});
    // The constructor accepts real windows only.
    Object.defineProperty(event, 'source', {value: 'source' in from ? from.source : this.parent});
    this.dispatchEvent(event);
  }

  /** The last message with this command. */
  last(command: string): PostedMessage {
    const message = this.posted.filter((posted) => posted.command === command).at(-1);
    if (message === undefined) throw new Error(`${command} was not posted.`);
    return message;
  }
}

function parse(text: string): Omit<PostedMessage, 'text' | 'targetOrigin'> {
  const parts = text.split(':');
  const json = parts.slice(1, -2).join(':');
  return {
    command: parts[0] ?? '',
    parameters: json === '' ? undefined : (JSON.parse(json) as unknown),
    callback: parts.at(-2) ?? '',
    sid: parts.at(-1) ?? '',
  };
}
