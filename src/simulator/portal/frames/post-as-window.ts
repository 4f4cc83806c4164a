/**
 * Posts messages as a given page. The `source` of a message is the window whose script posts it, and an
 * app accepts messages from its parent window only. A page whose code runs in another window therefore
 * gets a small script of its own that posts for it.
 */

type PostMessage = (target: Window, text: string, targetOrigin: string) => void;

const POST_EVENT = 'portal-page-post';

const SCRIPT = `addEventListener('${POST_EVENT}', ({detail}) => {
  detail.target.postMessage(detail.text, detail.targetOrigin);
});`;

/**
 * A function that posts messages whose `source` is the window of the document.
 *
 * @throws Error - the document has no window
 */
export function messagePosterOf(document: Document): PostMessage {
  const {defaultView} = document;
  if (defaultView === null) throw new Error('the portal needs a document with a window');
  if (defaultView === globalThis.window) {
    return (target, text, targetOrigin) => target.postMessage(text, targetOrigin);
  }
  const script = document.createElement('script');
  script.textContent = SCRIPT;
  document.head.append(script);
  return (target, text, targetOrigin) => {
    const detail = {target, text, targetOrigin};
    defaultView.dispatchEvent(new CustomEvent(POST_EVENT, {detail}));
  };
}
