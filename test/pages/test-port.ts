/** How an app's page on the other origin reaches the test that opened it. */

/** Opens a channel to the test, beside the messages to the portal. */
export function connectToTest(): MessagePort {
  const channel = new MessageChannel();
  const [host, , sid] = window.name.split('|');
  testWindow().postMessage({app: sid}, `http://${host ?? ''}`, [channel.port2]);
  return channel.port1;
}

/** The page of the test, above all portal pages, or the one that opened this portal page's window. */
function testWindow(): Window {
  const top = window.top ?? window;
  const opener: unknown = top.opener;
  return isWindow(opener) ? opener : top;
}

/** A window of another origin tells nothing of its class. */
function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null;
}
