/** Empties what the pages of the app have kept in this tab, so that no test finds what another left. */
import {pageOf} from '../simulator/portal/remote-app.js';

export async function forgetStorage(): Promise<void> {
  const frame = document.createElement('iframe');
  frame.src = pageOf('forget.html');
  const forgotten = new Promise<void>((resolve) => {
    const hear = ({source}: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow) return;
      window.removeEventListener('message', hear);
      resolve();
    };
    window.addEventListener('message', hear);
  });
  document.body.append(frame);
  await forgotten;
  frame.remove();
}
