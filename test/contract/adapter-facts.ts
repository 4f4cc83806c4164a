/**
 * Where the three adapters differ, and why. Each difference is one that the client library below
 * leaves no way around; everything else is the same for all of them.
 */

export interface AdapterFacts {
  readonly name: string;
  /** The app's page, in test/pages. */
  readonly page: string;
  /** How the first message is written, up to the callback id. */
  readonly opening: string;
  /**
   * Who asks the portal for the page's context. BX24.js and the kit's own adapter do when they are
   * told to; b24jssdk has done it before there is anything to make an adapter of, so that a portal
   * which is silent then, or talks nonsense, is the library's affair.
   */
  readonly firstQuestion: 'adapter' | 'library';
  /**
   * What becomes of an answer that is not JSON. BX24.js keeps it to itself, so that it can not be
   * told from silence.
   */
  readonly garbage: 'bad-answer' | 'silence';
  /** The same once the answer is later than 900 ms: b24jssdk drops it without a word then, too. */
  readonly lateGarbage: 'bad-answer' | 'silence';
  /** Whether messages that are not for this client can be counted: libraries drop them unseen. */
  readonly seesStrangers: boolean;
  /**
   * Whether the sender's window is checked. Both libraries look at the origin alone, so that another
   * window of the portal could answer if it knew the callback's id.
   */
  readonly checksWindow: boolean;
  /** What the port hands on for an event without a value. BX24.js makes an empty list of it. */
  readonly noValue: readonly [] | undefined;
  /**
   * What happens without a token in the portal's first answer. The libraries don't tell "none" from
   * "expired", so that the adapter asks for another one at the first request.
   */
  readonly withoutToken: 'refused' | 'renewed';
  /** Whether the path below which REST is gets through. The libraries know no other than `/rest`. */
  readonly restPath: 'told' | 'fixed';
}

export const FRAME: AdapterFacts = {
  name: 'frame',
  page: 'contract-frame.html',
  opening: 'getInitData:',
  firstQuestion: 'adapter',
  garbage: 'bad-answer',
  lateGarbage: 'bad-answer',
  seesStrangers: true,
  checksWindow: true,
  noValue: undefined,
  withoutToken: 'refused',
  restPath: 'told',
};

export const B24JSSDK: AdapterFacts = {
  name: 'b24jssdk',
  page: 'contract-b24jssdk.html',
  opening: 'getInitData:',
  firstQuestion: 'library',
  garbage: 'bad-answer',
  lateGarbage: 'silence',
  seesStrangers: false,
  checksWindow: false,
  noValue: undefined,
  withoutToken: 'renewed',
  restPath: 'fixed',
};

export const BX24: AdapterFacts = {
  name: 'BX24',
  page: 'contract-bx24.html',
  opening: 'getInitData::',
  firstQuestion: 'adapter',
  garbage: 'silence',
  lateGarbage: 'silence',
  seesStrangers: false,
  checksWindow: false,
  noValue: [],
  withoutToken: 'renewed',
  restPath: 'fixed',
};
