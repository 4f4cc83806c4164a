/** The usual way between the app's frames: a BroadcastChannel. */
import type {HearText, HubTransport} from '../hub-environment.js';

/** Nothing where the browser has none, or denies it to this frame. */
export function openChannel(name: string, hear: HearText): HubTransport | null {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({data}) => hear(data);
    return {
      reach: 'channel',
      post: (text) => channel.postMessage(text),
      close: () => channel.close(),
    };
  } catch {
    // Denied, as storage is: the frames beside this one can still be reached.
    return null;
  }
}
