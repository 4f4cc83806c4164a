/** The address of a portal page. A page that the simulator makes has no URL of its own, but an origin. */
export interface PageAddress {
  readonly origin: string;
  readonly host: string;
  readonly secure: boolean;
}

export function addressOf({defaultView, location}: Document): PageAddress {
  const {origin, host, protocol} = new URL(defaultView?.origin ?? location.origin);
  return {origin, host, secure: protocol === 'https:'};
}
