/** A page of the app's origin, without the kit, that speaks to other frames. */
import {serveTasks} from '../../pages/probe.js';

const channels = new Map<string, BroadcastChannel>();

serveTasks({
  broadcast: ({channel, text}: {channel: string; text: string}) => {
    const open = channels.get(channel) ?? new BroadcastChannel(channel);
    channels.set(channel, open);
    open.postMessage(text);
  },
  /** Takes a lock, for as long as the page is there. */
  hold: (name: string) =>
    new Promise<void>((resolve) => {
      void navigator.locks.request(name, () => {
        resolve();
        return new Promise(() => undefined);
      });
    }),
  /** Repeats a text, so that only a short one has to reach this page. */
  flood: ({channel, text, times}: {channel: string; text: string; times: number}) => {
    new BroadcastChannel(channel).postMessage(text.repeat(times));
  },
  /** Says it to the frame of the portal page at this place. */
  tell: ({index, text}: {index: number; text: string}) => {
    parent.frames[index]?.postMessage(text, '*');
  },
});
