/** The words of `<call-summary>`. */
import type {CallDirection, CallProgress} from '../../model/call.js';

export const summaryTexts = {
  'summary.label': 'Call',
  'summary.no-call': 'No call',
  'number.hidden': 'Hidden number',
  'number.unknown': 'Unknown number',
  'number.copy': 'Copy the number',
  'number.copied': 'Copied',
  'number.not-copied': 'The number could not be copied.',
  'direction.incoming': 'Incoming',
  'direction.outgoing': 'Outgoing',
  'direction.callback': 'Callback',
  'progress.idle': 'Not connected',
  'progress.connecting': 'Connecting',
  'progress.connected': 'Connected',
  line: 'Line',
  duration: 'Duration',
  campaign: 'Campaign',
} as const satisfies Record<`direction.${CallDirection}` | `progress.${CallProgress}`, string> &
  Record<string, string>;
