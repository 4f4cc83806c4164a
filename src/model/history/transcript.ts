/** What was said in a call: the answer of `crm.activity.call.getTranscript`. */
import {asObject, asText} from '../parse/reading.js';

/** Nothing where the portal has written none down, or not yet. */
export function readTranscript(result: unknown): string | null {
  return asText(asObject(result)?.['transcription'])?.trim() || null;
}
