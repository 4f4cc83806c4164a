/** Windows of a page that is made of frames, as far as a frame may look at those of others. */
interface Posted {
  readonly text: unknown;
  readonly targetOrigin: string | undefined;
}

export class FakeWindow extends EventTarget {
  /** What was posted to this window. */
  readonly posted: Posted[] = [];
  readonly frames: (FakeWindow | undefined)[] = [];
  readonly parent: FakeWindow;
  origin = 'https://app.example';
  closed = false;

  /** @param parent - the window in which it is a frame; none for the page itself */
  constructor(parent?: FakeWindow) {
    super();
    this.parent = parent ?? this;
    parent?.frames.push(this);
  }

  get top(): FakeWindow {
    return this.parent === this ? this : this.parent.top;
  }

  /** The window as code for a browser takes it. */
  get window(): Window {
    return this as unknown as Window;
  }

  /** The number of messages that were posted to this window. */
  get heard(): number {
    return this.posted.length;
  }

  postMessage(text: unknown, options: {readonly targetOrigin?: string} = {}): void {
    this.posted.push({text, targetOrigin: options.targetOrigin});
  }

  /** The window gets a message. */
  get(data: unknown, source: FakeWindow | null, origin = this.origin): void {
    const event = new Event('message');
    this.dispatchEvent(Object.assign(event, {data, source, origin}));
  }
}
