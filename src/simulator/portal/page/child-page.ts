/** An empty page of the portal's origin, in an iframe of this page or in a window of its own. */

export interface ChildPage {
  readonly document: Document;
  /** Removes the page with everything in it. */
  remove(): void;
}

const STYLE = `html, body { margin: 0; block-size: 100%; overflow: hidden; }
body > iframe { inline-size: 100%; block-size: 100%; border: 0; }`;
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<style>${STYLE}</style></head><body></body></html>`;

/** Opens a page in an iframe. Its frames have the same `top` as those of this page. */
export async function openInFrame(container: Element, title: string): Promise<ChildPage> {
  const frame = container.ownerDocument.createElement('iframe');
  frame.className = 'portal-page-frame';
  frame.title = title;
  // A page from `srcdoc` has the origin of the page around it.
  frame.srcdoc = HTML;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, {once: true});
  });
  container.append(frame);
  await loaded;
  if (frame.contentDocument === null) throw new Error('the page was closed before it was loaded');
  return {document: frame.contentDocument, remove: () => frame.remove()};
}

/**
 * Opens a page in a window of its own, as browser tabs are: its frames are not related to those of this
 * page. Rejects where the browser blocks the window, as WebKit does without a click.
 */
export async function openInWindow(opener: Document, title: string): Promise<ChildPage> {
  const page = opener.defaultView?.open('about:blank');
  if (!page) throw new Error('the browser did not open a window');
  // Some versions of Firefox replace the first, empty document by another one.
  if (page.document.readyState !== 'complete') {
    await new Promise((resolve) => {
      page.addEventListener('load', resolve, {once: true});
    });
  }
  const {document} = page;
  document.title = title;
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
  return {document, remove: () => page.close()};
}
