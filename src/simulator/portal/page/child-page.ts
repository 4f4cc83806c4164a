/** Another page of the portal: in a frame of this one, or in a window of its own. */

/** An empty page of the portal's origin. */
export interface ChildPage {
  readonly document: Document;
  /** Takes it away, with everything in it. */
  remove(): void;
}

const STYLE = `html, body { margin: 0; block-size: 100%; overflow: hidden; }
body > iframe { inline-size: 100%; block-size: 100%; border: 0; }`;
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<style>${STYLE}</style></head><body></body></html>`;

/** A page in a frame: what is in it has the same `top` as this page. */
export async function openInFrame(container: Element, title: string): Promise<ChildPage> {
  const frame = container.ownerDocument.createElement('iframe');
  frame.className = 'portal-page-frame';
  frame.title = title;
  // Such a page has the origin of the one that it is in.
  frame.srcdoc = HTML;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, {once: true});
  });
  container.append(frame);
  await loaded;
  if (frame.contentDocument === null) throw new Error('the page was closed before it was there');
  return {document: frame.contentDocument, remove: () => frame.remove()};
}

/**
 * A page in a window of its own, as a browser's tabs are: no frame here is related to those there.
 * Rejects where the browser lets no script open one, as WebKit does without a click.
 */
export async function openInWindow(opener: Document, title: string): Promise<ChildPage> {
  const page = opener.defaultView?.open('about:blank');
  if (!page) throw new Error('the browser did not open a window');
  // Some versions of Firefox put another document into the place of the first, empty one.
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
