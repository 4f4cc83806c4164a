/** Empties the app's storage in this tab, so that tests do not influence each other. */
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
