/**
 * Lets a portal page speak for itself. A message bears the window whose script posts it, and an app
 * listens to its parent alone; so a page that is run from another window needs a script of its own.
 */

type Say = (target: Window, text: string, targetOrigin: string) => void;

const SPEAK = 'portal-page-speaks';

const SCRIPT = `addEventListener('${SPEAK}', ({detail}) => {
  detail.target.postMessage(detail.text, detail.targetOrigin);
});`;

/** Posts messages whose source is the document's window. */
export function voiceOf(document: Document): Say {
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
    defaultView.dispatchEvent(new CustomEvent(SPEAK, {detail}));
  };
}
