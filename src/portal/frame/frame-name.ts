/** What a portal writes into the name of the app's frame: `HOST|PROTOCOL|SID`. */
export interface FrameName {
  /** The portal's origin; messages count only from there. */
  readonly origin: string;
  /** Identifies this rendering of the frame. */
  readonly sid: string;
}

/** Reads `window.name`; nothing when the page was not opened by a portal. */
export function readFrameName(name: string): FrameName | undefined {
  const match = /^([^|/\\\s@?#]+)\|([01])\|([\w-]+)$/.exec(name);
  const [, host, protocol, sid] = match ?? [];
  if (host === undefined || sid === undefined) return undefined;
  try {
    return {origin: new URL(`${protocol === '1' ? 'https' : 'http'}://${host}`).origin, sid};
  } catch {
    // Not a host name: it is no portal that has named the frame.
    return undefined;
  }
}
