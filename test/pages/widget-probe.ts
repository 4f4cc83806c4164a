/** Lets a test look at a widget and click in it, through the shadow roots. */
import {pageController} from '../../src/controller/connect.js';
import {controllerTasks} from './controller-tasks.js';
import {ELEMENT_TASKS} from './element-tasks.js';
import {serveTasks} from './probe.js';

/** The kit's tags that were elements when the panel said that it shows a record. */
const shownWith = new Promise<readonly string[]>((resolve) => {
  const look = (): void => {
    const tags = [...document.querySelectorAll(':defined')].map(({localName}) => localName);
    resolve(tags.filter((tag) => tag.includes('-')));
  };
  addEventListener('record-load', look, {capture: true, once: true});
});

/** A frame of the page's own, which says to the page whatever it is told. */
let inner: Promise<HTMLIFrameElement> | undefined;

serveTasks({
  ...controllerTasks(pageController()),
  ...ELEMENT_TASKS,
  shownWithRecord: () => shownWith,
  sayFromInside: async (text: string) => {
    const {contentWindow} = await (inner ??= openInner());
    contentWindow?.postMessage(text, '*');
  },
});

function openInner(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script>
    addEventListener('message', ({data}) => parent.postMessage(data, '*'));
  </script>`;
  const loaded = new Promise<HTMLIFrameElement>((resolve) => {
    frame.addEventListener('load', () => resolve(frame));
  });
  document.body.append(frame);
  return loaded;
}
