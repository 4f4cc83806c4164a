/** The words of `<call-summary>`. */
import type {CallDirection, CallProgress} from '../../model/call/call.js';

export const summaryTexts = {
  'summary.label': 'Current call',
  'no-call': 'There is no call.',
  'number.hidden': 'Hidden number',
  'number.unknown': 'Unknown number',
  copy: 'Copy',
  'copy-number': 'Copy the number',
  copied: 'Copied',
  'not-copied': 'Could not be copied',
  'direction.incoming': 'Incoming',
  'direction.outgoing': 'Outgoing',
  'direction.callback': 'Callback',
  'progress.idle': 'Not connected',
  'progress.connecting': 'Connecting',
  'progress.connected': 'Connected',
  line: 'Line {name}',
  duration: 'Duration',
  'as-of': 'as of {time}',
  campaign: 'Campaign',
  held: 'On hold',
  muted: 'Muted',
  'try-again': 'Try again',
} as const satisfies Record<`direction.${CallDirection}` | `progress.${CallProgress}`, string> &
  Record<string, string>;
