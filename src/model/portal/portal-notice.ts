/** What happened on the connection beside the answers that were waited for. Contains no token. */
export type PortalNotice =
  /** An answer after the time limit, or a second one; it changed nothing. */
  | {readonly kind: 'late-answer'; readonly command: string}
  /** A message of the portal that is not JSON. */
  | {readonly kind: 'malformed'; readonly command: string}
  /** A message of another window or another origin; it was not read. */
  | {readonly kind: 'foreign'}
  /** Of the portal, but for a callback of another client on the page. */
  | {readonly kind: 'unknown-callback'}
  /** The same event through a second binding; it was told once. */
  | {readonly kind: 'doubled-event'; readonly event: string}
  /** A REST request that was answered, or not (`status` 0). `duration` is in milliseconds. */
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly status: number;
      readonly duration: number;
    }
  /** The access token was renewed, or could not be. */
  | {readonly kind: 'renewal'; readonly renewed: boolean};
